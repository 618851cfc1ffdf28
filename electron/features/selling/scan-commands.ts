import type { ScanOutcome } from '../../../shared/contract/selling.ts';
import { type Country, countries } from '../../../shared/contract/setup.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { cartOfSlip } from '../../../shared/domain/hold-slip.ts';
import { openGoods } from '../../../shared/domain/item.ts';
import { labelTail } from '../../../shared/domain/labels/sold.ts';
import { packWith } from '../../../shared/domain/pack.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { type Refusal, refuse, type Tx } from '../../core/feature.ts';
import { saveOpenCart } from './carts.ts';
import { addItem, type Counter, change, knownTo, onCounter, type SellingCommands } from './counter.ts';
import { recallSlip } from './hold-commands.ts';
import { LabelQuestions, type ScannedLabel } from './label-questions.ts';
import { ringLabel } from './ring-label.ts';
import { goodsMeant, readCode, tileOf } from './scanning.ts';

type ScanWords = 'scan' | 'takeLabel' | 'takeAsCode' | 'add' | 'addOpen' | 'createGoods' | 'multiply';

/** How goods come into the cart: scanned, picked, answered for, or on no price list yet. */
export function scanCommands(counter: Counter): Pick<SellingCommands, ScanWords> {
  const { ports, unknown } = counter;
  const questions = new LabelQuestions();
  return {
    scan: ({ text, from }, tx) => {
      tx.committed(() => questions.forget());
      const outcome = scan(counter, questions, text, from === 'typed', tx);
      if (outcome.ok) tx.committed(() => unknown.heard(text, outcome.value));
      return told(counter, outcome, tx);
    },
    takeLabel: ({ asked, item }, tx) => {
      const scanned = questions.find(asked, onCounter(counter).cart.id);
      const items = scanned?.items.filter(each => item === undefined || each.id === item) ?? [];
      if (!scanned || items.length === 0) return refuse('no-such-question', {});
      if (!ports.shifts.current()) return refuse('no-shift', {});
      tx.committed(() => questions.forget());
      // Goods that were chosen can still be those of a label that is there already.
      const again = scanned.items.length === 1;
      return told(counter, addLabel(counter, questions, tx, { ...scanned, items, again }), tx);
    },
    takeAsCode: (_input, tx) => {
      const outcome = ports.payments().takeDoubted(tx);
      return outcome ? told(counter, ok(outcome), tx) : refuse('no-such-question', {});
    },
    add: (input, tx) => {
      ports.keeper.bringForward(tx);
      const item = ports.catalog.item(input.item);
      if (!item) return refuse('no-such-item', {});
      if (!ports.shifts.current()) return refuse('no-shift', {});
      const code = packWith(item, input.code ?? '')?.code ?? item.codes[0] ?? '';
      const added = addItem(counter, tx, item, code, input.quantity);
      return added.ok ? ok({ line: added.value }) : added;
    },
    addOpen: (input, tx) => {
      if (!ports.shifts.current()) return refuse('no-shift', {});
      if (input.price <= 0) return refuse('price-not-positive', {});
      const { taxPermille } = countries[ports.setup.settings().country as Country];
      const code = input.scanned ? unknown.code : '';
      const item = openGoods(input.name, input.price, code, taxPermille);
      const added = addItem(counter, tx, item, code, undefined);
      if (!added.ok) return added;
      tx.committed(() => unknown.forget());
      return ok({ line: added.value });
    },
    createGoods: (goods, tx) => {
      if (!ports.shifts.current()) return refuse('no-shift', {});
      if (ports.payments().isFrozen(onCounter(counter).cart.id)) return refuse('cart-frozen', {});
      const created = ports.keeper.add(tx, goods);
      if (!created.ok) return created;
      tx.committed(() => unknown.forget());
      // Where the cart can't take them, the goods are on the list all the same, and the next scan finds them.
      const added = addItem(counter, tx, created.value, goods.code, undefined);
      return added.ok ? ok({ line: added.value }) : added;
    },
    multiply: (input, tx) => {
      const { cart } = onCounter(counter);
      if (ports.payments().isFrozen(cart.id)) return refuse('cart-frozen', {});
      saveOpenCart(tx.db, { cart, multiplier: input.quantity });
      tx.touch('cart');
      return ok({});
    },
  };
}

function scan(
  counter: Counter,
  questions: LabelQuestions,
  text: string,
  typed: boolean,
  tx: Tx,
): Result<ScanOutcome, Refusal> {
  const { ports } = counter;
  const badged = badge(counter, text, typed, tx);
  if (badged) return badged;
  if (!ports.shifts.current()) return ok({ outcome: 'till-closed' });
  const whileFrozen = ports.payments().whileFrozen(text, typed, tx);
  if (whileFrozen) return ok(whileFrozen);
  const held = cartOfSlip(cleanScan(text).text);
  if (held) return recallSlip(counter, held, tx);
  ports.keeper.bringForward(tx);
  const reading = readCode(text, knownTo(ports), typed);
  if (reading.as === 'label') {
    const scanned = { ...reading, tail: labelTail(reading.text), again: false };
    return addLabel(counter, questions, tx, scanned);
  }
  if (reading.as === 'other') {
    const { outcome } = reading;
    if (outcome.outcome === 'payment-code') return ok(ports.payments().amongGoods(text, outcome.wallet, tx));
    const meant = typed && outcome.outcome === 'unknown-code' ? goodsMeant(text, ports.catalog) : [];
    return ok(meant.length > 0 ? { outcome: 'choose', items: meant, part: true } : outcome);
  }
  const tiles = reading.items.map(item => tileOf(item, reading.code));
  if (tiles.length > 1) return ok({ outcome: 'choose', items: tiles });
  const added = addItem(counter, tx, reading.items[0]!, reading.code, undefined);
  return added.ok ? ok({ outcome: 'added', line: added.value, name: tiles[0]!.name }) : added;
}

/**
 * A badge is asked about before goods, and before a shift: whoever takes over may be the one to open it. Not
 * while an amount is frozen, when the money in front of it belongs to one cashier; and never by typing, which
 * would make eight digits of a list of badges as good as the card.
 */
function badge(
  counter: Counter,
  text: string,
  typed: boolean,
  tx: Tx,
): Result<ScanOutcome, Refusal> | undefined {
  const { ports } = counter;
  if (typed || ports.payments().isFrozen(onCounter(counter).cart.id)) return undefined;
  const signedIn = ports.badges().signInWith(text, tx);
  return signedIn?.ok ? ok({ outcome: 'signed-in', name: signedIn.value.name }) : signedIn;
}

function addLabel(
  counter: Counter,
  questions: LabelQuestions,
  tx: Tx,
  scanned: ScannedLabel,
): Result<ScanOutcome, Refusal> {
  const open = onCounter(counter);
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
  tx.committed(() => counter.finished.dismiss());
  const added = change(counter, tx, null, edit, open);
  if (!added.ok) return added;
  const labelPrice = sold.nowWorth !== undefined && { printed: sold.stamped!, now: sold.nowWorth };
  return ok({
    outcome: 'added',
    line: added.value.current!,
    name: edit.item.name,
    ...(labelPrice && { labelPrice }),
  });
}

/** What became of a scan, for every page that must hear of it. */
function told(
  { moments }: Counter,
  outcome: Result<ScanOutcome, Refusal>,
  tx: Tx,
): Result<ScanOutcome, Refusal> {
  if (!outcome.ok) return outcome;
  tx.committed(() => moments.add(tx.at, outcome.value));
  tx.touch('moments');
  return outcome;
}
