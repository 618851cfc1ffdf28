import type { Act } from '../../../shared/domain/keys/acts.ts';
import { sayKey } from '../../../shared/domain/keys/key-map.ts';
import { keyPresetNames, keyPresets } from '../../../shared/domain/keys/presets.ts';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { sameSetting, useSaved } from './use-saved.ts';

/** Keys for people who come from another till, each with what its source says, so that they know it again. */
export function KeyPresets({ setup, may }: SectionProps) {
  const { t } = useWords();
  const { save, busy } = useSaved();
  return (
    <section aria-label={t.keys.presets} className="flex flex-col gap-2">
      <h2 className="text-lead font-semibold">{t.keys.presets}</h2>
      <p className="text-legend text-muted">{t.keys.presetsNote}</p>
      {keyPresetNames.map(name => {
        const { known, changes } = keyPresets[name];
        const on = sameSetting(setup.keys, changes);
        const listed = Object.entries(known)
          .map(([act, key]) => `${sayKey(key)} ${t.keys.acts[act as Act]}`)
          .join(' · ');
        return (
          <Button
            key={name}
            tone={on ? 'strong' : 'plain'}
            disabled={!may || busy}
            className="py-2"
            note={`${t.keys.sources[name]} ${listed}`}
            onPress={() => on || void save([{ setting: 'keys', value: changes }])}
          >
            {on ? `✓ ${t.keys.presetNames[name]}` : t.keys.presetNames[name]}
          </Button>
        );
      })}
    </section>
  );
}
