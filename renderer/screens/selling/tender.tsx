import { padInto } from '../../input/entry.ts';
import { Button } from '../../kit/button.tsx';
import { Numpad, type PadKey, type PadSign } from '../../kit/numpad.tsx';
import { useSteady } from '../../kit/steady.ts';
import { useWords } from '../../kit/words.tsx';
import { isWriting, type Mode } from './mode.ts';
import type { Selling } from './use-selling.ts';
import { WritingPad } from './writing-pad.tsx';

/** `3*` of the next goods; `-5` off. */
const padSigns: Partial<Record<Mode['kind'], PadSign>> = { scan: '*', discount: '-' };

/** Bottom right on every screen: the number pad, and what takes the money beside it; letters while words are asked for. */
export function Tender({ selling }: { selling: Selling }) {
  const { t } = useWords();
  const { entry, mode, acts, waiting } = selling;
  const empty = !selling.hasGoods;
  // A code that was read has a button of its own that charges it.
  const mayPay = !empty && !selling.offered;
  const press = useSteady((key: PadKey) => padInto(isWriting(mode) ? selling.box : entry, key, acts.confirm));
  if (isWriting(mode)) return <WritingPad onKey={press} />;
  return (
    <div className="grid grid-cols-[minmax(0,1.12fr)_minmax(0,1fr)] gap-2.5 max-[1200px]:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
      <Numpad
        sign={padSigns[mode.kind]}
        enterLabel={t.common.padEnter}
        backLabel={t.common.delete}
        onKey={press}
      />
      <div className="grid grid-rows-[1.25fr_1fr] gap-2">
        <Button
          tone="main"
          size="tender"
          act={selling.offered ? undefined : 'pay'}
          disabled={!mayPay}
          onPress={acts.pay}
          note={<span className="break-keep max-[1200px]:hidden">{t.selling.payNote}</span>}
        >
          {t.selling.pay}
        </Button>
        {empty && waiting.length > 0 ? (
          <Button size="tender" act="hold" onPress={acts.recall} note={t.selling.heldCount(waiting.length)}>
            {t.selling.recall}
          </Button>
        ) : (
          <Button
            size="tender"
            act="hold"
            disabled={empty}
            onPress={acts.hold}
            note={waiting.length > 0 && <NextWaiting count={waiting.length} />}
          >
            {t.selling.hold}
          </Button>
        )}
      </div>
    </div>
  );
}

/** How many wait and, where there is room, the key that brings the next of them while this one waits in turn. */
function NextWaiting({ count }: { count: number }) {
  const { t, cap } = useWords();
  return (
    <>
      {t.selling.heldCount(count)}
      <span className="max-[1200px]:hidden"> · {t.selling.nextWaiting(cap('swap'))}</span>
    </>
  );
}
