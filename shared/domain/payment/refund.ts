import { never } from '../../lib/assert.ts';
import type { Brand } from '../../lib/brand.ts';
import type { Minor } from '../money.ts';
import type { Doubt, NotSentReason } from './answer.ts';
import { refundNumber } from './order-number.ts';
import type { AttemptId } from './payment.ts';

export type RefundId = Brand<string, 'RefundId'>;

/** What a provider is asked about one refund. */
export type RefundAsked = 'refund' | 'query-refund';

/** Why a refund certainly was not made. `balance`: the merchant's account at the provider is empty (商户余额不足). */
export const refundFailures = ['balance', 'too-late', 'too-much', 'merchant-setup', 'other'] as const;
export type RefundFailure = (typeof refundFailures)[number];

export type RefundAnswer =
  | { readonly kind: 'refunded'; readonly amount: Minor }
  /** The provider has it and works on it. */
  | { readonly kind: 'processing' }
  /** `spent`: the provider has this number, and will never make a refund under it. */
  | {
      readonly kind: 'failed';
      readonly reason: RefundFailure;
      readonly said: string;
      readonly spent: boolean;
    }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-sent'; readonly why: NotSentReason }
  | { readonly kind: 'unknown'; readonly why: Doubt };

/**
 * Money on its way back to a customer. `requested`: on disk, perhaps sent; `refunding`: the provider works
 * on it; `refund-unknown`; `refund-failed`: certainly not made, waits for a person to say it again;
 * `refunded`: final.
 */
export type Refund = {
  readonly id: RefundId;
  readonly attempt: AttemptId;
  /** The order number of the payment. */
  readonly order: string;
  readonly channel: string;
  readonly amount: Minor;
  readonly currency: string;
  readonly state:
    | { readonly name: 'requested' | 'refunding' | 'refund-unknown' | 'refunded' }
    | {
        readonly name: 'refund-failed';
        readonly reason: RefundFailure;
        readonly said: string;
        readonly spent: boolean;
      };
  /** Under which numbers it was tried; the last one is asked about. */
  readonly numbers: readonly [string, ...string[]];
  /** Answers in a row that settled nothing, for the waits between them. */
  readonly asks: number;
  readonly doubt: Doubt | null;
  /** It was sent under this number and nobody knows what became of that: it can still arrive. */
  readonly astray: boolean;
};

export type RefundEvent =
  | { readonly type: 'answered'; readonly asked: RefundAsked; readonly answer: RefundAnswer }
  | { readonly type: 'restarted' }
  | { readonly type: 'query-now' }
  /** A person wants it tried once more. `numbers`: what the provider's rule is for a refund that failed. */
  | { readonly type: 'again'; readonly numbers: RefundNumberRule };

/** Whether a number under which a refund failed can be used again, or is spent for ever once the provider has it. */
export type RefundNumberRule = 'same' | 'new-after-failure';

export type RefundAsk = { readonly do: RefundAsked; readonly inMs: number };
export type RefundStep = { readonly next: Refund; readonly ask: RefundAsk | 'none' | 'as-before' };

/** Waits between two asks that settled nothing; the last one holds for ever after. */
const waitsMs: readonly number[] = [3_000, 5_000, 10_000, 20_000, 40_000, 60_000];
/** A provider that does not know a refund after this many asks is sent it again, under the same number. */
const resendAfterAsks = 4;

export const lastNumber = (refund: Refund): string => refund.numbers.at(-1)!;

export const newRefund = (
  of: Pick<Refund, 'id' | 'attempt' | 'order' | 'channel' | 'amount' | 'currency'>,
  place: number,
): Refund => ({
  ...of,
  state: { name: 'requested' },
  numbers: [refundNumber(of.order, place, 1)],
  asks: 0,
  doubt: null,
  astray: false,
});

/**
 * The whole life of a refund. A number is sent again only where nothing can have happened twice: not a byte
 * had left, or the provider does not know it. A new number is taken only after the provider has said of the
 * old one, which it has, that it failed: one that is still on its way must find its own number taken.
 */
export function refundStep(refund: Refund, event: RefundEvent): RefundStep {
  switch (event.type) {
    case 'answered':
      return refund.state.name === 'refunded' || refund.state.name === 'refund-failed'
        ? { next: refund, ask: 'as-before' }
        : answered(refund, event.asked, event.answer);
    case 'restarted':
      return isAskingBack(refund)
        ? ask({ ...refund, astray: true }, 'query-refund', 0)
        : { next: refund, ask: 'as-before' };
    case 'query-now':
      return isAskingBack(refund) ? ask(refund, 'query-refund', 0) : { next: refund, ask: 'as-before' };
    case 'again':
      return again(refund, event.numbers);
    default:
      return never(event);
  }
}

/** Whether the till still asks the provider about it by itself. */
export const isAskingBack = ({ state }: Refund): boolean =>
  state.name !== 'refunded' && state.name !== 'refund-failed';

function answered(refund: Refund, asked: RefundAsked, answer: RefundAnswer): RefundStep {
  const asks = refund.asks + 1;
  const waitMs = waitsMs[Math.min(refund.asks, waitsMs.length - 1)]!;
  switch (answer.kind) {
    case 'refunded':
      return answer.amount === refund.amount
        ? { next: { ...refund, state: { name: 'refunded' }, doubt: null }, ask: 'none' }
        : unknown({ ...refund, asks, doubt: 'wrong-amount' }, waitMs);
    case 'failed': {
      const { reason, said, spent } = answer;
      // What is astray may yet do it; only a provider that has the number can say that it never will.
      if (refund.astray && !spent) return unknown({ ...refund, asks }, waitMs);
      return { next: { ...refund, state: { name: 'refund-failed', reason, said, spent } }, ask: 'none' };
    }
    case 'processing':
      return ask({ ...refund, asks, state: { name: 'refunding' }, doubt: null }, 'query-refund', waitMs);
    case 'not-sent':
      return ask({ ...refund, asks }, asked, waitMs);
    case 'not-found':
      return asks < resendAfterAsks
        ? unknown({ ...refund, asks }, waitMs)
        : ask({ ...refund, asks: 0 }, 'refund', 0);
    case 'unknown': {
      const astray = refund.astray || asked === 'refund';
      return unknown({ ...refund, asks, astray, doubt: answer.why }, waitMs);
    }
    default:
      return never(answer);
  }
}

function again(refund: Refund, rule: RefundNumberRule): RefundStep {
  if (refund.state.name !== 'refund-failed') return { next: refund, ask: 'as-before' };
  const last = lastNumber(refund);
  const numbers: Refund['numbers'] =
    rule === 'same' || !refund.state.spent
      ? refund.numbers
      : [...refund.numbers, nextTry(last, refund.numbers.length + 1)];
  const next = { ...refund, numbers, asks: 0, doubt: null, astray: false };
  return ask({ ...next, state: { name: 'requested' } }, 'refund', 0);
}

/** `…R1T1` -> `…R1T2`. */
const nextTry = (number: string, tryNo: number): string => number.replace(/T\d+$/, `T${tryNo}`);

const unknown = (refund: Refund, inMs: number): RefundStep =>
  ask({ ...refund, state: { name: 'refund-unknown' } }, 'query-refund', inMs);
const ask = (next: Refund, what: RefundAsked, inMs: number): RefundStep => ({
  next,
  ask: { do: what, inMs },
});
