import { type LossesView, type LossMeasure, lossMeasures } from '../../../../shared/contract/reports.ts';
import { type Minor, minor } from '../../../../shared/domain/money.ts';
import type { Ticket } from '../../../../shared/domain/ticket.ts';
import { nameOf, type ReportEyes } from '../report.ts';
import { actsIn, spanOf, ticketsIn } from '../ticket-reads.ts';
import type { Act } from '../ticket-rows.ts';
import { type Counted, lossRule, standsOf } from './stands.ts';

/** What each one took out, opened, gave back and took off, beside what the others did. */
export function readLosses(from: string, to: string, eyes: ReportEyes): LossesView {
  const span = spanOf(eyes.clock, from, to);
  const counted = [...countBy(ticketsIn(eyes.db, span), actsIn(eyes.db, span))];
  const stands = Object.fromEntries(
    lossMeasures.map(measure => [measure, standsOf(counted.map(([, counts]) => counts[measure]))]),
  ) as Record<LossMeasure, ReturnType<typeof standsOf>>;
  return {
    from,
    to,
    cashiers: counted.map(([staff, counts], index) => ({
      staff,
      name: nameOf(eyes.setup, staff),
      tickets: counts.voids.tickets,
      figures: {
        voids: stands.voids[index]!,
        openings: stands.openings[index]!,
        refunds: stands.refunds[index]!,
        discounts: stands.discounts[index]!,
      },
    })),
    rule: lossRule,
  };
}

type Counts = Readonly<Record<LossMeasure, Counted>>;

/** By staff, those with most tickets first. */
function countBy(tickets: readonly Ticket[], acts: readonly Act[]): Map<string, Counts> {
  const ticketsBy = Map.groupBy(tickets, ({ cashier }): string => cashier);
  const actsBy = Map.groupBy(acts, ({ actor }) => actor);
  const staff = [...new Set([...ticketsBy.keys(), ...actsBy.keys()])];
  return new Map(
    staff
      .map(id => [id, countsOf(ticketsBy.get(id) ?? [], actsBy.get(id) ?? [])] as const)
      .sort(([, a], [, b]) => b.voids.tickets - a.voids.tickets),
  );
}

function countsOf(tickets: readonly Ticket[], acts: readonly Act[]): Counts {
  const counted = (amounts: readonly number[]): Counted => ({
    tickets: tickets.length,
    count: amounts.length,
    amount: minor(amounts.reduce((all, each) => all + each, 0)) satisfies Minor,
  });
  const amounts = (list: readonly Act[]) => list.map(({ amount }) => amount);
  return {
    voids: counted(amounts(acts.filter(({ kind }) => kind !== 'drawer-opened'))),
    openings: counted(amounts(acts.filter(({ kind }) => kind === 'drawer-opened'))),
    refunds: counted(tickets.filter(({ kind }) => kind !== 'sale').map(({ total }) => -total)),
    discounts: counted(
      tickets.filter(({ kind, discount }) => kind === 'sale' && discount > 0).map(({ discount }) => discount),
    ),
  };
}
