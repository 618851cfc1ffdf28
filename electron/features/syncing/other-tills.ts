import { createHash } from 'node:crypto';
import { HeldSaleField, SoldField } from '../../../shared/contract/held-sale.ts';
import type { LineId } from '../../../shared/domain/cart.ts';
import { sealText } from '../../../shared/domain/journal.ts';
import { minor } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { sumsHold } from '../../../shared/domain/refunding/sums.ts';
import type { HeldSale } from '../../../shared/domain/uplink.ts';
import type { OtherTills, SaleAtTill } from '../../core/ports.ts';
import type { Uplink } from '../../uplinks/uplink.ts';

/** Asks the gateway over the line that is open; `till` is this one's own id. */
export const otherTills = (till: string, uplink: () => Uplink | null): OtherTills => ({
  async look(receipt) {
    const line = uplink();
    if (!line) return 'not-asked';
    const answer = await line.sale(receipt);
    if (answer.kind !== 'held') return 'not-asked';
    const sales = answer.sales.map(held => believe(held, receipt, till));
    // One that can't be believed is not left out: without it another sale would look like the only one.
    return sales.includes(undefined) ? 'unclear' : sales.filter(sale => sale !== undefined);
  },
});

/**
 * Reads a sale out of an answer. It is believed where it is the very row that its hash was taken of, is of the
 * receipt that was asked for, and its sums hold.
 */
function believe(answer: unknown, receipt: string, own: string): SaleAtTill | undefined {
  const read = HeldSaleField.safeParse(answer);
  if (!read.success) return undefined;
  const { label, record, goodsBack, moneyBack } = read.data;
  const sold = SoldField.safeParse(record.body);
  if (!isSealed(record) || !sold.success) return undefined;
  const { sale } = sold.data;
  if (sale.receipt !== receipt || !sumsHold(sale)) return undefined;
  return {
    till: record.till === own ? null : { id: record.till, label },
    sale,
    // Of what came back here this till's own journal knows more than anybody.
    goodsBack: goodsBack
      .filter(back => back.till !== own)
      .map(back => ({ line: back.line as LineId, quantity: quantity(back.quantity) })),
    moneyBack: moneyBack
      .filter(back => back.till !== own)
      .map(back => ({ tender: back.tender, amount: minor(back.amount) })),
  };
}

function isSealed({ hash, ...record }: HeldSale['record']): boolean {
  try {
    return createHash('sha256').update(sealText(record), 'utf8').digest('hex') === hash;
  } catch {
    return false; // A body with fractions is no till's; canonical JSON says so by throwing.
  }
}
