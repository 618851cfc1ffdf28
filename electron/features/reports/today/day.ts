import type { DayView, HourOfDay } from '../../../../shared/contract/reports.ts';
import { addDays, type BusinessDay } from '../../../../shared/domain/business-day.ts';
import { divideHalfUp, type Minor, minor, sum } from '../../../../shared/domain/money.ts';
import { type Ticket, tenderNames } from '../../../../shared/domain/ticket.ts';
import type { WallClock } from '../../../core/ports.ts';
import type { ReportEyes } from '../report.ts';
import { spanOf, ticketsIn } from '../ticket-reads.ts';

/**
 * What a day came to, beside the same weekday a week before. Summed from its tickets when asked: a day of a
 * shop is a thousand small rows side by side in an index, and totals kept with every ticket would be one more
 * thing that can be wrong.
 */
export function readDay(date: string, { db, clock }: Pick<ReportEyes, 'db' | 'clock'>): DayView {
  const before = addDays(date as BusinessDay, -7);
  const tickets = ticketsIn(db, spanOf(clock, date, date));
  const earlier = ticketsIn(db, spanOf(clock, before, before));
  const sales = tickets.filter(({ kind }) => kind === 'sale');
  const refunds = tickets.filter(({ kind }) => kind !== 'sale');
  const sold = totalOf(sales);
  return {
    date,
    sales: { count: sales.length, total: sold },
    pieces: sales.reduce((all, { pieces }) => all + pieces, 0),
    discounts: sum(sales.map(({ discount }) => discount)),
    refunds: { count: refunds.length, total: minor(-totalOf(refunds)) },
    takings: totalOf(tickets),
    basket: sales.length === 0 ? null : divideHalfUp(BigInt(sold), BigInt(sales.length)),
    lastWeek: { date: before, takings: totalOf(earlier), tickets: earlier.length },
    hours: hoursOf(tickets, earlier, clock),
    tenders: tendersOf(tickets),
  };
}

const totalOf = (tickets: readonly Ticket[]): Minor => sum(tickets.map(({ total }) => total));

/** The hour that a change of daylight saving repeats is one row. */
function hoursOf(tickets: readonly Ticket[], earlier: readonly Ticket[], clock: WallClock): HourOfDay[] {
  const now = byHour(tickets, clock);
  const then = byHour(earlier, clock);
  const busy = [...now.keys(), ...then.keys()];
  if (busy.length === 0) return [];
  const first = Math.min(...busy);
  return Array.from({ length: Math.max(...busy) - first + 1 }, (_, index) => {
    const inHour = now.get(first + index) ?? [];
    return {
      hour: first + index,
      tickets: inHour.length,
      total: totalOf(inHour),
      lastWeek: totalOf(then.get(first + index) ?? []),
    };
  });
}

const byHour = (tickets: readonly Ticket[], clock: WallClock): Map<number, Ticket[]> =>
  Map.groupBy(tickets, ({ at }) => clock.localTime(at).hour);

/** By what counts towards the sums due, so that a note of 100 for 12.50 is 12.50 of cash. */
function tendersOf(tickets: readonly Ticket[]): DayView['tenders'] {
  return tenderNames.flatMap(tender => {
    const amounts = tickets.flatMap(({ tenders }) => tenders[tender] ?? []);
    return amounts.length === 0 ? [] : [{ tender, count: amounts.length, amount: sum(amounts) }];
  });
}
