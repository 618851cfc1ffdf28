import type { PaidView } from '../../shared/contract/paying.ts';
import type { CartView } from '../../shared/contract/selling.ts';
import type { CommandName, InputOf } from '../../shared/contract/words.ts';
import type { CartId } from '../../shared/domain/cart.ts';
import { likelyNotes } from '../../shared/domain/cash.ts';
import { isWeighed } from '../../shared/domain/item.ts';
import { one } from '../../shared/domain/quantity.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import type { Wallet } from '../../shared/domain/wallet-codes.ts';
import { assert } from '../../shared/lib/assert.ts';
import type { Basketful, Customer } from './customers.ts';
import { type Hands, Refused } from './hands.ts';

/** Somebody who can sign in, or be asked for leave. */
export type Person = { readonly staff: StaffId; readonly pin: string };

export type Served = {
  readonly paid: PaidView;
  /** What has come into the drawer, less change. */
  readonly cash: number;
  /** The wallet, where it was settled by a customer's code. */
  readonly wallet: Wallet | null;
  readonly pieces: number;
  readonly discounted: boolean;
  readonly removed: boolean;
};

/** Rings up what the customer brought; answers the cart as the screen shows it. */
export async function ringUp(hands: Hands, customer: Customer, manager: Person): Promise<CartView> {
  for (const each of customer.basket) await ringOne(hands, each);
  const rung = await hands.see('selling.cart');
  const { id: cart } = rung;
  for (const [place, { discount }] of customer.basket.entries()) {
    const line = rung.priced.lines[place];
    assert(line, 'every kind of goods is a line');
    if (discount) await withLeave(hands, 'selling.discountLine', { cart, line: line.id, discount }, manager);
  }
  if (customer.givesBack !== null)
    await hands.say('selling.removeLine', {
      cart,
      line: rung.priced.lines[customer.givesBack]!.id,
      reason: 'unwanted',
    });
  if (customer.ticketDiscount)
    await withLeave(hands, 'selling.discountTicket', { cart, discount: customer.ticketDiscount }, manager);
  const { ageCheck } = await hands.see('selling.cart');
  if (ageCheck) await hands.say('selling.confirmAge', { cart });
  return hands.see('selling.cart');
}

/** Takes the cash for the open cart. */
export async function takeCash(hands: Hands, customer: Customer, place: number): Promise<Served> {
  const { id: cart, priced } = await hands.see('selling.cart');
  const notes = likelyNotes(priced.due, 'CNY', 4);
  const given = customer.paysExactly ? priced.due : (notes[place % Math.max(1, notes.length)] ?? priced.due);
  const paid = await hands.say('paying.cash', { cart, due: priced.due, given });
  return { paid, cash: paid.given - paid.change, wallet: null, ...about(priced, customer) };
}

/** Charges a customer's code for the open cart: one key, one scan, and whatever the provider does to it. */
export async function takeCode(hands: Hands, customer: Customer, code: string): Promise<Served> {
  const { id: cart, priced } = await hands.see('selling.cart');
  await hands.say('paying.freeze', { cart, due: priced.due });
  const scan = await hands.say('selling.scan', { text: code, from: 'keyboard' });
  assert(scan.outcome === 'code-taken', 'the code is being charged');
  await hands.until('selling.cart', view => view.mode === 'change');
  const sale = (await hands.ask('selling.lastSales', { limit: 1 }))[0];
  assert(sale?.cart === cart, 'the sale completed when the money was there');
  const { id, number, receipt, total, tenders, change } = sale;
  const paid = { sale: id, number, receipt, total, given: total, change, tenders };
  return { paid, cash: 0, wallet: scan.wallet, ...about(priced, customer) };
}

function about(priced: CartView['priced'], customer: Customer) {
  return {
    pieces: priced.pieces,
    discounted: priced.lineDiscount + priced.ticketDiscount > 0,
    removed: customer.givesBack !== null,
  };
}

/** Puts the open cart aside; answers which it was. */
export async function putAside(hands: Hands, label: string): Promise<CartId> {
  const { id: cart } = await hands.see('selling.cart');
  await hands.say('selling.hold', { cart, label });
  return cart;
}

async function ringOne(hands: Hands, { item, quantity }: Basketful): Promise<void> {
  // A weight is keyed like a factor: `1.284 *`, then the goods.
  if (isWeighed(item.unit) || quantity !== one) await hands.say('selling.multiply', { quantity });
  const scan = await hands.say('selling.scan', { text: item.code, from: 'keyboard' });
  assert(scan.outcome === 'added', `${item.code} was rung up`);
}

/** Says a word that a cashier may not: the manager comes and types a PIN, for this one act. */
export async function withLeave<Name extends CommandName>(
  hands: Hands,
  word: Name,
  input: InputOf<Name>,
  { staff, pin }: Person,
): Promise<void> {
  try {
    await hands.say(word, input);
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'needs-approval') throw error;
    const { subject } = error.refusal.params;
    const { approval } = await hands.say('session.approve', { staff, pin, word, subject });
    await hands.say(word, input, approval);
  }
}
