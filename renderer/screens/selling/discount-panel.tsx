import { type Discount, discountOn } from '../../../shared/domain/discount.ts';
import { minor, minorDigits } from '../../../shared/domain/money.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { type QuietEntry, useEcho } from '../../input/entry.ts';
import { Button } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { readDiscount } from './discount-text.ts';

const presets: readonly (Discount | null)[] = [
  { kind: 'share', permilleOff: 50 },
  { kind: 'share', permilleOff: 100 },
  { kind: 'share', permilleOff: 120 },
  { kind: 'share', permilleOff: 200 },
  { kind: 'share', permilleOff: 300 },
  { kind: 'share', permilleOff: 500 },
  { kind: 'amount', off: minor(100) },
  { kind: 'amount', off: minor(500) },
  null,
];

/** The usual discounts for a finger, and whether they go on the line or on the whole sale. */
export function DiscountPanel(props: {
  target: 'line' | 'ticket';
  line: PricedLine | null;
  entry: QuietEntry;
  onTarget: (target: 'line' | 'ticket') => void;
  onPick: (discount: Discount | null) => void;
}) {
  const { t, format } = useWords();
  const { target, line } = props;
  return (
    <Panel className="flex min-h-0 flex-col gap-3 p-4">
      <div className="grid grid-cols-2 gap-2">
        {(['line', 'ticket'] as const).map(each => (
          <Button
            key={each}
            tone={each === target ? 'strong' : 'plain'}
            disabled={each === 'line' && line === null}
            onPress={() => props.onTarget(each)}
            {...(each === target ? {} : { act: 'discount' })}
          >
            {t.selling.discountTarget[each]}
          </Button>
        ))}
      </div>
      <Typed entry={props.entry} line={target === 'line' ? line : null} />
      <div className="grid min-h-0 flex-1 auto-rows-fr grid-cols-3 gap-2">
        {presets.map(discount => (
          <Button
            key={discount ? format.discount(discount) : 'none'}
            onPress={() => props.onPick(discount)}
            className="text-lead max-[1200px]:px-3 max-[1200px]:text-body"
          >
            {discount ? format.discount(discount) : t.selling.noDiscount}
          </Button>
        ))}
      </div>
    </Panel>
  );
}

/** What the figures typed so far mean, for 9 is 9折 in one language and 9 % off in the other; and what it makes of the line. */
function Typed({ entry, line }: { entry: QuietEntry; line: PricedLine | null }) {
  const { t, format, language, currency } = useWords();
  const typed = useEcho(entry);
  const read = readDiscount(typed, language, minorDigits(currency));
  if (!read.ok) return <p className="text-legend text-muted">{t.selling.discountHow}</p>;
  const after = line && minor(line.gross - discountOn(line.gross, read.value));
  return (
    <p className="text-legend">
      {typed} ={' '}
      <b className="font-semibold">{read.value ? format.discount(read.value) : t.selling.noDiscount}</b>
      {line && after !== null && (
        <>
          {' · '}
          {format.figures(line.gross)} → <b className="font-semibold">{format.figures(after)}</b>
        </>
      )}
    </p>
  );
}
