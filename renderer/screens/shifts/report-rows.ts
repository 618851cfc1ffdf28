import type { ReportView } from '../../../shared/contract/shifts.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import { type CashMove, type Count, cashMoves } from '../../../shared/domain/shift/cash.ts';
import type { DayReport } from '../../../shared/domain/shift/day.ts';
import type { Tally, TenderTally } from '../../../shared/domain/shift/tally.ts';
import type { Words } from '../../kit/words.tsx';

export type ReportRow = { readonly name: string; readonly value: string; readonly strong?: boolean };
export type ReportSection = { readonly title: string; readonly rows: readonly ReportRow[] };

/** X and Z as people read them: all that the paper says, in its words and its order. `drawer` is its drawer's name. */
export function shiftSections(report: ReportView, words: Words, drawer: string | null): ReportSection[] {
  const { t, format } = words;
  const { head, tally, closing } = report;
  const r = t.report;
  const nameOf = (staff: string) => report.names[staff] ?? staff;
  return [
    {
      title: closing ? r.z(closing.z) : r.x,
      rows: [
        row(r.businessDay, head.day),
        ...(drawer ? [row(r.drawer, drawer)] : []),
        row(r.opened, `${format.dayTime(head.openedAt)} · ${nameOf(head.cashier)}`),
        ...(closing ? [row(r.closed, format.dayTime(closing.closedAt))] : []),
      ],
    },
    ...tradeSections(tally, report.total, words),
    cashSection(report, words),
    {
      title: r.cashiers,
      rows: tally.cashiers.flatMap(({ staff, sales, refunds }) => [
        row(nameOf(staff), counted(sales, words)),
        ...(refunds.count > 0 ? [row(`${nameOf(staff)} · ${r.back}`, counted(refunds, words))] : []),
      ]),
    },
    ...(closing ? endSections(report, words) : []),
  ];
}

/** The close of a day: its shifts together, and every drawer's difference by itself. */
export function daySections(day: DayReport, words: Words): ReportSection[] {
  const { t, format } = words;
  const r = t.report;
  return [
    {
      title: r.day(day.number),
      rows: [row(r.businessDay, day.day), row(r.zs, day.zs.map(z => `Z${z}`).join(' '))],
    },
    ...tradeSections(day.tally, day.total, words),
    {
      title: r.drawerTitle,
      rows: [row(r.over, format.figures(day.over)), row(r.short, format.figures(day.short))],
    },
  ];
}

/** Sales, tax, ways of paying, and what else happened. */
function tradeSections(tally: Tally, total: Minor, words: Words): ReportSection[] {
  const { t, format } = words;
  const r = t.report;
  const less = (amount: Minor) => format.figures(minor(amount === 0 ? 0 : -amount));
  return [
    {
      title: r.sales,
      rows: [
        row(r.sales, counted(tally.sales, words)),
        row(r.gross, format.figures(tally.gross)),
        row(r.lineDiscount, less(tally.lineDiscount)),
        row(r.ticketDiscount, less(tally.ticketDiscount)),
        row(r.refunds, counted(tally.refunds, words)),
        row(r.voids, counted(tally.voids, words)),
        { ...row(r.net, format.figures(total)), strong: true },
        ...tally.taxRows.map(({ permille, net, tax }) =>
          row(r.taxRate(permille), `${format.figures(net)} · ${r.taxOf(format.figures(tax))}`),
        ),
      ],
    },
    { title: r.tenders, rows: tenderRows(tally.tenders, words) },
    {
      title: r.events,
      rows: [
        row(r.receipts, `${tally.firstReceipt ?? r.none} – ${tally.lastReceipt ?? r.none}`),
        row(r.removedLines, counted(tally.removedLines, words)),
        row(r.voidedCarts, counted(tally.voidedCarts, words)),
        row(r.moves['no-sale'], String(tally.cash['no-sale'].count)),
        row(r.reprints, String(tally.reprints)),
        row(r.approvals, String(tally.approvals)),
        row(r.offline, counted(tally.offline, words)),
      ],
    },
  ];
}

/** Each way of paying, and what went back by it. */
export function tenderRows(tenders: readonly TenderTally[], words: Words): ReportRow[] {
  const r = words.t.report;
  return tenders.flatMap(({ kind, wallet, channel, taken, back }) => {
    const name = wallet ? `${r.wallets[wallet]} ${channel}` : (r.kinds[kind] ?? kind);
    return [
      row(name, counted(taken, words)),
      ...(back.count > 0 ? [row(`${name} · ${r.back}`, counted(back, words))] : []),
    ];
  });
}

/** The ledger of the drawer, and what must lie in it. */
function cashSection({ tally, expected, openingVariance }: ReportView, words: Words): ReportSection {
  const { t, format } = words;
  const r = t.report;
  const moves = (Object.keys(cashMoves) as CashMove[]).filter(
    move => move !== 'no-sale' && (move === 'float' || tally.cash[move].count > 0),
  );
  return {
    title: r.drawerTitle,
    rows: [
      ...moves.map(move => {
        const { count, amount } = tally.cash[move];
        const signed = minor(cashMoves[move] < 0 ? -amount : amount);
        return row(move === 'float' ? r.moves[move] : `${r.moves[move]} · ${count}`, format.figures(signed));
      }),
      { ...row(r.expected, format.figures(expected)), strong: true },
      ...(openingVariance === 0 ? [] : [row(r.openingVariance, format.figures(openingVariance))]),
    ],
  };
}

/** How it ended: the count, where the cash went, what was carried over, the seal. */
function endSections(
  { closing, counted: sum, variance, names, hash }: ReportView,
  words: Words,
): ReportSection[] {
  if (!closing || sum === null || variance === null) return [];
  const { t, format } = words;
  const r = t.report;
  const { held, unknown, unverified } = closing.carried;
  const verdict = variance === 0 ? r.even : variance > 0 ? r.over : r.short;
  return [
    {
      title: t.shifts.close.count,
      rows: [
        ...(closing.second ? [row(r.firstCount, format.figures(closing.first.counted))] : []),
        row(r.counted, format.figures(sum)),
        { ...row(verdict, format.figures(minor(Math.abs(variance)))), strong: true },
        row(r.left, format.figures(closing.leftAsFloat)),
        row(r.banked, format.figures(minor(sum - closing.leftAsFloat))),
        ...(closing.bag ? [row(r.bag, closing.bag)] : []),
        ...(closing.signedBy ? [row(r.signed, names[closing.signedBy] ?? closing.signedBy)] : []),
      ],
    },
    {
      title: r.carriedTitle,
      rows: [
        row(r.held, String(held)),
        row(r.unknown, counted(unknown, words)),
        row(r.unverified, counted(unverified, words)),
      ],
    },
    {
      title: r.grandTotal,
      rows: [
        row(r.grandTotal, format.figures(closing.grandTotal)),
        row(r.before, format.figures(closing.grandTotalBefore)),
        row(r.head, `${closing.head.seq} · ${closing.head.hash.slice(0, 16)}`),
        ...(hash ? [row(r.seal, hash.slice(0, 16))] : []),
        row(r.software, closing.software),
      ],
    },
  ];
}

const row = (name: string, value: string): ReportRow => ({ name, value });
const counted = ({ count, amount }: Count, { format }: Words): string =>
  `${count} · ${format.figures(amount)}`;
