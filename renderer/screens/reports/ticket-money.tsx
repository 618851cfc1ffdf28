import { minor } from '../../../shared/domain/money.ts';
import type { Sale, Tender } from '../../../shared/domain/sale.ts';
import type { MoneyBack, SaleRefund } from '../../../shared/domain/sale-refund.ts';
import { Money } from '../../kit/money.tsx';
import { useWords } from '../../kit/words.tsx';
import { Pair } from './pair.tsx';

/** What a ticket came to, and what was handed over either way. */
export function TicketMoney({ ticket }: { ticket: Sale | SaleRefund }) {
  const { t } = useWords();
  const words = t.reports.ticket;
  const discount = minor(-ticket.lineDiscount - ticket.ticketDiscount);
  return (
    <ul>
      {discount !== 0 && (
        <Pair name={words.discount}>
          <Money amount={discount} bare />
        </Pair>
      )}
      <Pair name={ticket.taxMode === 'inclusive' ? words.taxIncluded : words.tax}>
        <Money amount={ticket.tax} bare />
      </Pair>
      <Pair name={'back' in ticket ? words.back : words.total} strong>
        <Money amount={ticket.total} bare />
      </Pair>
      {'back' in ticket
        ? ticket.back.map(part => <Part key={part.id} part={part} />)
        : ticket.tenders.map(part => <Part key={part.id} part={part} />)}
    </ul>
  );
}

/** Cash as it was handed over, with its change; a wallet with the order number by which it is found again. */
function Part({ part }: { part: Tender | MoneyBack }) {
  const { t, format } = useWords();
  const words = t.reports.ticket;
  const name = t.reports.tenders[part.kind === 'code' ? part.wallet : part.kind];
  const note =
    part.kind === 'code'
      ? `${words.order} ${part.order}`
      : part.kind === 'cash' && 'given' in part
        ? `${words.given} ${format.figures(part.given)} · ${words.change} ${format.figures(part.change)}`
        : '';
  return (
    <Pair name={name} note={note}>
      <Money amount={part.amount} bare />
    </Pair>
  );
}
