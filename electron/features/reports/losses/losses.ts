import { type LossesView, type LossMeasure, lossMeasures } from '../../../../shared/contract/reports.ts';
import { minor } from '../../../../shared/domain/money.ts';
import type { RemovalReason } from '../../../../shared/domain/removal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { nameOf, type ReportEyes } from '../report.ts';
import { type Span, spanOf } from '../ticket-reads.ts';
import { type Counted, lossRule, standsOf } from './stands.ts';

/** What each one took out, opened, gave back and took off, beside what the others did. */
export function readLosses(from: string, to: string, eyes: ReportEyes): LossesView {
  const span = spanOf(eyes.clock, from, to);
  const people = countPeople(eyes.db, span);
  const reasons = reasonCounts(eyes.db, span);
  const stands = Object.fromEntries(
    lossMeasures.map(measure => [measure, standsOf(people.map(({ counts }) => counts[measure]))]),
  ) as Record<LossMeasure, ReturnType<typeof standsOf>>;
  return {
    from,
    to,
    cashiers: people.map(({ staff, tickets }, index) => ({
      staff,
      name: nameOf(eyes.setup, staff),
      tickets,
      figures: {
        voids: stands.voids[index]!,
        openings: stands.openings[index]!,
        refunds: stands.refunds[index]!,
        discounts: stands.discounts[index]!,
        overrides: stands.overrides[index]!,
        floors: stands.floors[index]!,
      },
      reasons: reasons.filter(each => each.staff === staff).map(({ reason, count }) => ({ reason, count })),
    })),
    rule: lossRule,
  };
}

type Person = {
  readonly staff: string;
  readonly tickets: number;
  readonly counts: Readonly<Record<LossMeasure, Counted>>;
};
type TicketSums = {
  staff: string;
  tickets: number;
  refunds: number;
  refunded: number;
  discounts: number;
  discounted: number;
};
type ActSums = {
  staff: string;
  voids: number;
  voided: number;
  openings: number;
  overrides: number;
  overridden: number;
  floors: number;
  lowered: number;
};

/** Everybody who has a ticket or an act in the span, those with most tickets first. */
function countPeople(db: ReadDb, span: Span): Person[] {
  const tickets = new Map(ticketSums(db, span).map(row => [row.staff, row]));
  const acts = new Map(actSums(db, span).map(row => [row.staff, row]));
  return [...new Set([...tickets.keys(), ...acts.keys()])]
    .map(staff => personOf(staff, tickets.get(staff), acts.get(staff)))
    .sort((a, b) => b.tickets - a.tickets);
}

function personOf(staff: string, sold: TicketSums | undefined, acted: ActSums | undefined): Person {
  const tickets = sold?.tickets ?? 0;
  const counted = (count = 0, amount = 0): Counted => ({ tickets, count, amount: minor(amount) });
  return {
    staff,
    tickets,
    counts: {
      voids: counted(acted?.voids, acted?.voided),
      openings: counted(acted?.openings),
      refunds: counted(sold?.refunds, sold?.refunded),
      discounts: counted(sold?.discounts, sold?.discounted),
      overrides: counted(acted?.overrides, acted?.overridden),
      floors: counted(acted?.floors, acted?.lowered),
    },
  };
}

// Summed where the rows are: three months of a busy till are fifty thousand of them.
const ticketSums = (db: ReadDb, { fromMs, toMs }: Span): TicketSums[] =>
  db.all<TicketSums>(
    `SELECT cashier AS staff, count(*) AS tickets,
       sum(kind <> 'sale') AS refunds, sum(iif(kind <> 'sale', -total, 0)) AS refunded,
       sum(kind = 'sale' AND discount > 0) AS discounts, sum(iif(kind = 'sale', discount, 0)) AS discounted
     FROM tickets WHERE at >= ? AND at < ? GROUP BY cashier`,
    [fromMs, toMs],
  );

/** What was said when goods were taken out; the facts themselves hold it. */
const reasonCounts = (db: ReadDb, { fromMs, toMs }: Span) =>
  db.all<{ staff: string; reason: RemovalReason; count: number }>(
    `SELECT acts.actor AS staff, journal.body ->> '$.reason' AS reason, count(*) AS count
     FROM watched_acts AS acts JOIN journal ON journal.seq = acts.seq
     WHERE acts.at >= ? AND acts.at < ? AND acts.kind IN ('line-removed', 'cart-voided')
       AND journal.body ->> '$.reason' IS NOT NULL
     GROUP BY staff, reason ORDER BY count DESC, reason`,
    [fromMs, toMs],
  );

const actSums = (db: ReadDb, { fromMs, toMs }: Span): ActSums[] =>
  db.all<ActSums>(
    `SELECT actor AS staff, sum(kind IN ('line-removed', 'cart-voided')) AS voids,
       sum(iif(kind IN ('line-removed', 'cart-voided'), amount, 0)) AS voided,
       sum(kind = 'drawer-opened') AS openings,
       sum(kind = 'price-overridden') AS overrides, sum(iif(kind = 'price-overridden', amount, 0)) AS overridden,
       sum(kind = 'floor-passed') AS floors, sum(iif(kind = 'floor-passed', amount, 0)) AS lowered
     FROM watched_acts WHERE at >= ? AND at < ? GROUP BY actor`,
    [fromMs, toMs],
  );
