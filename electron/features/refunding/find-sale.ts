import type { FoundSale, RefundableSale } from '../../../shared/contract/refunding.ts';
import type { CheckedOf } from '../../../shared/contract/words.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { tendersLeft } from '../../../shared/domain/refunding/plan.ts';
import { parseReceipt, type Sale } from '../../../shared/domain/sale.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse } from '../../core/feature.ts';
import type { ReadDb } from '../../db/open.ts';
import { allBack, type Returnable } from './elsewhere.ts';
import type { RefundingPorts } from './record.ts';
import { refundsOf } from './refunds.ts';

/** Fewer digits than a receipt has are the end of a number. */
const wholeNumberDigits = 6;

/** The sale a text names: a receipt as it is printed and scanned, its number, or the number's last digits. */
export function findSale(text: string, { selling, setup }: RefundingPorts): Answer<Sale> {
  const named = parseReceipt(cleanScan(text).text);
  if (!named) return refuse('no-such-sale', {});
  const { label, digits } = named;
  const whole = label !== null || digits.length >= wholeNumberDigits;
  const sale = whole ? selling.sale(Number(digits)) : selling.lastSaleEnding(digits);
  // The same number of another till is another sale. The label a sale has on it is the one it was printed with.
  const ownLabel = sale ? parseReceipt(sale.receipt)?.label : setup.settings().tillLabel;
  if (label !== null && label !== ownLabel)
    return refuse('sale-of-other-till', { receipt: `${label}-${digits}` });
  return sale ? ok(sale) : refuse('no-such-sale', {});
}

/** More than anybody looks through while a customer waits. */
const foundMax = 50;

/** Sales of that day, of that sum, of that end of a number; newest first. */
export async function findSales(
  wanted: CheckedOf<'refunding.find'>,
  { tickets, selling }: RefundingPorts,
): Promise<FoundSale[]> {
  const found = await tickets().find({ ...wanted, kind: 'sale' }, foundMax);
  return found.map(({ number, receipt, at, total, pieces }) => ({
    number,
    receipt,
    at,
    total,
    pieces,
    name: selling.sale(number)?.lines[0]?.name ?? '',
  }));
}

/** What of a sale can still come back. */
export function refundable(db: ReadDb, found: Returnable, ports: RefundingPorts): RefundableSale {
  const { till, sale, moneyBack } = found;
  return {
    sale,
    till,
    refunded: [...allBack(db, found)].map(([line, quantity]) => ({ line, quantity })),
    tenders: tendersLeft(sale, [...refundsOf(db, sale.id), { back: moneyBack }], ({ attempt, amount }) =>
      // Of another till's payment this one has nothing on record but what came back.
      till ? amount : ports.payments.refundable(attempt),
    ),
    voidable: !till && isVoidable(db, sale, ports),
    // What another till knows of an invoice is not known here.
    invoice: till ? 'none' : ports.invoices.stateOf(sale.number),
  };
}

/** The last sale of the open shift, with nothing sold and nothing brought back since. */
export function isVoidable(db: ReadDb, sale: Sale, { shifts }: RefundingPorts): boolean {
  const last = db.get<{ kind: string; sale: number | null }>(
    `SELECT kind, body ->> '$.sale.number' AS sale FROM journal
     WHERE kind IN ('sale-completed', 'sale-refunded', 'sale-voided') ORDER BY seq DESC LIMIT 1`,
  );
  return sale.shift === shifts.current()?.id && last?.kind === 'sale-completed' && last.sale === sale.number;
}
