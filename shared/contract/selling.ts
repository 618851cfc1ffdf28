import { z } from 'zod';
import { type CartId, type LineId, overrideReasons } from '../domain/cart.ts';
import type { Discount } from '../domain/discount.ts';
import { createdCategoryMax, createdNameMax, type ItemId } from '../domain/item.ts';
import type { LabelReading } from '../domain/labels/read.ts';
import type { Minor } from '../domain/money.ts';
import type { PricedCart } from '../domain/pricing.ts';
import type { Quantity } from '../domain/quantity.ts';
import { quickPagesMax, quickPlacesMax, quickTitleMax } from '../domain/quick-page.ts';
import { removalReasons } from '../domain/removal.ts';
import type { Sale, Tender } from '../domain/sale.ts';
import type { MoneyBack } from '../domain/sale-refund.ts';
import type { Wallet } from '../domain/wallet-codes.ts';
import {
  Amount,
  CartIdField,
  DiscountField,
  Id,
  ItemIdField,
  Label,
  LineIdField,
  NameField,
  None,
  QuantityField,
  ScanText,
} from './fields.ts';
import type { Refusal } from './refusals.ts';
import { command, query, watch } from './word.ts';

/** What the next scan means: goods, a payment code, nothing (nobody is signed in, no shift), or the next customer's first goods. */
export type TillMode = 'closed' | 'selling' | 'paying' | 'change';

export type CartView = {
  readonly id: CartId;
  readonly mode: TillMode;
  readonly priced: PricedCart;
  /** What is taken where all of it, less an exchange's credit, is paid in cash: rounded as the shop has set it (抹零). */
  readonly cashDue: Minor;
  /** Tobacco or alcohol is in it, and nobody has said yet that the customer is old enough. */
  readonly ageCheck: boolean;
  readonly discount: Discount | null;
  readonly current: LineId | null;
  /** Lines that go below their floor. */
  readonly below: readonly LineId[];
  /** Whoever voids it has to say why. */
  readonly voidAsks: boolean;
  /** `3*` was keyed: the next goods come threefold. */
  readonly multiplier: Quantity | null;
  /** The sale just finished, until the next customer's first goods; the change screen shows it. */
  readonly finished: FinishedSale | null;
  /** Goods that came back pay for this cart first (换货). */
  readonly credit: { readonly refund: number; readonly receipt: string; readonly amount: Minor } | null;
  readonly heldCarts: number;
};

export type FinishedSale = {
  readonly number: number;
  readonly receipt: string;
  readonly total: Minor;
  readonly given: Minor;
  readonly change: Minor;
  readonly tenders: readonly Tender[];
  /** What goes back of an exchange, for its goods cost less. */
  readonly rest: readonly MoneyBack[];
};

export type HeldCart = {
  readonly cart: CartId;
  readonly label: string;
  /** Names of what else is in it, three at most: two sales that begin with the same goods are told apart. */
  readonly others: readonly string[];
  readonly heldAt: number;
  readonly by: string;
  readonly pieces: number;
  readonly due: Minor;
};

/** What became of a scan. Never holds the scanned text unless it is goods. */
export type ScanOutcome =
  | {
      readonly outcome: 'added';
      readonly line: LineId;
      readonly name: string;
      /** The label's sum counts, though the price list now makes another one of its weight. */
      readonly labelPrice?: { readonly printed: Minor; readonly now: Minor };
    }
  /**
   * `asked`: they are on a scale's label, and `takeLabel` says which. `part`: the digits that were typed are no code,
   * and these goods were found by them.
   */
  | {
      readonly outcome: 'choose';
      readonly items: readonly GoodsTile[];
      readonly asked?: string;
      readonly part?: boolean;
    }
  /** This very label is on the cart already; `takeLabel` adds it again. */
  | {
      readonly outcome: 'label-again';
      readonly asked: string;
      readonly name: string;
      readonly sum: Minor;
    }
  /**
   * `plu`: it is a label of the shop's scale, whose item code the price list does not know. `code`: the whole of
   * it, where it is a retail code with its check digit right, so that goods can be put on the list under it.
   */
  | {
      readonly outcome: 'unknown-code';
      readonly tail: string;
      readonly checkDigitWrong: boolean;
      readonly plu?: string;
      readonly code?: string;
    }
  /** A payment code among goods: one key freezes the amount and takes it. */
  | { readonly outcome: 'payment-code'; readonly wallet: Wallet }
  /** A payment code for the frozen amount: it is being charged. */
  | { readonly outcome: 'code-taken'; readonly wallet: Wallet; readonly amount: Minor }
  | {
      readonly outcome: 'code-refused';
      readonly wallet: Wallet;
      readonly why:
        | 'no-channel'
        | 'wallet-not-supported'
        | 'offline'
        | 'payment-open'
        | 'used-before'
        | 'nothing-owed'
        | 'age-check-first'
        | 'below-floor-first';
    }
  /**
   * While an amount is frozen, what could be a payment code and a label of goods that this shop sells (`name`):
   * nothing is charged before somebody has said that it is a code.
   */
  | { readonly outcome: 'code-or-label'; readonly wallet: Wallet; readonly name: string }
  /** Somebody typed the number of a bank card, which has no place in a till. */
  | { readonly outcome: 'bank-card' }
  /** While an amount is frozen, whatever is no payment code. */
  | { readonly outcome: 'not-a-code' }
  /** The code on a receipt: its sale is opened to be refunded. */
  | { readonly outcome: 'receipt'; readonly receipt: string }
  /** The slip of a held cart: it is on the counter again. */
  | { readonly outcome: 'recalled'; readonly label: string }
  /** The slip of a cart that waits no more. */
  | { readonly outcome: 'slip-spent' }
  | { readonly outcome: 'link' }
  | { readonly outcome: 'too-short' }
  | { readonly outcome: 'till-closed' }
  /** It was a person's badge: they are at the till now, with the cart as it was. */
  | { readonly outcome: 'signed-in'; readonly name: string };

/**
 * What a scanned text is to the till, for people who ask. A payment code comes masked (first two, last
 * four digits), of a text of unknown kind only the tail is told.
 */
export type CodeReading = {
  /** Characters, once line ends, blanks and the symbology prefix are off. */
  readonly length: number;
  /** AIM symbology identifier the scanner sent in front, such as `]E0`. */
  readonly aim: string | null;
} /** `label`: the code is the item code on a scale's label, which says this besides. */ & (
  | {
      readonly kind: 'goods';
      readonly code: string;
      readonly items: readonly GoodsTile[];
      readonly label?: LabelReading;
    }
  /** `rules`: which version of the wallets' shapes says so. `card`: typed by hand it would be refused as a bank card's number. */
  | {
      readonly kind: 'payment-code';
      readonly wallet: Wallet;
      readonly masked: string;
      readonly rules: string;
      readonly card: boolean;
    }
  | { readonly kind: 'bank-card'; readonly masked: string }
  | { readonly kind: 'receipt'; readonly receipt: string }
  | { readonly kind: 'link' }
  | { readonly kind: 'too-short' }
  | {
      readonly kind: 'unknown-code';
      readonly tail: string;
      readonly checkDigitWrong: boolean;
      readonly plu?: string;
    }
);

/** A scan that the core refused and that no page had sent: nobody but a moment can tell of it. */
export type RefusedScan = { readonly outcome: 'refused'; readonly refusal: Refusal };

/** Something that happened at the till and must be seen once; `seq` counts up, so a page knows what it has shown. */
export type Moment = {
  readonly seq: number;
  readonly at: number;
  readonly what: ScanOutcome | RefusedScan | PaymentResult;
};

/** A payment has come to something a person must hear of; `parked` where its customer is not the one at the counter. */
export type PaymentResult = {
  readonly outcome: 'payment-result';
  readonly result:
    | 'paid'
    | 'declined'
    | 'cancelled'
    | 'not-sent'
    | 'suspense'
    | 'paid-after-stop'
    | 'late-paid';
  readonly wallet: Wallet;
  readonly amount: Minor;
  readonly parked: boolean;
};

export type GoodsTile = {
  readonly item: ItemId;
  readonly code: string;
  readonly name: string;
  readonly price: Minor;
  readonly unit: 'piece' | 'kg' | '500g' | 'jin';
};

/** `gone`: the price list has it no more; its name is the last one known. */
export type OwnTile = GoodsTile & { readonly gone: boolean };

/** A page that people have arranged; null is an empty place. */
export type OwnPage = {
  readonly page: string;
  readonly title: string;
  readonly tiles: readonly (OwnTile | null)[];
};

export type QuickKeys = {
  readonly own: readonly OwnPage[];
  /** What this till sells at this hour of the day, most first; empty until it has sold for some days. */
  readonly hour: readonly GoodsTile[];
  /** Most sold, with no title, then the price list's categories. */
  readonly groups: readonly { readonly title: string; readonly tiles: readonly GoodsTile[] }[];
};

/** Why goods go; needed where the shop asks for it (`reason-needed`). */
const Removed = z.enum(removalReasons).optional();

export const selling = {
  cart: watch('sell', None).returns<CartView>(),
  /** Open, for a scanner can also speak while nobody is signed in, and its refusal must be seen. */
  moments: watch('open', None).returns<readonly Moment[]>(),
  held: watch('sell', None).returns<readonly HeldCart[]>(),
  quickKeys: watch('sell', None).returns<QuickKeys>(),
  /** All of the shop's own pages, in their order. Whoever keeps the goods keeps their keys. */
  arrangeKeys: command(
    'import-catalog',
    z.object({
      pages: z
        .array(
          z.object({
            page: Id,
            title: NameField(quickTitleMax),
            places: z.array(ItemIdField.nullable()).max(quickPlacesMax),
          }),
        )
        .max(quickPagesMax),
    }),
  ).returns<Record<string, never>>(),
  scan: command(
    'sell',
    z.object({ text: ScanText, from: z.enum(['keyboard', 'typed', 'serial']) }),
  ).returns<ScanOutcome>(),
  /** Answers what a scan of a label has asked: which of its goods, or once more the same label. */
  takeLabel: command('sell', z.object({ asked: Id, item: ItemIdField.optional() })).returns<ScanOutcome>(),
  /** What could be a label or a payment code (`code-or-label`) is a payment code: it is charged. */
  takeAsCode: command('sell', None).returns<ScanOutcome>(),
  /** `code` is one of the item's; that of a pack sells the pack. */
  add: command(
    'sell',
    z.object({
      item: ItemIdField,
      code: z.string().max(80).optional(),
      quantity: QuantityField.optional(),
    }),
  ).returns<{ line: LineId }>(),
  multiply: command('sell', z.object({ quantity: QuantityField.nullable() })).returns<
    Record<string, never>
  >(),
  select: command('sell', z.object({ line: LineIdField })).returns<Record<string, never>>(),
  setQuantity: command(
    'sell',
    z.object({ cart: CartIdField, line: LineIdField, quantity: QuantityField, reason: Removed }),
  ).returns<Record<string, never>>(),
  /** Sets the unit price of a line by hand (改价); the price list's own takes an override away. */
  setPrice: command(
    'override-price',
    z.object({ cart: CartIdField, line: LineIdField, price: Amount, reason: z.enum(overrideReasons) }),
    { beyond: 'sell-below-floor' },
  ).returns<Record<string, never>>(),
  /** So many pieces more (`+`) or fewer (`-`) of a line. */
  adjust: command(
    'sell',
    z.object({ cart: CartIdField, line: LineIdField, by: z.int().min(-999).max(999), reason: Removed }),
  ).returns<Record<string, never>>(),
  /** Sells what is on no price list (无条码商品); `scanned`: under the unknown code that was scanned last. */
  addOpen: command('sell', z.object({ name: NameField(30), price: Amount, scanned: z.boolean() })).returns<{
    line: LineId;
  }>(),
  /** Puts goods on the price list under the unknown code that was scanned (建档), and one of them on the cart. */
  createGoods: command(
    'create-goods',
    z.object({
      code: z.string().max(14),
      name: NameField(createdNameMax),
      price: Amount,
      category: Label(createdCategoryMax).default(''),
    }),
  ).returns<{ line: LineId }>(),
  /** The cashier has seen that the customer is old enough for what is in the cart. */
  confirmAge: command('sell', z.object({ cart: CartIdField })).returns<Record<string, never>>(),
  removeLine: command('sell', z.object({ cart: CartIdField, line: LineIdField, reason: Removed })).returns<
    Record<string, never>
  >(),
  discountLine: command(
    'discount',
    z.object({ cart: CartIdField, line: LineIdField, discount: DiscountField.nullable() }),
    { beyond: 'sell-below-floor' },
  ).returns<Record<string, never>>(),
  discountTicket: command('discount', z.object({ cart: CartIdField, discount: DiscountField.nullable() }), {
    beyond: 'sell-below-floor',
  }).returns<Record<string, never>>(),
  voidCart: command('void-cart', z.object({ cart: CartIdField, reason: Removed })).returns<
    Record<string, never>
  >(),
  hold: command('sell', z.object({ cart: CartIdField, label: Label(20).optional() })).returns<{
    label: string;
  }>(),
  recall: command('sell', z.object({ cart: CartIdField })).returns<Record<string, never>>(),
  nextCustomer: command('sell', None).returns<Record<string, never>>(),
  /** Finished sales, oldest first, from `afterNumber` on; for export and lists. */
  sales: query(
    'view-reports',
    z.object({ afterNumber: z.int().min(0), limit: z.int().min(1).max(500) }),
  ).returns<readonly Sale[]>(),
  /** How the till would read a scanned text, without doing anything about it. */
  readCode: query('search', z.object({ text: ScanText })).returns<CodeReading>(),
  lastSales: query('sell', z.object({ limit: z.int().min(1).max(50) })).returns<readonly Sale[]>(),
};
