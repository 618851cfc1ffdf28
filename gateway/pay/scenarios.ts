import { scenarioTable } from './scenario-table.ts';

export const wallets = ['wechat', 'alipay', 'unionpay'] as const;
export type Wallet = (typeof wallets)[number];

/** What the customer does with a code that has been charged; nothing said means: it is paid at once. */
export type Customer =
  | { readonly does: 'pays'; readonly inMs: number }
  | { readonly does: 'cancels'; readonly inMs: number }
  | { readonly does: 'waits' }
  /** The wallet never hears of the charge. */
  | { readonly does: 'never-asked' }
  | { readonly does: 'is-declined'; readonly why: DeclineReason };

export const declineReasons = ['funds', 'expired', 'used', 'invalid', 'limit', 'risk', 'merchant'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** How the provider gets a wallet’s answer wrong: takes silence for a no, or says nothing and leaves it open. */
export type Trouble = 'misread' | 'left-open';

/** What goes wrong between provider and till, once, with the answer to a charge; the amount, with every query. */
export type WireFault =
  | 'drop-before'
  | 'drop-after'
  | '502-before'
  | '502-after'
  | 'late'
  | 'cut'
  | 'wrong-signature'
  | 'unsigned'
  | 'wrong-amount'
  | 'wrong-order';

export type CancelFault =
  | 'refused-twice'
  /** Closed, and paid all the same a moment later. */
  | 'paid-after'
  /** Paid just before, therefore refused. */
  | 'paid-before'
  /** Paid just before, and yet a success is claimed. */
  | 'claimed';

export type RefundFault = 'slow' | 'fails' | 'drop-after' | Trouble;

/** What will be told of an order when notices and statements are made of the ledger; it changes nothing today. */
export type Later = 'notice-thrice' | 'row-missing' | 'row-extra' | 'other-amount' | 'next-day';

export const groups = ['customer', 'declined', 'trouble', 'wire', 'cancel', 'refund', 'later'] as const;
export type Group = (typeof groups)[number];

/** One row of the table: what a payment code that ends in `suffix` brings about, for every wallet. */
export type Scenario = {
  readonly suffix: string;
  readonly group: Group;
  readonly zh: string;
  readonly en: string;
  readonly customer?: Customer;
  readonly trouble?: Trouble;
  readonly wire?: WireFault;
  readonly cancel?: CancelFault;
  readonly refund?: RefundFault;
  readonly later?: Later;
  /** The provider is not told of the payment, and does not ask either, for ten minutes. */
  readonly unheard?: true;
};

export const lateReplyMs = 30_000;
/** After a close that said yes. */
export const latePaymentMs = 3_000;
export const slowRefundMs = 5_000;

const bySuffix = new Map(scenarioTable.map(scenario => [scenario.suffix, scenario]));

/** What a code brings about; one whose digits say nothing special is paid at once. */
export const scenarioOf = (code: string): Scenario => bySuffix.get(code.slice(-4)) ?? bySuffix.get('0000')!;
