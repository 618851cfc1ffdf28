import { minor, minorDigits, plainAmount } from '../../shared/domain/money.ts';
import type { PricedLine } from '../../shared/domain/pricing.ts';
import { plainQuantity } from '../../shared/domain/quantity.ts';
import type { Sale } from '../../shared/domain/sale.ts';
import { type ExportColumn, exportColumns } from '../../shared/i18n/cli.ts';
import { csvMark, csvRow } from '../../shared/lib/csv.ts';

/** The mark and the row of headings. */
export const csvHead = (headings: Readonly<Record<ExportColumn, string>>): string =>
  csvMark + csvRow(exportColumns.map(column => headings[column]));

/**
 * One row per line of a sale. What a line adds to the sale's sum stands in `paid`, so that a column can be
 * summed without counting anything twice; times are UTC, as ISO 8601 writes them.
 */
export const csvOfSale = (sale: Sale): string =>
  sale.lines
    .map((line, index) => {
      const cells = cellsOf(sale, line, index + 1);
      return csvRow(exportColumns.map(column => cells[column]));
    })
    .join('');

function cellsOf(sale: Sale, line: PricedLine, place: number): Record<ExportColumn, string> {
  const digits = minorDigits(sale.currency);
  const amount = (value: number) => plainAmount(minor(value), digits);
  return {
    receipt: sale.receipt,
    number: String(sale.number),
    time: new Date(sale.at).toISOString(),
    shift: sale.shift,
    cashier: sale.cashier,
    line: String(place),
    code: line.code,
    name: line.name,
    category: line.category,
    unit: line.unit,
    quantity: plainQuantity(line.quantity),
    unitPrice: amount(line.unitPrice),
    gross: amount(line.gross),
    lineDiscount: amount(line.lineDiscount),
    ticketShare: amount(line.ticketShare),
    net: amount(line.net),
    tax: amount(line.tax),
    paid: amount(line.net + line.tax),
    currency: sale.currency,
    taxRate: `${line.taxPermille / 10}%`,
    offline: sale.offline ? '1' : '0',
    training: sale.training ? '1' : '0',
    sale: sale.id,
  };
}
