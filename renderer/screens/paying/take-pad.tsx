import { padInto } from '../../input/entry.ts';
import { Button } from '../../kit/button.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { useWords } from '../../kit/words.tsx';
import { type Act, capOf } from './acts.ts';
import type { Cash } from './use-cash.ts';

/** Bottom right: the number pad, whose confirm does what F9 does, and the ways to take the money beside it. */
export function TakePad({ cash, acts }: { cash: Cash; acts: readonly Act[] }) {
  const { t } = useWords();
  return (
    <div className="grid grid-cols-[minmax(0,1.12fr)_minmax(0,1fr)] gap-2.5 max-[1200px]:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
      <Numpad
        enterLabel={t.common.padEnter}
        backLabel={t.common.delete}
        onKey={key => padInto(cash.entry, key, cash.confirm)}
      />
      <div className="grid auto-rows-fr gap-2">
        {acts.map(({ key, label, note, tone, run }, index) => (
          <Button
            key={key}
            tone={tone ?? 'plain'}
            size="tender"
            className={index === 0 ? '' : '!text-lead max-[1200px]:!text-body'}
            keyName={capOf(key)}
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
