import type { CartView, HeldCart, PaymentResult, TillMode } from '../../../shared/contract/selling.ts';
import { type Cart, needsAgeCheck } from '../../../shared/domain/cart.ts';
import type { Fact } from '../../../shared/domain/facts.ts';
import { minor } from '../../../shared/domain/money.ts';
import { price } from '../../../shared/domain/pricing.ts';
import { roundingOf } from '../../../shared/domain/rounding.ts';
import type { Sale, StaffId } from '../../../shared/domain/sale.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Feature, FeatureParts, Refusal, Tx } from '../../core/feature.ts';
import { factAt } from '../../core/journal.ts';
import { rowHash } from '../../core/journal-marks.ts';
import type { SellingReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import {
  clearCounter,
  dropHeld,
  heldCount,
  heldRows,
  isOnCounter,
  openCart,
  putAside,
  saveOpenCart,
} from './carts.ts';
import { sellingCommands } from './commands.ts';
import { knownTo, type SellingPorts } from './counter.ts';
import { Finished } from './finished.ts';
import { leaveForFloors, letBelowFloors, linesBelow } from './floors.ts';
import { swapIn } from './hold-commands.ts';
import { HourGoods } from './hour-goods.ts';
import { lineLeaves } from './line-commands.ts';
import { Moments } from './moments.ts';
import { quickKeys, quickKeysProject } from './quick-keys.ts';
import { explainCode } from './read-code.ts';
import { voidAsks } from './removals.ts';
import { UnknownCode } from './unknown-code.ts';

export type Selling = {
  readonly feature: Feature<'selling'>;
  readonly reads: SellingReads;
  /** Makes a moment of a device's scan that was refused; whoever calls tells the watchers. */
  scanRefused(refusal: Refusal): void;
  /** When nobody has sold for a moment. */
  idle(): void;
  stop(): void;
};

/** The counter: carts, scans, holds, and the list of finished sales. */
export function sellingFeature(parts: FeatureParts, ports: SellingPorts): Selling {
  const { db, env } = parts;
  const moments = new Moments();
  const finished = new Finished();
  const unknown = new UnknownCode();
  const hour = new HourGoods(parts, ports);
  const feature: Feature<'selling'> = {
    family: 'selling',
    commands: sellingCommands({ ports, parts, moments, finished, unknown }),
    leave: lineLeaves({ ports, parts }),
    queries: {
      readCode: ({ text }) => ok(explainCode(text, knownTo(ports))),
      sales: ({ afterNumber, limit }) =>
        ok(
          db
            .all<SaleRow>('SELECT seq FROM sales WHERE number > ? ORDER BY number LIMIT +?', [
              afterNumber,
              limit,
            ])
            .map(row => saleAt(db, row)),
        ),
      lastSales: ({ limit }) =>
        ok(
          db
            .all<SaleRow>('SELECT seq FROM sales ORDER BY number DESC LIMIT +?', [limit])
            .map(row => saleAt(db, row)),
        ),
    },
    watches: {
      cart: { topics: ['cart', 'held', 'shift', 'setup'], read: () => cartView(parts, ports, finished) },
      moments: { topics: ['moments'], read: () => moments.list },
      held: { topics: ['held'], read: () => plainlyHeld(db, ports).map(row => heldView(row, ports)) },
      quickKeys: { topics: ['quick-keys', 'catalog'], read: () => quickKeys(db, ports.catalog, hour.goods) },
    },
    tables: ['sales', 'quick_pages'],
    project: {
      ...quickKeysProject,
      'sale-completed': ({ body, seq }, target) => {
        target.run('INSERT INTO sales (number, seq, total) VALUES (?, ?, ?)', [
          body.sale.number,
          seq,
          body.sale.total,
        ]);
      },
    },
    react: {
      'sale-completed': ({ body: { sale } }, tx) => {
        const onCounter = isOnCounter(tx.db, sale.cart);
        if (!onCounter) dropHeld(tx.db, sale.cart);
        if (!onCounter) tx.touch('held');
        const given = sale.tenders.reduce((all, tender) => all + tender.given, 0) as Sale['total'];
        const { number, receipt, total, change, tenders } = sale;
        // A parked sale that completes by itself is announced; it takes nobody's change screen away.
        if (onCounter)
          tx.committed(() => finished.show({ number, receipt, total, given, change, tenders, rest: [] }));
        tx.touch('cart');
      },
      'exchange-returned': ({ body }, tx) => {
        tx.committed(() => {
          if (finished.sale?.receipt === body.sale) finished.gaveBack(body.back);
        });
        tx.touch('cart');
      },
      'sale-refunded': (_fact, tx) => tx.touch('cart'),
      'cart-voided': (_fact, tx) => {
        clearCounter(tx.db);
        tx.touch('cart');
      },
      'cart-held': (_fact, tx) => touchCarts(tx),
      'payment-moved': ({ body, at }, tx) => {
        const result = toldResults.find(name => name === body.state.name);
        if (!result) return;
        const { wallet, amount, cart } = body;
        const parked = !isOnCounter(tx.db, cart);
        tx.committed(() => moments.add(at, { outcome: 'payment-result', result, wallet, amount, parked }));
        tx.touch('moments');
      },
      'cart-parked': ({ body, at, actor }, tx) => {
        putAside(tx.db, body.cart, body.label, at, actor);
        touchCarts(tx);
      },
      'cart-brought-back': ({ body }, tx) => {
        swapIn(tx, body.cart, body.shift, { ports, parts, finished });
        touchCarts(tx);
      },
      'cart-recalled': (_fact, tx) => touchCarts(tx),
      'quick-keys-arranged': (_fact, tx) => tx.touch('quick-keys'),
    },
  };
  return {
    feature,
    reads: {
      currentCart: () => openCart(db, env).cart,
      heldCarts: () => heldCount(db),
      sale: number => findSale(db, number),
      sealOf: number => {
        const row = db.get<SaleRow>('SELECT seq FROM sales WHERE number = ?', [number]);
        return row && rowHash(db, row.seq);
      },
      lastSaleEnding: digits => lastSaleEnding(db, digits),
      finished: () => finished.sale,
      leaveForFloors: actor => leaveForFloors(openCart(db, env).cart, actor, ports),
      letBelowFloors: tx => letCounterBelow(tx, parts, ports),
      amountWasSaid: tx => {
        const open = openCart(db, env);
        if (!open.cart.amountSaid) saveOpenCart(tx.db, { ...open, cart: { ...open.cart, amountSaid: true } });
      },
      nextNumber: () =>
        (db.get<{ last: number | null }>('SELECT max(number) AS last FROM sales')?.last ?? 0) + 1,
    },
    idle: () => hour.idle(),
    stop: () => hour.stop(),
    scanRefused: refusal => moments.add(env.wallMs(), { outcome: 'refused', refusal }),
  };
}

/** The cart on the counter as it may be sold; false where somebody has to allow it first. */
function letCounterBelow(tx: Tx, parts: FeatureParts, ports: SellingPorts): boolean {
  const open = openCart(parts.db, parts.env);
  const cart = letBelowFloors(open.cart, tx, ports);
  if (cart && cart !== open.cart) saveOpenCart(tx.db, { ...open, cart });
  return cart !== null;
}

/** Held carts without those that are parked with a payment. */
const plainlyHeld = (db: ReadDb, ports: SellingPorts) =>
  heldRows(db).filter(({ id }) => !ports.payments().isFrozen(id));

/** What of a payment's states must be heard of. */
const toldResults: readonly PaymentResult['result'][] = [
  'paid',
  'declined',
  'cancelled',
  'not-sent',
  'suspense',
  'paid-after-stop',
  'late-paid',
];

const touchCarts = (tx: { touch(topic: 'cart' | 'held'): void }): void => {
  tx.touch('cart');
  tx.touch('held');
};

type SaleRow = { seq: number };
const saleAt = (db: ReadDb, row: SaleRow): Sale => (factAt(db, row.seq) as Fact<'sale-completed'>).body.sale;

function findSale(db: ReadDb, number: number): Sale | undefined {
  const row = db.get<SaleRow>('SELECT seq FROM sales WHERE number = ?', [number]);
  return row && saleAt(db, row);
}

function lastSaleEnding(db: ReadDb, digits: string): Sale | undefined {
  const row = db.get<SaleRow>('SELECT seq FROM sales WHERE number % ? = ? ORDER BY number DESC LIMIT 1', [
    10 ** digits.length,
    Number(digits),
  ]);
  return row && saleAt(db, row);
}

function cartView(parts: FeatureParts, ports: SellingPorts, finished: Finished): CartView {
  const { cart, multiplier } = openCart(parts.db, parts.env);
  const settings = ports.setup.settings();
  const priced = price(cart, settings);
  const credit = ports.payments().creditAtCounter();
  const owed = minor(Math.max(0, priced.due - (credit?.amount ?? 0)));
  return {
    id: cart.id,
    mode: modeOf(cart, ports, finished),
    priced,
    cashDue: minor(owed + roundingOf(owed, settings.cashRounding)),
    ageCheck: needsAgeCheck(cart),
    discount: cart.discount,
    current: cart.current,
    multiplier,
    finished: finished.sale,
    credit: credit ? { refund: credit.number, receipt: credit.receipt, amount: credit.amount } : null,
    heldCarts: plainlyHeld(parts.db, ports).length,
    below: linesBelow(cart, ports).map(({ line }) => line),
    voidAsks: voidAsks(cart, ports.setup),
  };
}

function modeOf(cart: Cart, ports: SellingPorts, finished: Finished): TillMode {
  if (!ports.shifts.current()) return 'closed';
  if (ports.payments().isFrozen(cart.id)) return 'paying';
  return finished.sale && cart.lines.length === 0 ? 'change' : 'selling';
}

const othersMax = 3;

function heldView(
  row: { id: HeldCart['cart']; body: string; label: string; held_at: number; held_by: string },
  ports: SellingPorts,
): HeldCart {
  const cart = JSON.parse(row.body) as Cart;
  const { pieces, due } = price(cart, ports.setup.settings());
  const names = new Set(cart.lines.map(({ name }) => name));
  names.delete(row.label);
  const by = ports.setup.staff(row.held_by as StaffId)?.name ?? row.held_by;
  const others = [...names].slice(0, othersMax);
  return { cart: row.id, label: row.label, others, heldAt: row.held_at, by, pieces, due };
}
