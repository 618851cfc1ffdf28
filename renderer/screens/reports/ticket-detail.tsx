import { plainQuantity } from '../../../shared/domain/quantity.ts';
import type { Sale } from '../../../shared/domain/sale.ts';
import type { SaleRefund } from '../../../shared/domain/sale-refund.ts';
import { Money } from '../../kit/money.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { Pair } from './pair.tsx';
import { TicketMoney } from './ticket-money.tsx';
import { useAnswer } from './use-answer.ts';

/** The whole of one ticket, as it was sealed: who, what, for how much, and how it was paid. */
export function TicketDetail({ seq }: { seq: number }) {
  const value = useAnswer('reports.ticket', { seq });
  if (!value) return null;
  return (
    <Panel className="min-h-0 overflow-auto p-5">
      {value.kind === 'sale' ? (
        <Whole ticket={value.sale} />
      ) : (
        <Whole ticket={value.refund} refund={value.refund} />
      )}
    </Panel>
  );
}

function Whole({ ticket, refund }: { ticket: Sale | SaleRefund; refund?: SaleRefund }) {
  const { t } = useWords();
  return (
    <article className="flex flex-col gap-4" aria-live="polite">
      <header className="flex items-baseline justify-between gap-4">
        <h2 className="text-lead font-semibold">
          {refund ? `↩ ${t.reports.kinds[refund.kind]}` : t.reports.kinds.sale} {ticket.receipt}
        </h2>
        <Money amount={ticket.total} className={`text-title font-[650] ${refund ? 'text-red' : ''}`} />
      </header>
      <Facts ticket={ticket} refund={refund} />
      <Lines ticket={ticket} />
      <TicketMoney ticket={ticket} />
    </article>
  );
}

function Facts({ ticket, refund }: { ticket: Sale | SaleRefund; refund: SaleRefund | undefined }) {
  const { t, format } = useWords();
  const words = t.reports.ticket;
  const staff = useLive('setup.state')?.staff ?? [];
  const by = staff.find(({ id }) => id === ticket.cashier)?.name ?? ticket.cashier;
  return (
    <p className="text-legend text-muted select-text">
      {[
        `${format.date(ticket.at)} ${format.time(ticket.at)}`,
        by,
        ...(ticket.offline ? [words.offline] : []),
        ...(refund?.sale ? [`${words.of} ${refund.sale.receipt}`] : []),
        ...(refund ? [words.reason(refund.reason)] : []),
      ].join(' · ')}
    </p>
  );
}

function Lines({ ticket }: { ticket: Sale | SaleRefund }) {
  const { t, format } = useWords();
  return (
    <ul className="border-t border-line">
      {ticket.lines.map(line => (
        <Pair
          key={line.id}
          name={line.name}
          note={[
            `${plainQuantity(line.quantity)} × ${format.unitPrice(line.unitPrice, line.unit)}`,
            ...(line.lineDiscount > 0 ? [`−${format.figures(line.lineDiscount)}`] : []),
            ...('goods' in line && line.goods === 'written-off' ? [t.reports.ticket.writtenOff] : []),
          ].join(' · ')}
        >
          <Money amount={line.gross} bare />
        </Pair>
      ))}
    </ul>
  );
}
