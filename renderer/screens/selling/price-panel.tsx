import type { ReactNode } from 'react';
import { listPriceOf, type OverrideReason, overrideReasons } from '../../../shared/domain/cart.ts';
import { isWeighed } from '../../../shared/domain/item.ts';
import { type Minor, minor, minorDigits, parseMinor } from '../../../shared/domain/money.ts';
import { grossOf, type PricedLine } from '../../../shared/domain/pricing.ts';
import { type QuietEntry, useEcho } from '../../input/entry.ts';
import { Button } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { nextReason } from './mode.ts';

/** Why the line in hand costs what it costs, step by step, and the reasons for which a price is set by hand. */
export function PricePanel(props: {
  line: PricedLine;
  entry: QuietEntry;
  reason: OverrideReason;
  onReason: (reason: OverrideReason) => void;
}) {
  const { t } = useWords();
  const { line, reason } = props;
  const words = t.selling.price;
  return (
    <Panel className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4">
      <Steps line={usePriceTyped(line, props.entry, reason)} />
      {line.stamped === undefined && (
        <>
          <p className="text-legend text-muted">{words.reason}</p>
          <div className="grid auto-rows-fr grid-cols-2 gap-2">
            {overrideReasons.map(each => (
              <Button
                key={each}
                tone={each === reason ? 'strong' : 'plain'}
                onPress={() => props.onReason(each)}
                {...(each === nextReason(reason) ? { act: 'price' as const } : {})}
              >
                {words.reasons[each]}
              </Button>
            ))}
          </div>
        </>
      )}
    </Panel>
  );
}

/** The line as it will be with the price typed so far; what a discount would then take, the till finds out when it is set. */
function usePriceTyped(line: PricedLine, entry: QuietEntry, reason: OverrideReason): Shown {
  const { currency } = useWords();
  const typed = parseMinor(useEcho(entry), minorDigits(currency));
  if (!typed.ok || line.stamped !== undefined) return line;
  const unitPrice = typed.value;
  const gross = grossOf({ ...line, unitPrice });
  const isPlain = line.discount === null && line.ticketShare === 0;
  return {
    ...line,
    unitPrice,
    override: { listed: listPriceOf(line), reason },
    gross,
    amount: isPlain ? gross : null,
  };
}

/** A line whose sum may not be known yet. */
type Shown = Omit<PricedLine, 'amount'> & { readonly amount: Minor | null };

function Steps({ line }: { line: Shown }) {
  const { t, format } = useWords();
  const words = t.selling.price;
  const { override, stamped, discount, lineDiscount, ticketShare } = line;
  const less = (off: Minor) => format.figures(minor(-off));
  return (
    <dl aria-label={words.why(line.name)} className="flex flex-col">
      <Step label={words.listed}>{format.unitPrice(listPriceOf(line), line.unit)}</Step>
      {override && (
        <Step label={`${words.overridden} · ${words.reasons[override.reason]}`}>
          {format.unitPrice(line.unitPrice, line.unit)}
        </Step>
      )}
      {(line.quantity !== 1000 || isWeighed(line.unit)) && (
        <Step label={words.times(format.quantity(line.quantity, line.unit))}>
          {format.figures(line.gross)}
        </Step>
      )}
      {stamped !== undefined && <Step label={words.stamped}>{format.figures(stamped)}</Step>}
      {discount && <Step label={format.discount(discount)}>{less(lineDiscount)}</Step>}
      {ticketShare > 0 && <Step label={words.ticketShare}>{less(ticketShare)}</Step>}
      <Step label={words.amount} strong>
        {line.amount === null ? '…' : format.figures(line.amount)}
      </Step>
    </dl>
  );
}

function Step({ label, strong, children }: { label: string; strong?: boolean; children: ReactNode }) {
  return (
    <div
      className={`flex items-baseline justify-between gap-4 border-b border-line py-1.5 last:border-0 ${strong ? 'text-lead font-semibold' : ''}`}
    >
      <dt className={strong ? '' : 'text-muted'}>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
