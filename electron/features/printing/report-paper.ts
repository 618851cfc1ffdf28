import type { ReportView } from '../../../shared/contract/shifts.ts';
import type { PrintBlock, PrintDocument } from '../../../shared/domain/document.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import { type CashMove, type Count, cashMoves } from '../../../shared/domain/shift/cash.ts';
import type { DayReport } from '../../../shared/domain/shift/day.ts';
import type { Tally, TenderTally } from '../../../shared/domain/shift/tally.ts';
import type { ShiftReportWords } from '../../../shared/i18n/receipt.ts';
import { centred, moneyOf, pair, rule } from './paper-blocks.ts';
import { heading, type ReceiptFacts } from './receipt.ts';

export type ReportFacts = ReceiptFacts & {
  readonly report: ShiftReportWords;
  readonly currency: string;
  readonly training: boolean;
  /** As the shop calls it; empty where it has one drawer and no name for it. */
  readonly drawerName: (drawer: string) => string;
};
type Money = (amount: Minor) => string;

/** X while the shift goes on, Z with its close: one function, so that the two can't disagree. */
export function reportDocument(shift: ReportView, facts: ReportFacts): PrintDocument {
  const { report: words, timeText } = facts;
  const money = moneyOf(facts.currency);
  const { head, tally, closing } = shift;
  return {
    blocks: [
      ...heading(facts, facts.training),
      centred(closing ? words.z(closing.z) : words.x, { bold: true, double: true }),
      pair(words.businessDay, head.day),
      pair(facts.words.till, [facts.tillLabel, facts.drawerName(head.drawer)].filter(Boolean).join(' · ')),
      pair(facts.words.cashier, nameIn(shift, head.cashier)),
      pair(words.opened, timeText(head.openedAt)),
      ...(closing ? [pair(words.closed, timeText(closing.closedAt))] : []),
      ...tradeBlocks(tally, shift.total, words, money),
      rule,
      ...drawerBlocks(shift, words, money),
      ...(closing ? endBlocks(shift, words, money) : []),
      { kind: 'cut' },
    ],
  };
}

/** The close of a day: its shifts together, and every drawer's difference by itself. */
export function dayDocument(day: DayReport, facts: ReportFacts): PrintDocument {
  const { report: words } = facts;
  const money = moneyOf(facts.currency);
  return {
    blocks: [
      ...heading(facts, facts.training),
      centred(words.day(day.number), { bold: true, double: true }),
      pair(words.businessDay, day.day),
      pair(words.zs, day.zs.map(z => `Z${z}`).join(' ')),
      ...tradeBlocks(day.tally, day.total, words, money),
      rule,
      pair(words.over, money(day.over)),
      pair(words.short, money(day.short)),
      { kind: 'cut' },
    ],
  };
}

function tradeBlocks(tally: Tally, total: Minor, words: ShiftReportWords, money: Money): PrintBlock[] {
  const counted = ({ count, amount }: Count) => `${count} / ${money(amount)}`;
  return [
    rule,
    pair(words.sales, counted(tally.sales)),
    pair(words.gross, money(tally.gross)),
    pair(words.lineDiscount, money(minor(-tally.lineDiscount))),
    pair(words.ticketDiscount, money(minor(-tally.ticketDiscount))),
    ...(tally.rounding === 0 ? [] : [pair(words.rounding, money(tally.rounding))]),
    pair(words.refunds, counted(tally.refunds)),
    pair(words.voids, counted(tally.voids)),
    pair(words.net, money(total), { bold: true }),
    ...tally.taxRows.map(({ permille, net, tax }) =>
      pair(words.taxRate(permille), `${money(net)} ${words.taxOf(money(tax))}`),
    ),
    rule,
    centred(words.tenders),
    ...tally.tenders.flatMap(tender => tenderBlocks(tender, words, counted)),
    rule,
    centred(words.events),
    pair(words.receipts, `${tally.firstReceipt ?? words.none} - ${tally.lastReceipt ?? words.none}`),
    pair(words.removedLines, counted(tally.removedLines)),
    pair(words.voidedCarts, counted(tally.voidedCarts)),
    pair(words.overrides, counted(tally.overrides)),
    pair(words.moves['no-sale'], String(tally.cash['no-sale'].count)),
    pair(words.reprints, String(tally.reprints)),
    pair(words.approvals, String(tally.approvals)),
    pair(words.offline, counted(tally.offline)),
  ];
}

function tenderBlocks(
  { kind, wallet, channel, taken, back }: TenderTally,
  words: ShiftReportWords,
  counted: (count: Count) => string,
): PrintBlock[] {
  const name = wallet ? `${words.wallets[wallet]} ${channel}` : (words.kinds[kind] ?? kind);
  return [pair(name, counted(taken)), ...(back.count > 0 ? [pair(`  ${words.back}`, counted(back))] : [])];
}

/** The ledger of the drawer, and what must lie in it. */
function drawerBlocks(
  { tally, expected, openingVariance }: ReportView,
  words: ShiftReportWords,
  money: Money,
): PrintBlock[] {
  const moves = (Object.keys(cashMoves) as CashMove[]).filter(
    move => move !== 'no-sale' && (move === 'float' || tally.cash[move].count > 0),
  );
  return [
    centred(words.drawerTitle),
    ...moves.map(move => {
      const { count, amount } = tally.cash[move];
      return pair(
        move === 'float' ? words.moves[move] : `${words.moves[move]} ${count}`,
        money(minor(cashMoves[move] < 0 ? -amount : amount)),
      );
    }),
    pair(words.expected, money(expected), { bold: true }),
    ...(openingVariance === 0 ? [] : [pair(words.openingVariance, money(openingVariance))]),
  ];
}

function endBlocks(shift: ReportView, words: ShiftReportWords, money: Money): PrintBlock[] {
  const closing = shift.closing!;
  const counted = shift.counted!;
  const variance = shift.variance!;
  const { held, unknown, unverified } = closing.carried;
  const verdict = variance === 0 ? words.even : variance > 0 ? words.over : words.short;
  return [
    ...(closing.second ? [pair(words.firstCount, money(closing.first.counted))] : []),
    pair(words.counted, money(counted)),
    pair(verdict, money(minor(Math.abs(variance))), { bold: true }),
    pair(words.left, money(closing.leftAsFloat)),
    pair(words.banked, money(minor(counted - closing.leftAsFloat))),
    ...(closing.bag ? [pair(words.bag, closing.bag)] : []),
    rule,
    centred(words.carriedTitle),
    pair(words.held, String(held)),
    pair(words.unknown, `${unknown.count} / ${money(unknown.amount)}`),
    pair(words.unverified, `${unverified.count} / ${money(unverified.amount)}`),
    rule,
    centred(words.cashiers),
    ...shift.tally.cashiers.map(({ staff, sales, refunds }) =>
      pair(
        nameIn(shift, staff),
        `${sales.count} / ${money(sales.amount)}${refunds.count > 0 ? ` ${words.back} ${money(refunds.amount)}` : ''}`,
      ),
    ),
    rule,
    pair(words.grandTotal, money(closing.grandTotal), { bold: true }),
    pair(`  ${words.before}`, money(closing.grandTotalBefore)),
    pair(words.head, `${closing.head.seq} ${closing.head.hash.slice(0, 16)}`),
    pair(words.seal, (shift.hash ?? '').slice(0, 16)),
    pair(words.software, closing.software),
    ...(closing.signedBy ? [pair(words.signed, nameIn(shift, closing.signedBy))] : []),
    { kind: 'blank' },
    pair(words.signature, '________________'),
  ];
}

const nameIn = ({ names }: ReportView, staff: string): string => names[staff] ?? staff;
