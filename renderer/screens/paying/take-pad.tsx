import { padInto } from '../../input/entry.ts';
import { Button } from '../../kit/button.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { useWords } from '../../kit/words.tsx';
import type { PayAct } from './acts.ts';
import type { Cash } from './use-cash.ts';

/** Bottom right: the number pad, whose confirm does what the key of paying does, and the ways to take the money beside it. */
export function TakePad({ cash, acts }: { cash: Cash; acts: readonly PayAct[] }) {
  const { t } = useWords();
  return (
    <div className="grid grid-cols-[minmax(0,1.12fr)_minmax(0,1fr)] gap-2.5 max-[1200px]:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
      <Numpad
        enterLabel={t.common.padEnter}
        backLabel={t.common.delete}
        onKey={key => padInto(cash.entry, key, cash.confirm)}
      />
      <div className="grid auto-rows-fr gap-2">
        {acts.map(({ act, label, note, tone, run }, index) => (
          <Button
            key={act}
            tone={tone ?? 'plain'}
            size="tender"
            className={index === 0 ? '' : '!text-lead max-[1200px]:!px-2.5 max-[1200px]:!text-body'}
            act={act}
            note={note && <span className="max-[1200px]:text-note">{note}</span>}
            onPress={run}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
