import { z } from 'zod';
import type { CartId, LineId } from '../domain/cart.ts';
import { scanMax } from '../domain/codes.ts';
import type { Discount } from '../domain/discount.ts';
import type { ItemId } from '../domain/item.ts';
import { amountMax, type Minor } from '../domain/money.ts';
import { type Quantity, quantityMax } from '../domain/quantity.ts';
import type { ShiftId, StaffId } from '../domain/sale.ts';
import { maskCodes } from '../domain/wallet-codes.ts';
import { tameText } from '../lib/text.ts';

// Fields that many words share. Everything from outside is bounded here, at the door.

const id = z.string().min(1).max(64);
/** An id of our own making: what two machines could write differently, or a line end, has no place in it. */
export const Id = z.string().regex(/^[\w.:-]{1,64}$/);
export const CartIdField = id as unknown as z.ZodType<CartId, string>;
export const ItemIdField = id as unknown as z.ZodType<ItemId, string>;
export const ShiftIdField = id as unknown as z.ZodType<ShiftId, string>;
export const StaffIdField = id as unknown as z.ZodType<StaffId, string>;
export const LineIdField = z.int().min(1).max(1_000_000) as unknown as z.ZodType<LineId, number>;

/** Whole minor units, from nothing to 99,999,999.99. JSON has a -0, money has not. */
export const Amount = z
  .int()
  .min(0)
  .max(amountMax)
  .overwrite(value => value + 0) as unknown as z.ZodType<Minor, number>;
/** Whole thousandths, more than none. */
export const QuantityField = z.int().min(1).max(quantityMax) as unknown as z.ZodType<Quantity, number>;

/** A secret until it is classified: never logged, never echoed, never in an error. */
export const ScanText = z.string().min(1).max(scanMax);

/** A day as the shop's wall calendar shows it, `2026-11-28`. */
export const LocalDate = z.iso.date();
/** The last digits of a receipt's number. */
export const ReceiptTail = z.string().regex(/^\d{1,12}$/);

/** Text that people typed: controls and direction marks become blanks, a payment code or card its last four digits. */
export const Label = (charactersMax: number) =>
  z
    .string()
    .max(charactersMax * 4)
    .transform(text => maskCodes(tameText(text)))
    .pipe(z.string().max(charactersMax));
export const NameField = (charactersMax: number) => Label(charactersMax).pipe(z.string().min(1));

export const Pin = z.string().regex(/^\d{4,8}$/);

/** A one-time code of six digits (RFC 6238), as a phone shows it. */
export const OneTimeCode = z.string().regex(/^\d{6}$/);

export const DiscountField: z.ZodType<Discount> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('share'), permilleOff: z.int().min(1).max(1000) }),
  z.object({ kind: z.literal('amount'), off: Amount as unknown as z.ZodType<Minor> }),
]) as unknown as z.ZodType<Discount>;

export const None = z.object({}).strict();
