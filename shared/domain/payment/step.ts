import { never } from '../../lib/assert.ts';
import type { Answer, Asked, NotSentReason } from './answer.ts';
import { type Ask, type Cancelling, isAsking, isDead, type Payment, type PaymentState } from './payment.ts';
import {
  cancelNotBeforeMs,
  cancelWaitsMs,
  codeAliveMs,
  codeDeadMs,
  deskQueriesOften,
  deskQueryMs,
  deskQueryRarelyMs,
  doubtQueryNotBeforeMs,
  firstQueryMs,
  patienceMs,
  queryEveryMs,
  resendMs,
} from './timing.ts';

/** What can happen to a payment. */
export type PaymentHappening =
  | { readonly type: 'answered'; readonly asked: Asked; readonly answer: Answer }
  /** The till has started again; it may have died while it was asking this. */
  | { readonly type: 'restarted'; readonly asked: Asked | null }
  /** The cashier wants it stopped. `underWay`: a request is out at this moment. */
  | { readonly type: 'stop'; readonly underWay: boolean }
  | { readonly type: 'wait-longer' }
  /** The sale has been settled, or given up, without it. */
  | { readonly type: 'given-up' }
  | { readonly type: 'query-now' }
  /** Paid after the cashier's stop, and taken for the sale all the same. */
  | { readonly type: 'accepted' }
  /** A person has seen it in the provider's own books. */
  | { readonly type: 'found-paid'; readonly providerNumber: string }
  | { readonly type: 'found-unpaid' }
  /** The money has gone back to the customer. */
  | { readonly type: 'returned' };

/** `at`: ms on the steady clock. */
export type PaymentEvent = PaymentHappening & { readonly at: number };

/**
 * `ask` replaces whatever was to be asked next; 'as-before' leaves it. `surplus`: money was taken for a
 * payment that was final without it; that opens a record of its own and rewrites nothing.
 */
export type Step = {
  readonly next: Payment;
  readonly ask: Ask | 'none' | 'as-before';
  readonly surplus?: true;
};

/** The whole life of a payment. Total: every event in every state has an answer, most often that nothing changes. */
export function step(payment: Payment, event: PaymentEvent): Step {
  const { state } = payment;
  switch (event.type) {
    case 'answered':
      return answered(payment, event.asked, believed(payment, event.answer), event.at);
    case 'restarted':
      return restarted(payment, event.asked, event.at);
    case 'stop':
      return stop(payment, event.underWay);
    case 'wait-longer':
      return state.name === 'pending' || state.name === 'unknown'
        ? asBefore({ ...payment, state: { ...state, until: event.at + patienceMs } })
        : asBefore(payment);
    case 'given-up':
      return givenUp(payment);
    case 'query-now':
      return state.name === 'suspense' ? ask(payment, 'query', 0) : asBefore(payment);
    case 'accepted':
      return state.name === 'paid-after-stop' ? end(payment, { name: 'paid' }) : asBefore(payment);
    case 'found-paid':
      return state.name === 'suspense'
        ? received({ ...payment, providerNumber: event.providerNumber, stopped: false })
        : asBefore(payment);
    case 'found-unpaid':
      return state.name === 'suspense' ? end(payment, { name: 'cancelled' }) : asBefore(payment);
    case 'returned':
      return state.name === 'late-paid' || state.name === 'paid-after-stop'
        ? end(payment, { name: 'refunded' })
        : asBefore(payment);
    default:
      return never(event);
  }
}

/** An answer about another sum is no answer about this payment. */
const believed = ({ attempt }: Payment, answer: Answer): Answer =>
  answer.kind === 'paid' && answer.amount !== attempt.amount
    ? { kind: 'unknown', why: 'wrong-amount' }
    : answer;

function answered(payment: Payment, asked: Asked, answer: Answer, at: number): Step {
  if (!isAsking(payment)) return contradicts(payment, answer);
  const { state } = payment;
  // To a cancel, `cancelled` is a claim and `declined` is about the cancel; only what is queried counts.
  const proved = asked === 'cancel' && answer.kind !== 'paid' ? undefined : proof(payment, answer);
  if (proved) return proved;
  const told = withTold(payment, answer);
  switch (state.name) {
    case 'submitting':
      return submitAnswered(told, answer, at);
    case 'pending':
    case 'unknown':
      return queryAnswered(told, state.until, answer, at);
    case 'cancelling':
      return cancelling(told, state, asked, answer, at);
    case 'suspense':
      return deskAnswered(told, answer, at);
    default:
      return asBefore(payment);
  }
}

/** What ends a payment by itself; undefined for answers that prove nothing. */
function proof(payment: Payment, answer: Answer): Step | undefined {
  switch (answer.kind) {
    case 'paid':
      return received({ ...payment, providerNumber: answer.providerNumber });
    case 'declined':
      return end(payment, { name: 'declined', reason: answer.reason, said: answer.said });
    case 'cancelled':
      return payment.state.name === 'submitting' ? undefined : end(payment, { name: 'cancelled' });
    default:
      return undefined;
  }
}

/** The money is there: for the sale, for a person to decide, or for the customer to have back. */
function received(payment: Payment): Step {
  const known = { ...payment, seen: true, doubt: null };
  if (!known.wanted) return end(known, { name: 'late-paid' });
  return end(known, { name: known.stopped ? 'paid-after-stop' : 'paid' });
}

/** What an answer teaches, whatever the state. */
function withTold(payment: Payment, answer: Answer): Payment {
  switch (answer.kind) {
    case 'pending':
      return { ...payment, seen: true, doubt: null };
    case 'not-found':
      return payment.seen ? { ...payment, doubt: 'contradictory' } : payment;
    case 'unknown':
      return { ...payment, doubt: answer.why };
    default:
      return payment;
  }
}

function submitAnswered(payment: Payment, answer: Answer, at: number): Step {
  const { since, stopped } = payment;
  if (answer.kind === 'not-sent') {
    if (stopped) return notSent(payment, 'stopped');
    const alive = answer.why !== 'code-gone' && at + resendMs < since + codeAliveMs;
    return alive ? ask(payment, 'submit', resendMs) : notSent(payment, answer.why);
  }
  if (stopped) return look(payment, 0, 0);
  if (answer.kind === 'pending') {
    // The phone asks its owner only now, however long the code waited for a link.
    return ask({ ...payment, state: { name: 'pending', until: at + patienceMs } }, 'query', firstQueryMs);
  }
  const until = Math.max(at, since + patienceMs);
  const inMs = Math.max(firstQueryMs, since + doubtQueryNotBeforeMs - at);
  return ask({ ...payment, state: { name: 'unknown', until } }, 'query', inMs);
}

function queryAnswered(payment: Payment, until: number, answer: Answer, at: number): Step {
  if (at >= until) return lookedAt(payment, 0, answer, at);
  // A link that is gone for a moment changes nothing about what the customer has to do.
  const same = answer.kind === 'not-sent' ? payment.state.name : answer.kind;
  const name = same === 'pending' ? 'pending' : 'unknown';
  return ask({ ...payment, state: { name, until } }, 'query', queryEveryMs);
}

function cancelling(payment: Payment, state: Cancelling, asked: Asked, answer: Answer, at: number): Step {
  const { round } = state;
  if (asked === 'cancel') {
    if (answer.kind === 'not-sent') return nextRound(payment, round);
    const cancelAccepted = payment.cancelAccepted || answer.kind === 'cancelled';
    return ask({ ...payment, cancelAccepted, state: { ...state, step: 'confirm' } }, 'query', 0);
  }
  return state.step === 'confirm'
    ? confirmed(payment, round, answer, at)
    : lookedAt(payment, round, answer, at);
}

/** The first query of a round: the cancel follows it at once, or the round waits until a cancel may be sent. */
function lookedAt(payment: Payment, round: number, answer: Answer, at: number): Step {
  if (answer.kind === 'not-sent') return nextRound(payment, round);
  const tooEarlyMs = payment.since + cancelNotBeforeMs - at;
  if (tooEarlyMs > 0) return look(payment, round, tooEarlyMs);
  return ask({ ...payment, state: { name: 'cancelling', step: 'cancel', round } }, 'cancel', 0);
}

/** The query after a cancel. That nobody knows the order is proof only once no provider can take its code any more. */
function confirmed(payment: Payment, round: number, answer: Answer, at: number): Step {
  if (answer.kind !== 'not-found' || payment.seen) return nextRound(payment, round);
  const deadInMs = payment.since + codeDeadMs - at;
  return deadInMs > 0 ? look(payment, round, deadInMs) : end(payment, { name: 'cancelled' });
}

function nextRound(payment: Payment, round: number): Step {
  const waitMs = cancelWaitsMs[round + 1];
  return waitMs === undefined ? toDesk(payment) : look(payment, round + 1, waitMs);
}

const look = (payment: Payment, round: number, inMs: number): Step =>
  ask({ ...payment, state: { name: 'cancelling', step: 'look', round } }, 'query', inMs);

function toDesk(payment: Payment): Step {
  const polls = payment.polls + 1;
  const inMs = polls <= deskQueriesOften ? deskQueryMs : deskQueryRarelyMs;
  return ask({ ...payment, polls, state: { name: 'suspense' } }, 'query', inMs);
}

/** A payment on the desk that turns out to be stoppable is stopped: one last round of cancelling, then the desk again. */
function deskAnswered(payment: Payment, answer: Answer, at: number): Step {
  const neverArrived = answer.kind === 'not-found' && !payment.seen && at >= payment.since + codeDeadMs;
  if (answer.kind !== 'pending' && !neverArrived) return toDesk(payment);
  return lookedAt(payment, cancelWaitsMs.length - 1, answer, at);
}

function restarted(before: Payment, asked: Asked | null, at: number): Step {
  if (!isAsking(before)) return asBefore(before);
  const { state } = before;
  const payment = { ...before, since: at };
  switch (state.name) {
    case 'submitting':
      // Not asked: the code died with the till's memory, and whoever would send it says so.
      if (asked === null) return asBefore(payment);
      return answered(payment, 'submit', { kind: 'unknown', why: 'restarted' }, at);
    case 'pending':
    case 'unknown':
      return ask({ ...payment, state: { ...state, until: at + patienceMs } }, 'query', 0);
    case 'cancelling':
      return look(payment, state.round, 0);
    default:
      return ask(payment, 'query', 0);
  }
}

function stop(payment: Payment, underWay: boolean): Step {
  const stopped = { ...payment, stopped: true };
  switch (payment.state.name) {
    case 'submitting':
      return underWay ? asBefore(stopped) : notSent(stopped, 'stopped');
    case 'pending':
    case 'unknown':
      return look(stopped, 0, 0);
    case 'cancelling':
    case 'suspense':
      return asBefore(stopped);
    default:
      return asBefore(payment);
  }
}

function givenUp(payment: Payment): Step {
  const unwanted = { ...payment, wanted: false, stopped: true };
  switch (payment.state.name) {
    case 'pending':
    case 'unknown':
      return look(unwanted, 0, 0);
    case 'submitting':
    case 'cancelling':
    case 'suspense':
      return asBefore(unwanted);
    case 'paid-after-stop':
      return end(unwanted, { name: 'late-paid' });
    default:
      return asBefore(payment);
  }
}

/** Nothing rewrites what is final. Money that turns up for a payment that was dead is told apart. */
function contradicts(payment: Payment, answer: Answer): Step {
  const surplus = isDead(payment) && answer.kind === 'paid';
  return surplus ? { ...asBefore(payment), surplus } : asBefore(payment);
}

const notSent = (payment: Payment, why: NotSentReason): Step => end(payment, { name: 'not-sent', why });
const end = (payment: Payment, state: PaymentState): Step => ({ next: { ...payment, state }, ask: 'none' });
const ask = (next: Payment, what: Asked, inMs: number): Step => ({ next, ask: { do: what, inMs } });
const asBefore = (next: Payment): Step => ({ next, ask: 'as-before' });
