import type { ReportView } from '../../../shared/contract/shifts.ts';
import { minor } from '../../../shared/domain/money.ts';
import { type CashMove, cashMoves } from '../../../shared/domain/shift/cash.ts';
import type { Words } from '../../kit/words.tsx';
import { counted, type ReportSection, row } from './report-row.ts';

/** The ledger of the drawer, and what must lie in it. */
export function cashSection({ tally, expected, openingVariance }: ReportView, words: Words): ReportSection {
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
export function endSections(
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
        row(r.unknown, counted(unknown, words, 'payments')),
        row(r.unverified, counted(unverified, words, 'payments')),
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
