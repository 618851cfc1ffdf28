import type { Discount } from '../../../shared/domain/discount.ts';
import { minor } from '../../../shared/domain/money.ts';
import { Button } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';

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
  lineName: string | null;
  onTarget: (target: 'line' | 'ticket') => void;
  onPick: (discount: Discount | null) => void;
}) {
  const { t, format } = useWords();
  const { target, lineName } = props;
  return (
    <Panel className="flex min-h-0 flex-col gap-3 p-4">
      <div className="grid grid-cols-2 gap-2">
        {(['line', 'ticket'] as const).map(each => (
          <Button
            key={each}
            tone={each === target ? 'strong' : 'plain'}
            disabled={each === 'line' && lineName === null}
            onPress={() => props.onTarget(each)}
            {...(each === target ? {} : { act: 'discount' })}
          >
            {t.selling.discountTarget[each]}
          </Button>
        ))}
      </div>
      <p className="text-legend text-muted">{t.selling.discountHow}</p>
      <div className="grid min-h-0 flex-1 grid-cols-3 gap-2">
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
