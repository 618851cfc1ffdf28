import { type Entry, padInto } from '../../input/entry.ts';
import { Button } from '../../kit/button.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { useWords } from '../../kit/words.tsx';
import type { PayAct } from './acts.ts';

/** Bottom right: the number pad, whose confirm does what the key of paying does, and the ways to take the money beside it. */
export function TakePad(props: { entry: Entry; take: PayAct; others: readonly PayAct[] }) {
  const { t } = useWords();
  const { entry, take, others } = props;
  return (
    <div className="grid grid-cols-[minmax(0,1.12fr)_minmax(0,1fr)] gap-2.5 max-[1200px]:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
      <Numpad backLabel={t.common.delete} onKey={key => padInto(entry, key, take.run)} />
      <div className="grid auto-rows-fr gap-2">
        {[take, ...others].map(({ act, label, note, tone, run }, index) => (
          <Button
            key={act}
            tone={tone ?? 'plain'}
            size="tender"
            className={
              index === 0
                ? 'max-[1200px]:!px-2.5'
                : '!text-lead max-[1200px]:!px-2.5 max-[1200px]:!text-body max-[1200px]:[&_kbd]:hidden'
            }
            act={act}
            note={note}
            onPress={run}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
