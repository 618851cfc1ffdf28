import type { RefundableSale } from '../../../shared/contract/refunding.ts';
import type { LineId } from '../../../shared/domain/cart.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { Refunded } from '../../../shared/domain/refunding/mirror.ts';
import { parseReceipt, receiptNumber, type Sale, type SaleId } from '../../../shared/domain/sale.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse } from '../../core/feature.ts';
import type { SaleAtTill } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { refundable } from './find-sale.ts';
import type { RefundingPorts } from './record.ts';
import { refundedOf } from './refunds.ts';

/** A sale that goods may come back of: whose it is, and what came back of it at other tills, as far as they told. */
export type Returnable = SaleAtTill;

/** Which sale a command means: by its number here, or as another till's by its id and the receipt it printed. */
export type Meant = {
  readonly sale: number;
  readonly other: { readonly id: string; readonly receipt: string } | null;
};

/** The sale that a command means, with what the gateway knows of it at this moment. */
export async function lookAgain(
  { sale: number, other }: Meant,
  ports: RefundingPorts,
): Promise<Answer<Returnable>> {
  if (!other) {
    const sale = ports.selling.sale(number);
    return sale ? ok(await withOthers(sale, ports)) : refuse('no-such-sale', {});
  }
  const found = await soldElsewhere(other.receipt, ports);
  if (!found.ok) return found;
  const meant = found.value.find(({ sale }) => sale.id === (other.id as SaleId));
  return meant ? ok(meant) : refuse('sale-not-at-gateway', other);
}

/**
 * A sale of this till. Where nobody can be asked it is refunded all the same: without a line the shop goes on,
 * and what two tills took back is told when their journals meet.
 */
export async function withOthers(sale: Sale, { link, others }: RefundingPorts): Promise<Returnable> {
  const told = link.isOnline() ? await others.look(sale.receipt) : 'not-asked';
  const own = Array.isArray(told) ? told.find(each => each.sale.id === sale.id) : undefined;
  return { till: null, sale, goodsBack: own?.goodsBack ?? [], moneyBack: own?.moneyBack ?? [] };
}

/** What the other tills sold under this receipt, newest first: two of them may have one label. */
export async function findElsewhere(
  text: string,
  db: ReadDb,
  ports: RefundingPorts,
): Promise<Answer<readonly RefundableSale[]>> {
  const named = parseReceipt(cleanScan(text).text);
  if (!named || named.label === null) return refuse('no-such-sale', {});
  const found = await soldElsewhere(receiptNumber(named.label, Number(named.digits)), ports);
  return found.ok ? ok(found.value.map(each => refundable(db, each, ports))) : found;
}

async function soldElsewhere(receipt: string, ports: RefundingPorts): Promise<Answer<readonly Returnable[]>> {
  const told = await ports.others.look(receipt);
  if (told === 'not-asked') return refuse('other-tills-unreachable', { receipt });
  if (told === 'unclear') return refuse('sale-unclear', { receipt });
  const sales = told.filter(each => each.till !== null);
  if (sales.length === 0) return refuse('sale-not-at-gateway', { receipt });
  // Practice is worth nothing, and a drawer holds one kind of money.
  const { currency, training } = ports.setup.settings();
  const fits = sales.every(({ sale }) => sale.currency === currency && sale.training === (training !== 'no'));
  return fits ? ok(sales) : refuse('sale-unclear', { receipt });
}

/** How much of each line came back, at this till and at the others. */
export function allBack(db: ReadDb, { sale, goodsBack }: Returnable): Refunded {
  const back = new Map<LineId, number>(refundedOf(db, sale.id));
  for (const { line, quantity: more } of goodsBack) back.set(line, (back.get(line) ?? 0) + more);
  return new Map(
    sale.lines
      .filter(({ id }) => back.has(id))
      // Two tills may have taken back more than was sold; nothing is left then, and no less than that.
      .map(({ id, quantity: sold }) => [id, quantity(Math.min(sold, back.get(id) ?? 0))]),
  );
}
