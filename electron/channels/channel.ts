import type { Minor } from '../../shared/domain/money.ts';
import type { Answer } from '../../shared/domain/payment/answer.ts';
import type { RefundAnswer, RefundNumberRule } from '../../shared/domain/payment/refund.ts';
import type { Wallet } from '../../shared/domain/wallet-codes.ts';
import type { Env } from '../../shared/env.ts';
import type { Result } from '../../shared/lib/result.ts';

/**
 * A way to be paid through one provider. A channel asks and tells; it decides nothing, keeps nothing,
 * makes no second try and never throws for what a network or a provider does. When to ask, how often, and
 * what an answer means for the sale is `shared/domain/payment`.
 */
export type Channel = {
  /**
   * Charges `code`. Called once per order number unless not a byte had left (`not-sent`). `declined` only
   * for what the provider's own list calls certain; everything else that is no verified yes is `unknown`.
   */
  submit(charge: Charge, code: PaymentCode): Promise<Answer>;
  /** How an order stands. */
  query(order: Order): Promise<Answer>;
  /** Asks the provider to stop an order. `cancelled` is its claim; the caller confirms it by a query. */
  cancel(order: Order): Promise<Answer>;
  /** Sends money back. The same number twice is one refund, wherever the provider keeps to that. */
  refund(refund: RefundOrder): Promise<RefundAnswer>;
  queryRefund(refund: RefundOrder): Promise<RefundAnswer>;
  /** Finds an order by a number on a customer's bill; which of those its provider can look up is in a channel's README. */
  find(providerNumber: string): Promise<Found>;
  /** Whether provider, merchant and key go together; moves no money. */
  test(): Promise<ChannelTest>;
  /** Drops connections; the channel is not used afterwards. */
  close(): void;
};

/** The digits a customer shows. Prints as `code …1234`; `reveal` is the one way to the whole of it. */
export type PaymentCode = { reveal(): string };

export type Order = {
  readonly order: string;
  readonly amount: Minor;
  readonly currency: string;
  readonly wallet: Wallet;
  /** The provider has answered `pending` for it before. */
  readonly seen: boolean;
  /** The provider has said yes to a cancel of it before. */
  readonly cancelAccepted: boolean;
};

export type Charge = Order & {
  /** What the customer reads on the phone: shop and what is bought in a word. */
  readonly subject: string;
};

export type RefundOrder = {
  readonly number: string;
  /** The order that was paid. */
  readonly order: string;
  readonly amount: Minor;
  readonly currency: string;
  readonly reason: string;
};

export type Found =
  | { readonly kind: 'found'; readonly order: string; readonly answer: Answer }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'no-answer' };

export type ChannelTest =
  | { readonly kind: 'works'; readonly roundTripMs: number }
  | {
      readonly kind: 'fails';
      readonly why: 'unreachable' | 'not-secure' | 'not-a-provider' | 'merchant-unknown' | 'key-wrong';
      /** What the provider said, for people; never a secret. */
      readonly said: string;
    };

/** One setting of a channel; the settings screen draws itself from these. */
export type ChannelField = {
  readonly key: string;
  /** A secret goes into the vault, and comes back only as "set on …, ends …". */
  readonly kind: 'text' | 'url' | 'secret';
  readonly title: Titles;
  readonly hint: Titles;
  readonly lengthMax: number;
};

/** Channels bring their own titles, so that adding one touches no other file. */
export type Titles = { readonly 'zh-CN': string; readonly en: string };

export type ChannelManifest = {
  readonly id: string;
  readonly title: Titles;
  readonly fields: readonly ChannelField[];
  /** Whose codes it can charge. */
  readonly wallets: readonly Wallet[];
  readonly currencies: readonly string[];
  /** Largest single payment, minor units. */
  readonly amountMax: Minor;
  readonly refundNumbers: RefundNumberRule;
  /** The setting that names the merchant; it is told with every attempt. */
  readonly merchantField: string;
};

/** Field values by key; secrets opened. They live in memory only. */
export type ChannelSettings = Readonly<Record<string, string>>;

export type SettingsProblem = {
  readonly field: string;
  readonly problem: 'missing' | 'unreadable' | 'not-secure';
};

export type ChannelEnv = Pick<Env, 'wallMs' | 'monotonicMs' | 'after' | 'log'>;

/** What the host gives every channel. `exchange`: our HTTPS client, or a simulated network in its place. */
export type ChannelHands = { readonly env: ChannelEnv; readonly exchange: Exchange };

/** A line of the registry: what it is, and how it begins; a fault in the settings is known before anything is sent. */
export type ChannelKind = {
  readonly manifest: ChannelManifest;
  open(settings: ChannelSettings, hands: ChannelHands): Result<Channel, SettingsProblem>;
};

export type ChannelRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly deadlineMs: number;
};

/**
 * What became of one request. `not-sent`: proved that not a byte of the request itself left this machine
 * (no address, no connection, no TLS). `lost`: at least one byte may have, and no whole answer came back.
 */
export type ChannelReply =
  | { readonly kind: 'reply'; readonly status: number; readonly text: string }
  | {
      readonly kind: 'not-sent';
      readonly why: 'no-link' | 'no-address' | 'refused' | 'not-secure';
    }
  | { readonly kind: 'lost'; readonly why: 'timeout' | 'cut' | 'unreadable' };

/** Sends one request once; never repeats it, follows no redirect, reuses no connection that could be stale. */
export type Exchange = (request: ChannelRequest) => Promise<ChannelReply>;
