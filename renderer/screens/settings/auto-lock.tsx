import { Select } from '../../kit/select.tsx';
import { useWords } from '../../kit/words.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { useSaved } from './use-saved.ts';

const choices = [0, 2, 5, 10, 15, 30, 60];

/** After how long a till that was left alone asks who is there. */
export function AutoLock({ setup, may }: SectionProps) {
  const { t } = useWords();
  const { save, busy } = useSaved();
  const { autoLockMinutes: now } = setup;
  const offered = [...new Set([...choices, now])].sort((a, b) => a - b);
  return (
    <div className="flex flex-col gap-2 pb-2">
      <Select
        label={t.people.autoLock}
        value={String(now)}
        disabled={!may || busy}
        options={offered.map(minutes => ({
          value: String(minutes),
          label: t.people.autoLockAfter(minutes),
        }))}
        onChange={value => void save([{ setting: 'auto-lock-minutes', value: Number(value) }])}
      />
      <p className="text-note text-muted">{t.people.autoLockNote}</p>
    </div>
  );
}
