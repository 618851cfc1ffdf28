import { refusal } from '../../../shared/contract/refusals.ts';
import type { ScanOutcome } from '../../../shared/contract/selling.ts';
import { type Country, countries } from '../../../shared/contract/setup.ts';
import {
  apply,
  type Cart,
  type CartChange,
  type CartFault,
  type CartId,
  findLine,
  type LineId,
  linesMax,
} from '../../../shared/domain/cart.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { cartOfSlip } from '../../../shared/domain/hold-slip.ts';
import { type Item, isWeighed, openGoods } from '../../../shared/domain/item.ts';
import { labelTail } from '../../../shared/domain/labels/sold.ts';
import { packWith, soldAs } from '../../../shared/domain/pack.ts';
import { price } from '../../../shared/domain/pricing.ts';
import { one, type Quantity, quantity, quantityMax } from '../../../shared/domain/quantity.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, type Refusal, refuse, type Tx } from '../../core/feature.ts';
import type { BadgeScans, CatalogReads, PaymentScans, SetupReads, ShiftReads } from '../../core/ports.ts';
import {
  clearCounter,
  heldCart,
  type OpenCart,
  openCart,
  putAside,
  saveOpenCart,
  takeBack,
} from './carts.ts';
import type { Finished } from './finished.ts';
import type { HourPorts } from './hour-goods.ts';
import { LabelQuestions, type ScannedLabel } from './label-questions.ts';
import type { Moments } from './moments.ts';
import { arrangeKeys } from './quick-keys.ts';
import { ringLabel } from './ring-label.ts';
import { type Known, readCode, tileOf } from './scanning.ts';
import type { UnknownCode } from './unknown-code.ts';

export type SellingPorts = HourPorts & {
  readonly catalog: CatalogReads;
  readonly setup: SetupReads;
  readonly shifts: ShiftReads;
  readonly payments: () => PaymentScans;
  readonly badges: () => BadgeScans;
};

type Commands = Feature<'selling'>['commands'];
type Counter = {
  readonly ports: SellingPorts;
  readonly parts: FeatureParts;
  readonly moments: Moments;
  readonly finished: Finished;
  readonly unknown: UnknownCode;
};

/** What the texts that are read here may name. */
export const knownTo = ({ catalog, setup }: SellingPorts): Known => ({
  catalog,
  labelRules: () => setup.settings().labelRules,
});

/** Everything a cashier does with a cart. Each works on the cart as it is now, and says so when it has changed meanwhile. */
export function sellingCommands(counter: Counter): Commands {
  const { ports, parts, moments, finished, unknown } = counter;
  const current = () => openCart(parts.db, parts.env);
  const questions = new LabelQuestions();

  /** Applies one change to the open cart and writes it down. */
  const change = (
    tx: Tx,
    id: CartId | null,
    edit: CartChange,
    { cart, multiplier }: OpenCart = current(),
  ): Result<Cart, Refusal> => {
    if (id !== null && cart.id !== id) return refuse('cart-changed', {});
    if (ports.payments().isFrozen(cart.id)) return refuse('cart-frozen', {});
    const changed = apply(cart, edit);
    if (!changed.ok) return no(toRefusal(changed.refusal, cart, edit));
    saveOpenCart(tx.db, { cart: changed.value, multiplier: edit.do === 'add' ? null : multiplier });
    tx.touch('cart');
    return changed;
  };

  /** Changes how many there are. Pieces that go are taken out like a line, for that is where goods get lost. */
  const recount = (
    tx: Tx,
    id: CartId,
    edit: CartChange & { readonly do: 'set-quantity' | 'adjust' },
  ): Result<Record<string, never>, Refusal> => {
    const before = findLine(current().cart, edit.line);
    const shift = ports.shifts.current();
    if (!shift) return refuse('no-shift', {});
    const changed = change(tx, id, edit);
    if (!changed.ok || !before || isWeighed(before.unit)) return done(changed);
    const gone = before.quantity - findLine(changed.value, edit.line)!.quantity;
    if (gone > 0)
      tx.record('line-removed', {
        cart: id,
        shift: shift.id,
        line: { ...before, quantity: quantity(gone) },
      });
    return ok({});
  };

  const recall = (tx: Tx, wanted: CartId): Result<Record<string, never>, Refusal> => {
    const held = heldCart(tx.db, wanted);
    const shift = ports.shifts.current();
    if (!held || ports.payments().isFrozen(wanted)) return refuse('no-such-cart', {});
    if (!shift) return refuse('no-shift', {});
    if (ports.payments().isFrozen(current().cart.id)) return refuse('cart-frozen', {});
    // One key swaps two customers: what is on the counter goes aside as the other comes back.
    swapIn(tx, wanted, shift.id, counter);
    tx.record('cart-recalled', { cart: wanted, shift: shift.id });
    return ok({});
  };

  /** The slip of a held cart brings it back, once. */
  const slip = (wanted: CartId, tx: Tx): Result<ScanOutcome, Refusal> => {
    const held = heldCart(tx.db, wanted);
    const recalled = recall(tx, wanted);
    if (recalled.ok) return ok({ outcome: 'recalled', label: held!.cart.lines[0]!.name });
    return recalled.refusal.code === 'no-such-cart' ? ok({ outcome: 'slip-spent' }) : recalled;
  };

  const addItem = (
    tx: Tx,
    item: Item,
    code: string,
    count: Quantity | undefined,
  ): Result<LineId, Refusal> => {
    const open = current();
    const { goods, each } = soldAs(item, code);
    const total = (count ?? open.multiplier ?? one) * each;
    if (total > quantityMax) return refuse('quantity-too-large', {});
    tx.committed(() => finished.dismiss());
    const added = change(tx, null, { do: 'add', item: goods, code, quantity: quantity(total) }, open);
    return added.ok ? ok(added.value.current!) : added;
  };

  const addLabel = (tx: Tx, scanned: ScannedLabel): Result<ScanOutcome, Refusal> => {
    const open = current();
    const rung = ringLabel(scanned, open);
    if (!rung.ok) return rung;
    if ('ask' in rung.value) {
      const asked = tx.env.newId();
      // A cart that has never been written has another id each time it is read.
      saveOpenCart(tx.db, open);
      tx.committed(() => questions.ask(asked, open.cart.id, scanned));
      return ok(rung.value.ask(asked));
    }
    const { change: edit, sold } = rung.value;
    tx.committed(() => finished.dismiss());
    const added = change(tx, null, edit, open);
    if (!added.ok) return added;
    const labelPrice = sold.nowWorth !== undefined && { printed: sold.stamped!, now: sold.nowWorth };
    return ok({
      outcome: 'added',
      line: added.value.current!,
      name: edit.item.name,
      ...(labelPrice && { labelPrice }),
    });
  };

  /**
   * A badge is asked about before goods, and before a shift: whoever takes over may be the one to open it. Not
   * while an amount is frozen, when the money in front of it belongs to one cashier; and never by typing, which
   * would make eight digits of a list of badges as good as the card.
   */
  const badge = (text: string, typed: boolean, tx: Tx): Result<ScanOutcome, Refusal> | undefined => {
    if (typed || ports.payments().isFrozen(current().cart.id)) return undefined;
    const signedIn = ports.badges().signInWith(text, tx);
    return signedIn?.ok ? ok({ outcome: 'signed-in', name: signedIn.value.name }) : signedIn;
  };

  const scan = (text: string, typed: boolean, tx: Tx): Result<ScanOutcome, Refusal> => {
    const badged = badge(text, typed, tx);
    if (badged) return badged;
    if (!ports.shifts.current()) return ok({ outcome: 'till-closed' });
    const whileFrozen = ports.payments().whileFrozen(text, typed, tx);
    if (whileFrozen) return ok(whileFrozen);
    const held = cartOfSlip(cleanScan(text).text);
    if (held) return slip(held, tx);
    const reading = readCode(text, knownTo(ports), typed);
    if (reading.as === 'label')
      return addLabel(tx, { ...reading, tail: labelTail(reading.text), again: false });
    if (reading.as === 'other') {
      const { outcome } = reading;
      return ok(
        outcome.outcome === 'payment-code' ? ports.payments().amongGoods(text, outcome.wallet, tx) : outcome,
      );
    }
    const tiles = reading.items.map(item => tileOf(item, reading.code));
    if (tiles.length > 1) return ok({ outcome: 'choose', items: tiles });
    const item = reading.items[0]!;
    const added = addItem(tx, item, reading.code, undefined);
    return added.ok ? ok({ outcome: 'added', line: added.value, name: tiles[0]!.name }) : added;
  };

  /** What became of a scan, for every page that must hear of it. */
  const told = (outcome: Result<ScanOutcome, Refusal>, tx: Tx): Result<ScanOutcome, Refusal> => {
    if (!outcome.ok) return outcome;
    tx.committed(() => moments.add(tx.at, outcome.value));
    tx.touch('moments');
    return outcome;
  };

  return {
    scan: ({ text, from }, tx) => {
      tx.committed(() => questions.forget());
      const outcome = scan(text, from === 'typed', tx);
      if (outcome.ok) tx.committed(() => unknown.heard(text, outcome.value));
      return told(outcome, tx);
    },
    takeLabel: ({ asked, item }, tx) => {
      const scanned = questions.find(asked, current().cart.id);
      const items = scanned?.items.filter(each => item === undefined || each.id === item) ?? [];
      if (!scanned || items.length === 0) return refuse('no-such-question', {});
      if (!ports.shifts.current()) return refuse('no-shift', {});
      tx.committed(() => questions.forget());
      // Goods that were chosen can still be those of a label that is there already.
      return told(addLabel(tx, { ...scanned, items, again: scanned.items.length === 1 }), tx);
    },
    takeAsCode: (_input, tx) => {
      const outcome = ports.payments().takeDoubted(tx);
      return outcome ? told(ok(outcome), tx) : refuse('no-such-question', {});
    },
    arrangeKeys: (input, tx) => arrangeKeys(input, tx, ports.catalog),
    add: (input, tx) => {
      const item = ports.catalog.item(input.item);
      if (!item) return refuse('no-such-item', {});
      if (!ports.shifts.current()) return refuse('no-shift', {});
      const code = packWith(item, input.code ?? '')?.code ?? item.codes[0] ?? '';
      const added = addItem(tx, item, code, input.quantity);
      return added.ok ? ok({ line: added.value }) : added;
    },
    multiply: (input, tx) => {
      if (ports.payments().isFrozen(current().cart.id)) return refuse('cart-frozen', {});
      saveOpenCart(tx.db, { cart: current().cart, multiplier: input.quantity });
      tx.touch('cart');
      return ok({});
    },
    select: ({ line }, tx) => done(change(tx, null, { do: 'select', line })),
    setQuantity: ({ cart, line, quantity: count }, tx) =>
      recount(tx, cart, { do: 'set-quantity', line, quantity: count }),
    adjust: ({ cart, line, by }, tx) => recount(tx, cart, { do: 'adjust', line, by }),
    addOpen: (input, tx) => {
      if (!ports.shifts.current()) return refuse('no-shift', {});
      if (input.price <= 0) return refuse('price-not-positive', {});
      const { taxPermille } = countries[ports.setup.settings().country as Country];
      const code = input.scanned ? unknown.code : '';
      const item = openGoods(input.name, input.price, code, taxPermille);
      const added = addItem(tx, item, code, undefined);
      if (!added.ok) return added;
      tx.committed(() => unknown.forget());
      return ok({ line: added.value });
    },
    setPrice: ({ cart, line, price: unitPrice, reason }, tx) => {
      const shift = ports.shifts.current();
      if (!shift) return refuse('no-shift', {});
      const before = findLine(current().cart, line)?.unitPrice;
      const priced = change(tx, cart, { do: 'set-price', line, price: unitPrice, reason });
      if (!priced.ok) return priced;
      const now = findLine(priced.value, line)!;
      if (now.unitPrice !== before)
        tx.record('price-overridden', { cart, shift: shift.id, line: now, before: before! });
      return ok({});
    },
    confirmAge: (input, tx) => {
      const shift = ports.shifts.current();
      if (!shift) return refuse('no-shift', {});
      const confirmed = change(tx, input.cart, { do: 'confirm-age' });
      if (!confirmed.ok) return confirmed;
      const goods = confirmed.value.lines.filter(line => line.flags.ageCheck).map(line => line.name);
      tx.record('age-checked', { cart: input.cart, shift: shift.id, goods });
      return ok({});
    },
    removeLine: (input, tx) => {
      const line = findLine(current().cart, input.line);
      const shift = ports.shifts.current();
      if (!shift) return refuse('no-shift', {});
      const removed = change(tx, input.cart, { do: 'remove', line: input.line });
      if (!removed.ok) return removed;
      tx.record('line-removed', { cart: input.cart, shift: shift.id, line: line! });
      return ok({});
    },
    discountLine: (input, tx) =>
      done(change(tx, input.cart, { do: 'discount-line', line: input.line, discount: input.discount })),
    discountTicket: (input, tx) =>
      done(change(tx, input.cart, { do: 'discount-ticket', discount: input.discount })),
    voidCart: (input, tx) => {
      const { cart } = current();
      const shift = ports.shifts.current();
      if (cart.id !== input.cart) return refuse('cart-changed', {});
      if (cart.lines.length === 0) return refuse('cart-empty', {});
      if (!shift) return refuse('no-shift', {});
      if (ports.payments().isFrozen(cart.id)) return refuse('cart-frozen', {});
      tx.record('cart-voided', { shift: shift.id, cart });
      return ok({});
    },
    hold: (input, tx) => {
      const { cart } = current();
      const shift = ports.shifts.current();
      if (cart.id !== input.cart) return refuse('cart-changed', {});
      if (cart.lines.length === 0) return refuse('cart-empty', {});
      if (!shift) return refuse('no-shift', {});
      if (ports.payments().isFrozen(cart.id)) return refuse('cart-frozen', {});
      // The next customer's goods are not paid for with what this one brought back.
      const credit = ports.payments().creditAtCounter();
      if (credit) return refuse('exchange-open', { receipt: credit.receipt });
      const label = input.label || cart.lines[0]!.name;
      hold(tx, cart, shift.id, label, ports);
      return ok({ label });
    },
    recall: ({ cart }, tx) => recall(tx, cart),
    nextCustomer: (_input, tx) => {
      tx.committed(() => finished.dismiss());
      tx.touch('cart');
      return ok({});
    },
  };
}

/** Puts the counter's cart aside as any held one, and takes this one back in its place. */
export function swapIn(
  tx: Tx,
  cart: CartId,
  shift: ShiftId,
  counter: Pick<Counter, 'ports' | 'parts' | 'finished'>,
): void {
  const onCounter = openCart(counter.parts.db, counter.parts.env).cart;
  if (onCounter.lines.length > 0) hold(tx, onCounter, shift, onCounter.lines[0]!.name, counter.ports);
  else clearCounter(tx.db);
  takeBack(tx.db, cart);
  tx.committed(() => counter.finished.dismiss());
}

function hold(tx: Tx, cart: Cart, shift: ShiftId, label: string, ports: SellingPorts): void {
  const { pieces, due } = price(cart, ports.setup.settings());
  putAside(tx.db, cart.id, label, tx.at, tx.actor.id);
  tx.record('cart-held', { cart: cart.id, shift, label, pieces, due });
}

const done = (result: Result<Cart, Refusal>) => (result.ok ? ok({}) : result);

/** A cart's own fault in the shop's words. */
function toRefusal(fault: CartFault, cart: Cart, edit: CartChange): Refusal {
  const name =
    edit.do === 'add' ? edit.item.name : 'line' in edit ? (findLine(cart, edit.line)?.name ?? '') : '';
  switch (fault) {
    case 'cart-full':
      return refusal(fault, { most: linesMax });
    case 'quantity-not-whole':
    case 'line-is-stamped':
    case 'line-is-weighed':
    case 'no-discount-on-this':
      return refusal(fault, { name });
    default:
      return refusal(fault, {});
  }
}
