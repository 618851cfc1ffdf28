import type { ReportView } from '../../../shared/contract/shifts.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import type { DayReport } from '../../../shared/domain/shift/day.ts';
import type { Tally, TenderTally } from '../../../shared/domain/shift/tally.ts';
import type { Words } from '../../kit/words.tsx';
import { cashSection, endSections } from './report-drawer-rows.ts';
import { counted, type ReportRow, type ReportSection, row } from './report-row.ts';

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
        row(nameOf(staff), counted(sales, words, 'sales')),
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
        row(r.sales, counted(tally.sales, words, 'sales')),
        row(r.gross, format.figures(tally.gross)),
        row(r.lineDiscount, less(tally.lineDiscount)),
        row(r.ticketDiscount, less(tally.ticketDiscount)),
        row(r.refunds, counted(tally.refunds, words)),
        row(r.voids, counted(tally.voids, words)),
        { ...row(r.net, format.figures(total)), strong: true },
        ...tally.taxRows.map(({ permille, net, tax }) =>
          row(r.taxRate(permille), t.shifts.report.netAndTax(format.figures(net), format.figures(tax))),
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
        row(r.overrides, counted(tally.overrides, words)),
        row(r.moves['no-sale'], String(tally.cash['no-sale'].count)),
        row(r.reprints, String(tally.reprints)),
        row(r.approvals, String(tally.approvals)),
        row(r.offline, counted(tally.offline, words, 'sales')),
      ],
    },
  ];
}

/** Each way of paying, and what went back by it. */
export function tenderRows(tenders: readonly TenderTally[], words: Words): ReportRow[] {
  const r = words.t.report;
  // Who settles is a name for those who have two of them; to everybody else it says nothing.
  const severalChannels = new Set(tenders.flatMap(({ channel }) => channel || [])).size > 1;
  return tenders.flatMap(({ kind, wallet, channel, taken, back }) => {
    const way = wallet && r.wallets[wallet];
    const name = way ? (severalChannels ? `${way} ${channel}` : way) : (r.kinds[kind] ?? kind);
    return [
      row(name, counted(taken, words, 'payments')),
      ...(back.count > 0 ? [row(`${name} · ${r.back}`, counted(back, words))] : []),
    ];
  });
}
