import { type FloorGuard, floorGuards } from '../../../shared/domain/floor.ts';
import { Choice } from '../../kit/choice.tsx';
import { useWords } from '../../kit/words.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { useSaved } from './use-saved.ts';

/** What a cashier may do at the counter alone, and what somebody is asked about. */
export function CounterSection({ setup, may }: SectionProps) {
  const { t } = useWords();
  const words = t.setup.settings.counter;
  const { save } = useSaved();
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <Choice<FloorGuard>
          label={words.floor}
          columns={3}
          value={setup.floorGuard}
          options={floorGuards.map(value => ({ value, label: words.floorGuards[value] }))}
          onChange={value => may && void save([{ setting: 'floor-guard', value }])}
        />
        <p className="text-note text-muted">{words.floorNote}</p>
      </div>
    </div>
  );
}
