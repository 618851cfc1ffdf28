import { type Hand, hands, type Layout, layouts } from '../../../shared/contract/setup.ts';
import { type Theme, themes, type Voice, voices } from '../../../shared/domain/looks.ts';
import { useLooks } from '../../app/looks.ts';
import { Choice } from '../../kit/choice.tsx';
import { useWords } from '../../kit/words.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { useSaved } from './use-saved.ts';

const sounds = ['on', 'off'] as const;

/** How this screen looks and sounds: evening stalls, weak eyes, quiet shops. */
export function LooksSection({ setup, may }: SectionProps) {
  const { t } = useWords();
  const { save } = useSaved();
  const { theme, sound, voice, choose } = useLooks(setting => save([setting]));
  return (
    <div className="flex flex-col gap-5 max-[1400px]:gap-3">
      <Choice<Theme>
        label={t.setup.settings.theme}
        columns={3}
        value={theme}
        options={themes.map(value => ({ value, label: t.common.theme[value] }))}
        onChange={value => void choose({ setting: 'theme', value })}
      />
      <Choice<(typeof sounds)[number]>
        label={t.setup.settings.sound}
        value={sound ? 'on' : 'off'}
        options={sounds.map(value => ({ value, label: t.setup.settings.sounds[value] }))}
        onChange={value => void choose({ setting: 'sound', value: value === 'on' })}
      />
      <Choice<Voice>
        label={t.setup.settings.voice}
        columns={3}
        value={voice}
        options={voices.map(value => ({ value, label: t.common.voice[value] }))}
        onChange={value => void choose({ setting: 'voice', value })}
      />
      <p className="text-legend text-muted">
        {may ? t.setup.settings.looksKept : t.setup.settings.looksNote}
      </p>
      <Choice<Hand>
        label={t.setup.settings.handedness}
        value={setup.handedness}
        options={hands.map(value => ({ value, label: t.setup.settings.hands[value] }))}
        onChange={value => {
          if (may) void save([{ setting: 'handedness', value }]);
        }}
      />
      <p className="text-legend text-muted">
        {may ? t.setup.settings.handsNote : t.setup.settings.ownerOnly}
      </p>
      {may && (
        <Choice<Layout>
          label={t.setup.settings.layout}
          value={setup.layout}
          options={layouts.map(value => ({
            value,
            label: t.setup.settings.layouts[value],
            note: t.setup.settings.layoutNotes[value],
          }))}
          onChange={value => void save([{ setting: 'layout', value }])}
        />
      )}
    </div>
  );
}
