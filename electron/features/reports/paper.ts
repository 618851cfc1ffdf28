import type { Shop } from '../../../shared/contract/setup.ts';
import type { PrintBlock, PrintDocument } from '../../../shared/domain/document.ts';
import { minorDigits, plainAmount } from '../../../shared/domain/money.ts';
import type { ReportCell, ReportTable } from '../../../shared/domain/report.ts';
import {
  type CellWriting,
  cellText,
  columnName,
  type ReportWords,
  totalsRow,
} from '../../../shared/i18n/report.ts';

/** What a report says on paper besides itself. */
export type PaperFacts = {
  readonly words: ReportWords;
  readonly shop: Shop;
  readonly currency: string;
  readonly printedAt: number;
  readonly timeText: (atMs: number) => string;
};

/** So many columns stand side by side on 58 mm; of a wider table each row becomes a list of names and values. */
const sideBySideMax = 4;
const rule: PrintBlock = { kind: 'rule' };

/** Any report on a receipt printer, 58 or 80 mm. */
export function reportDocument(table: ReportTable, facts: PaperFacts): PrintDocument {
  const { words, shop } = facts;
  const digits = minorDigits(facts.currency);
  const write: CellWriting = { money: amount => plainAmount(amount, digits), time: facts.timeText };
  const body =
    table.columns.length <= sideBySideMax
      ? columnsOf(table, words, write)
      : table.rows.flatMap(row => [...cardOf(row, table, words, write), rule]);
  return {
    blocks: [
      centred([shop.name, shop.branch].filter(Boolean).join(' · ')),
      centred(words.titles[table.report], { bold: true, double: true }),
      centred(words.days(table.from, table.to)),
      rule,
      ...body,
      ...totalsOf(table, words, write),
      centred(facts.timeText(facts.printedAt)),
      { kind: 'cut' },
    ],
  };
}

function columnsOf(table: ReportTable, words: ReportWords, write: CellWriting): PrintBlock[] {
  const cells = (row: readonly ReportCell[]) =>
    row.map((cell, index) => cellText(cell, table.columns[index]!, words, write));
  const heads = table.columns.map(column => columnName(column, words));
  return [
    { kind: 'columns', cells: heads, bold: true },
    ...table.rows.map((row): PrintBlock => ({ kind: 'columns', cells: cells(row) })),
    rule,
  ];
}

/** The first cell as its heading; what is nothing is left out, for paper is short. */
function cardOf(
  row: readonly ReportCell[],
  { columns }: ReportTable,
  words: ReportWords,
  write: CellWriting,
): PrintBlock[] {
  return columns.flatMap((column, index): PrintBlock[] => {
    const cell = row[index] ?? null;
    if (cell === null || (cell === 0 && column.type !== 'hour')) return [];
    const text = cellText(cell, column, words, write);
    return index === 0
      ? [{ kind: 'text', text, bold: true }]
      : [{ kind: 'pair', left: columnName(column, words), right: text }];
  });
}

function totalsOf(table: ReportTable, words: ReportWords, write: CellWriting): PrintBlock[] {
  const totals = totalsRow(table, words);
  if (!totals) return [];
  const rows =
    table.columns.length <= sideBySideMax
      ? [
          {
            kind: 'columns' as const,
            bold: true,
            cells: totals.map((cell, index) =>
              index === 0 ? words.sum : cellText(cell, table.columns[index]!, words, write),
            ),
          },
        ]
      : cardOf(totals, table, words, write);
  return [...rows, rule];
}

const centred = (text: string, style: { bold?: boolean; double?: boolean } = {}): PrintBlock => ({
  kind: 'text',
  text,
  align: 'center',
  ...style,
});
