import { useState } from 'react';
import { type Act, actGroups, actNames, acts } from '../../../shared/domain/keys/acts.ts';
import { keysWith, sayKey } from '../../../shared/domain/keys/key-map.ts';
import { Button } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { useWords } from '../../kit/words.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { KeyPresets } from './key-presets.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { useSaved } from './use-saved.ts';

/** Which key each act has at this till; every one can be given another, and all of them taken back at once. */
export function KeysSection({ setup, may }: SectionProps) {
  const { t } = useWords();
  const { save, busy } = useSaved();
  const [asking, setAsking] = useState<Act | null>(null);
  const changed = Object.keys(setup.keys).length > 0;
  return (
    <>
      <p className="text-legend text-muted">{t.keys.intro}</p>
      {actGroups.map(group => (
        <section key={group} aria-label={t.keys.groups[group]} className="flex flex-col gap-1">
          <h2 className="text-lead font-semibold">{t.keys.groups[group]}</h2>
          <ul className="grid grid-cols-2 gap-x-6 max-[1200px]:grid-cols-1">
            {actNames
              .filter(act => acts[act].group === group)
              .map(act => (
                <ActRow key={act} act={act} setup={setup} may={may} onChange={() => setAsking(act)} />
              ))}
          </ul>
        </section>
      ))}
      <KeyPresets setup={setup} may={may} />
      <Button
        className="self-start"
        disabled={!may || busy || !changed}
        note={changed ? t.keys.resetNote : t.keys.isDefault}
        onPress={() => void save([{ setting: 'keys', value: {} }])}
      >
        {t.keys.reset}
      </Button>
      {asking && <KeyDialog act={asking} changes={setup.keys} onClose={() => setAsking(null)} />}
    </>
  );
}

function ActRow({ act, setup, may, onChange }: SectionProps & { act: Act; onChange: () => void }) {
  const { t } = useWords();
  const key = keysWith(setup.keys)[act];
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line">
      <span className="min-w-0 flex-1">
        {t.keys.acts[act]}
        {act in setup.keys && <span className="ml-2 text-note text-accent">✓ {t.keys.own}</span>}
      </span>
      {key === '' ? (
        <span className="text-note text-amber">△ {t.keys.none}</span>
      ) : (
        <KeyCap>{sayKey(key)}</KeyCap>
      )}
      <Button disabled={!may} label={`${t.keys.change}: ${t.keys.acts[act]}`} onPress={onChange}>
        {t.keys.change}
      </Button>
    </li>
  );
}
