import { z } from 'zod';
import { linesMax, overrideReasons } from '../domain/cart.ts';
import { units } from '../domain/item.ts';
import { packCountMax, packCountMin } from '../domain/pack.ts';
import type { Sale } from '../domain/sale.ts';
import { type HeldSale, wireId } from '../domain/uplink.ts';
import {
  Amount,
  DiscountField,
  ItemIdField,
  LineIdField,
  QuantityField,
  ShiftIdField,
  StaffIdField,
} from './fields.ts';

/**
 * A sale that another till has written, as a gateway tells it: read from outside, so nothing of it is taken for
 * granted. What a newer till adds to a sale is left out; `sumsHold` says whether the rest hangs together.
 */
export const HeldSaleField = z.object({
  label: z.string().max(60),
  record: z.object({
    v: z.int(),
    till: z.string().regex(wireId),
    epoch: z.string(),
    seq: z.int(),
    at: z.int(),
    kind: z.literal('sale-completed'),
    actor: z.string(),
    body: z.json(),
    prev: z.string(),
    hash: z.string(),
  }),
  goodsBack: z.array(z.object({ till: z.string(), line: z.int(), quantity: z.int().min(0) })),
  moneyBack: z.array(z.object({ till: z.string(), tender: z.string(), amount: z.int() })),
}) as unknown as z.ZodType<HeldSale, unknown>;

const Text = z.string().max(400);
const Flags = z.object({ noDiscount: z.boolean(), ageCheck: z.boolean(), deposit: z.boolean() });
const Line = z.object({
  id: LineIdField,
  item: ItemIdField,
  code: Text,
  name: Text,
  category: Text,
  unit: z.enum(units),
  unitPrice: Amount,
  quantity: QuantityField,
  taxPermille: z.int().min(0).max(10_000),
  taxCode: Text,
  flags: Flags,
  discount: DiscountField.nullable(),
  override: z.object({ listed: Amount, reason: z.enum(overrideReasons) }).optional(),
  stamped: Amount.optional(),
  label: Text.optional(),
  packOf: z.int().min(packCountMin).max(packCountMax).optional(),
  gross: Amount,
  lineDiscount: Amount,
  ticketShare: Amount,
  amount: Amount,
  net: Amount,
  tax: Amount,
});
const tender = { id: z.string().regex(wireId), amount: Amount, given: Amount, change: Amount };
const Tender = z.discriminatedUnion('kind', [
  z.object({ ...tender, kind: z.literal('cash') }),
  z.object({
    ...tender,
    kind: z.literal('code'),
    wallet: z.enum(['alipay', 'wechat', 'unionpay', 'ecny']),
    channel: Text,
    attempt: z.string().regex(wireId),
    order: Text,
    providerNumber: Text.nullable(),
  }),
  z.object({ ...tender, kind: z.literal('store-code'), heard: Text }),
]);

/** The body of a `sale-completed`. */
export const SoldField = z.object({
  sale: z.object({
    id: z.string().regex(wireId),
    cart: Text,
    number: z.int().min(1),
    receipt: Text,
    shift: ShiftIdField,
    cashier: StaffIdField,
    at: z.int(),
    offline: z.boolean(),
    training: z.boolean(),
    currency: z.string().length(3),
    taxMode: z.enum(['inclusive', 'exclusive']),
    lines: z.array(Line).min(1).max(linesMax),
    pieces: z.int().min(0),
    gross: Amount,
    lineDiscount: Amount,
    ticketDiscount: Amount,
    net: Amount,
    tax: Amount,
    taxRows: z.array(z.object({ permille: z.int().min(0), net: Amount, tax: Amount })),
    rounding: z.int(),
    total: Amount,
    tenders: z.array(Tender).max(100),
    change: Amount,
  }),
}) as unknown as z.ZodType<{ readonly sale: Sale }, unknown>;
