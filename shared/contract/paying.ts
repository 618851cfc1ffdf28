import { z } from 'zod';
import type { CartId, LineId } from '../domain/cart.ts';
import type { Unit } from '../domain/item.ts';
import type { Minor } from '../domain/money.ts';
import type { Doubt } from '../domain/payment/answer.ts';
import type { AttemptId, IntentId, PaymentState } from '../domain/payment/payment.ts';
import type { Refund, RefundId } from '../domain/payment/refund.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { SaleId, Tender } from '../domain/sale.ts';
import type { Slides } from '../domain/slides.ts';
import type { Wallet } from '../domain/wallet-codes.ts';
import { Amount, CartIdField, Id, Label, NameField, None } from './fields.ts';
import type { FinishedSale } from './selling.ts';
import type { Language } from './setup.ts';
import { command, query, watch } from './word.ts';

export type PaidView = Omit<FinishedSale, 'rest'> & { readonly number: number; readonly sale: SaleId };

/** One attempt as a screen shows it; times are wall ms of this machine's clock. */
export type AttemptView = {
  readonly attempt: AttemptId;
  readonly order: string;
  readonly wallet: Wallet;
  readonly amount: Minor;
  readonly state: PaymentState;
  readonly stopped: boolean;
  readonly wanted: boolean;
  readonly doubt: Doubt | null;
  readonly providerNumber: string | null;
  readonly codeTail: string;
  readonly at: number;
  /** When the till begins to cancel by itself; null where it does not wait for the customer. */
  readonly patienceEndsAt: number | null;
};

/** Whether a customer's code can be taken now, and why not. */
export type CodesView =
  | { readonly can: true; readonly wallets: readonly Wallet[] }
  | { readonly can: false; readonly why: 'no-channel' | 'offline' };

/** What is owed for a frozen cart, and how far its settling is. */
export type IntentView = {
  readonly intent: IntentId;
  readonly cart: CartId;
  readonly due: Minor;
  /** Parts that are settled already. */
  readonly tenders: readonly Tender[];
  readonly remaining: Minor;
  /** What is taken where all that remains is paid in cash: rounded as the shop has set it (抹零). */
  readonly cashDue: Minor;
  /** What the next code is charged: the remaining sum, or the part that was agreed. */
  readonly asking: Minor;
  /** What that part leaves has been put down in cash, and is taken with it. */
  readonly restInCash: boolean;
  /** The newest attempt; what stands before it is dead or paid. */
  readonly attempt: AttemptView | null;
};

export type PayingView = {
  readonly codes: CodesView;
  /** The frozen cart on the counter. */
  readonly intent: IntentView | null;
  /** A code was read before the amount was frozen: one key takes it. */
  readonly offered: { readonly wallet: Wallet; readonly tail: string; readonly until: number } | null;
  readonly parked: readonly ParkedView[];
  /** Payments that wait for a person, for the manager's badge. */
  readonly onDesk: number;
  /** Money on its way back to customers. */
  readonly refundsUnderWay: number;
};

/** A cart that went aside with its payment under way. */
export type ParkedView = IntentView & {
  readonly label: string;
  readonly parkedAt: number;
};

/** How a payment stands, as far as its customer can do something about it; of a failure only that it is one. */
export type DisplayStage =
  | 'show-code'
  /** No code can be taken now: no channel, or no network. */
  | 'pay-at-counter'
  | 'on-phone'
  | 'confirming'
  | 'another-way'
  | 'paid';

/**
 * What the customer's screen shows, for a stranger's eyes: no names of staff, no numbers of orders or receipts,
 * nothing of a code, no reason of a provider. Language and currency are here so that the screen needs no other word.
 */
export type DisplayView = {
  readonly language: Language;
  readonly currency: string;
  readonly shop: string;
  /** `frozen`: the amount has been said and nothing is under way; `waiting`: a payment is. */
  readonly mode: 'closed' | 'idle' | 'ringing' | 'frozen' | 'waiting' | 'paid';
  /** The newest lines, the last of them the newest; `lineCount` counts all. */
  readonly lines: readonly DisplayLine[];
  readonly lineCount: number;
  readonly pieces: number;
  readonly discount: Minor;
  readonly due: Minor;
  /** What goods that came back pay of it. */
  readonly credit: Minor;
  readonly remaining: Minor;
  /** What is to be paid next: all that remains, or the part that was agreed. */
  readonly asking: Minor;
  /** What remains if it is paid in cash, rounded as the shop rounds (抹零); told beside the sum owed, which codes pay, for nobody knows yet which it will be. */
  readonly cashDue: Minor;
  /** Null while no amount has been said. */
  readonly stage: DisplayStage | null;
  readonly change: Minor;
  /** What is shown while nobody is served. */
  readonly slides: Slides;
};
export type DisplayLine = {
  readonly id: LineId;
  readonly name: string;
  readonly quantity: Quantity;
  readonly unit: Unit;
  /** After the line's own discount. */
  readonly amount: Minor;
};

/** Why a payment is on the desk. */
export type DeskReason =
  | 'unknown'
  | 'paid-after-stop'
  | 'late'
  | 'surplus'
  | 'unverified'
  | 'refund-failed'
  | 'refund-unknown';

export type DeskItem = {
  readonly id: string;
  readonly reason: DeskReason;
  /** Wall ms; after half an hour it is shown as pressing. */
  readonly since: number;
  readonly pressing: boolean;
  readonly amount: Minor;
  readonly wallet: Wallet | null;
  readonly order: string;
  readonly receipt: string | null;
  readonly attempt: AttemptView | null;
  readonly refund: Refund | null;
  /** What the till does about it by itself; `asks` asks the provider. */
  readonly tillDoes: 'asks' | 'nothing';
  readonly notes: readonly { readonly at: number; readonly by: string; readonly note: string }[];
  /** What a person may do about it now. */
  readonly acts: readonly DeskAct[];
};
export type DeskAct =
  | 'query'
  | 'accept'
  | 'refund'
  | 'refund-again'
  | 'found-paid'
  | 'found-unpaid'
  | 'verified';

/** One channel as the settings show it: a secret comes back only as when it was set and how it ends. */
export type ChannelView = {
  readonly channel: string;
  readonly title: { readonly 'zh-CN': string; readonly en: string };
  readonly configured: boolean;
  readonly link: 'online' | 'offline' | 'off';
  readonly fields: readonly {
    readonly key: string;
    readonly kind: 'text' | 'url' | 'secret';
    readonly title: { readonly 'zh-CN': string; readonly en: string };
    readonly hint: { readonly 'zh-CN': string; readonly en: string };
    readonly value: string;
    readonly setAt: number | null;
  }[];
};

const IntentIdField = Id as unknown as z.ZodType<IntentId, string>;
const AttemptIdField = Id as unknown as z.ZodType<AttemptId, string>;
const RefundIdField = Id as unknown as z.ZodType<RefundId, string>;
const ChannelValues = z.record(z.string().regex(/^[\w-]{1,40}$/), z.string().max(4_096));
const Channel = z.object({ channel: Id, values: ChannelValues });
const Nothing = undefined as unknown as Record<string, never>;
type Nothing = typeof Nothing;

export const paying = {
  /** Settles what is still owed for the cart in cash. `due` is what the screen showed (`cashDue`): another sum means the cart has changed meanwhile. */
  cash: command(
    'sell',
    z.object({ cart: CartIdField, due: Amount, given: Amount, confirmed: z.boolean().optional() }),
    { beyond: 'sell-below-floor' },
  ).returns<PaidView>(),
  /** Freezes cart and amount; from here on the next code read is the tender. */
  freeze: command('sell', z.object({ cart: CartIdField, due: Amount }), {
    beyond: 'sell-below-floor',
  }).returns<{ intent: IntentId }>(),
  /** Forgets the code that was read among goods. */
  forgetCode: command('sell', None).returns<Nothing>(),
  /** Agrees on a part for the next code; `restInCash`: the rest is there in cash and is taken as soon as the code has paid. */
  ask: command(
    'sell',
    z.object({ intent: IntentIdField, amount: Amount, restInCash: z.boolean().optional() }),
  ).returns<Nothing>(),
  /** Back to the goods; not while a payment is open or a part is settled. */
  unfreeze: command('sell', z.object({ intent: IntentIdField })).returns<Nothing>(),
  stop: command('sell', z.object({ intent: IntentIdField })).returns<Nothing>(),
  waitLonger: command('sell', z.object({ intent: IntentIdField })).returns<Nothing>(),
  /** The cart goes aside with its live payment; the next customer is served. */
  park: command('sell', z.object({ intent: IntentIdField })).returns<Nothing>(),
  bringBack: command('sell', z.object({ intent: IntentIdField })).returns<Nothing>(),
  /** Settles the sale without the open payment; what it brings later is the customer's. */
  goOnWithout: command('pay-despite-unknown', z.object({ intent: IntentIdField })).returns<Nothing>(),
  /** Takes the money for the sale although it came after a stop. */
  accept: command('sell', z.object({ attempt: AttemptIdField })).returns<Nothing>(),
  /** The shop's own static code: the cashier has heard or seen the sum arrive. Counted apart until a statement proves it. */
  storeCode: command(
    'sell',
    z.object({ intent: IntentIdField, amount: Amount, heard: Label(40) }),
  ).returns<Nothing>(),
  refund: command(
    'refund',
    z.object({ attempt: AttemptIdField, amount: Amount, reason: NameField(40) }),
  ).returns<{ refund: RefundId }>(),
  refundAgain: command('refund', z.object({ refund: RefundIdField })).returns<Nothing>(),
  queryNow: command('payment-desk', z.object({ attempt: AttemptIdField })).returns<Nothing>(),
  /** A person has seen it in the provider's own books. */
  foundPaid: command(
    'payment-desk',
    z.object({ attempt: AttemptIdField, providerNumber: NameField(64) }),
  ).returns<Nothing>(),
  foundUnpaid: command(
    'payment-desk',
    z.object({ attempt: AttemptIdField, note: NameField(200) }),
  ).returns<Nothing>(),
  note: command(
    'payment-desk',
    z.object({ attempt: AttemptIdField, note: NameField(200) }),
  ).returns<Nothing>(),
  /** Seen in the statement or the merchant's app; `desk` is the item's id. */
  verified: command('payment-desk', z.object({ desk: Id, note: NameField(200) })).returns<Nothing>(),
  configureChannel: command('manage-settings', Channel).returns<Nothing>(),
  removeChannel: command('manage-settings', z.object({ channel: Id })).returns<Nothing>(),

  state: watch('sell', None).returns<PayingView>(),
  /** Also while nobody is signed in: the screen stands there. */
  display: watch('face-customer', None).returns<DisplayView>(),
  desk: watch('payment-desk', None).returns<readonly DeskItem[]>(),
  channels: watch('manage-settings', None).returns<readonly ChannelView[]>(),
  /** Moves no money. Empty values stand for what is set. */
  testChannel: query('manage-settings', Channel).returns<
    | { readonly kind: 'works'; readonly roundTripMs: number }
    | { readonly kind: 'fails'; readonly why: string; readonly said: string }
  >(),
  /** 查单 by the number on the customer's bill: the provider's, the merchant's order number, or the aggregator's. */
  find: query('sell', z.object({ number: NameField(64) })).returns<
    | { readonly kind: 'ours'; readonly attempt: AttemptView; readonly receipt: string | null }
    | { readonly kind: 'not-found' | 'no-answer' }
  >(),
};
