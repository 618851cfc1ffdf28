import type { PaidView } from '../../../shared/contract/paying.ts';
import { refusal } from '../../../shared/contract/refusals.ts';
import type { CartId } from '../../../shared/domain/cart.ts';
import { changeFor } from '../../../shared/domain/cash.ts';
import { type Minor, minor, zero } from '../../../shared/domain/money.ts';
import { roundingOf } from '../../../shared/domain/rounding.ts';
import type { Tender } from '../../../shared/domain/sale.ts';
import { no, ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import type { Counter } from './counter.ts';
import { intentOfCounter } from './intent-of-counter.ts';
import { type Intent, openIntent, remainingOf, saveIntent } from './intents.ts';
import { hasOpenPayment } from './live-payment.ts';
import { completeIntent, completeSale, type SettlePorts } from './settle.ts';

type None = Record<string, never>;
type CashInput = {
  readonly cart: CartId;
  readonly due: Minor;
  readonly given: Minor;
  readonly confirmed?: boolean | undefined;
};

/** Settles in cash what is still owed for the cart on the counter, frozen or not; it is rounded as the shop has set it (抹零). */
export function payCash(input: CashInput, tx: Tx, counter: Counter): Answer<PaidView> {
  const { ports } = counter;
  const cart = ports.selling.currentCart();
  if (cart.id !== input.cart) return refuse('cart-changed', {});
  if (cart.lines.length === 0) return refuse('cart-empty', {});
  if (!ports.shifts.current() || !tx.actor.staff) return refuse('no-shift', {});
  const frozen = openIntent(tx.db);
  if (frozen && hasOpenPayment(tx, frozen)) return refuse('payment-open', {});
  const counted = frozen ? ok(frozen) : intentOfCounter(tx, counter);
  if (!counted.ok) return counted;
  const intent = counted.value;
  const owed = remainingOf(intent);
  const rounding = roundingOf(owed, ports.setup.settings().cashRounding);
  const due = minor(owed + rounding);
  if (due !== input.due) return refuse('cart-changed', {});
  const checked = changeFor(due, input.given, input.confirmed ?? false);
  if (!checked.ok) {
    const { code, ...params } = checked.refusal;
    return no(refusal(code, params as never));
  }
  const tender = cashTender(tx, due, input.given);
  // Where an exchange's credit covers all of it, no cash is a part of the sale.
  const covered = due === 0 && intent.tenders.length > 0 && input.given === 0;
  const settled: Intent = {
    ...intent,
    rounding,
    tenders: covered ? intent.tenders : [...intent.tenders, tender],
  };
  return ok(frozen ? completeIntent(tx, ports, settled)! : completeSale(tx, ports, settled));
}

/** The shop's own static code, by the cashier's word. */
export function takeStoreCode(
  intent: Intent,
  input: { readonly amount: Minor; readonly heard: string },
  tx: Tx,
  counter: Counter,
): Answer<None> {
  if (hasOpenPayment(tx, intent)) return refuse('payment-open', {});
  if (input.amount < 1 || input.amount > remainingOf(intent)) return refuse('amount-too-large', {});
  if (!counter.ports.shifts.current()) return refuse('no-shift', {});
  const { amount, heard } = input;
  addTender(
    tx,
    intent,
    { id: tx.env.newId(), kind: 'store-code', amount, given: amount, change: minor(0), heard },
    counter,
  );
  return ok({});
}

/** One more part is settled; the sale with it, when it was the last. */
export function addTender(tx: Tx, before: Intent, tender: Tender, { ports }: Counter): void {
  const settled = { ...before, part: null, restInCash: false, tenders: [...before.tenders, tender] };
  const rest = cashForRest(before, tender, settled, ports);
  const intent = rest ? { ...settled, tenders: [...settled.tenders, cashTender(tx, rest, rest)] } : settled;
  saveIntent(tx.db, intent);
  completeIntent(tx, ports, intent);
  tx.touch('payments');
}

/** The cash that was put down for what the paid part leaves; zero where a person has to take it after all. */
function cashForRest(before: Intent, paid: Tender, after: Intent, ports: SettlePorts): Minor {
  const isAgreed = before.restInCash && paid.amount === before.part && ports.shifts.current();
  const rest = remainingOf(after);
  // Coins would not pay exactly this: whoever takes it is told another sum (抹零).
  return isAgreed && roundingOf(rest, ports.setup.settings().cashRounding) === 0 ? rest : zero;
}

const cashTender = (tx: Tx, amount: Minor, given: Minor): Tender => ({
  id: tx.env.newId(),
  kind: 'cash',
  amount,
  given,
  change: minor(given - amount),
});
