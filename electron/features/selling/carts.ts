import { type Cart, type CartId, emptyCart } from '../../../shared/domain/cart.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Env } from '../../../shared/env.ts';
import { lastParsed } from '../../../shared/lib/last-parsed.ts';
import { journalHead } from '../../core/journal.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';

/** A cart on the counter: what is in it, and the factor keyed for the next goods. */
export type OpenCart = { readonly cart: Cart; readonly multiplier: Quantity | null };
type Row = { body: string; multiplier: Quantity | null };

const carts = lastParsed<Cart>();

const fromRow = (row: Row): OpenCart => ({ cart: carts.of(row.body), multiplier: row.multiplier });

/**
 * The open cart; one that has never been written is empty under a new id. A sale leaves its cart where it is,
 * for clearing the counter would be one more page in its commit: the journal says that it is sold.
 */
export function openCart(db: ReadDb, env: Env): OpenCart {
  const row = db.get<Row>(
    `SELECT body, multiplier FROM carts WHERE place = 0 AND NOT EXISTS (
       SELECT 1 FROM journal WHERE seq > saved_after AND kind = 'sale-completed' AND body ->> '$.sale.cart' = carts.id)`,
  );
  return row ? fromRow(row) : { cart: emptyCart(env.newId() as CartId), multiplier: null };
}

export function heldCart(db: ReadDb, id: CartId): OpenCart | undefined {
  const row = db.get<Row>('SELECT body, multiplier FROM carts WHERE place > 0 AND id = ?', [id]);
  return row && fromRow(row);
}

/** Carts are working state, written with every scan and as durable as a sale: a crash loses no open cart. */
export function saveOpenCart(db: WriteDb, { cart, multiplier }: OpenCart): void {
  db.run('INSERT OR REPLACE INTO carts (place, id, body, multiplier, saved_after) VALUES (0, ?, ?, ?, ?)', [
    cart.id,
    carts.written(JSON.stringify(cart), cart),
    multiplier,
    journalHead(db).seq,
  ]);
}

export function clearCounter(db: WriteDb): void {
  db.run('DELETE FROM carts WHERE place = 0');
}

/** Whether this very cart lies on the counter, be it sold by now. */
export const isOnCounter = (db: ReadDb, id: CartId): boolean =>
  db.get('SELECT 1 FROM carts WHERE place = 0 AND id = ?', [id]) !== undefined;

export function dropHeld(db: WriteDb, id: CartId): void {
  db.run('DELETE FROM carts WHERE place > 0 AND id = ?', [id]);
}

/** Puts an open cart aside; whoever is at the till can take it back. */
export function putAside(db: WriteDb, id: CartId, label: string, at: number, by: string): void {
  db.run(
    `UPDATE carts SET place = (SELECT max(place) + 1 FROM carts), label = ?, held_at = ?, held_by = ?, multiplier = NULL
     WHERE place = 0 AND id = ?`,
    [label, at, by, id],
  );
}

export function takeBack(db: WriteDb, id: CartId): void {
  db.run('UPDATE carts SET place = 0, saved_after = ?, held_at = NULL, held_by = NULL WHERE id = ?', [
    journalHead(db).seq,
    id,
  ]);
}

export const heldCount = (db: ReadDb): number =>
  db.get<{ count: number }>('SELECT count(*) AS count FROM carts WHERE place > 0')!.count;

export type HeldRow = {
  readonly id: CartId;
  readonly body: string;
  readonly label: string;
  readonly held_at: number;
  readonly held_by: string;
};
export const heldRows = (db: ReadDb): HeldRow[] =>
  db.all<HeldRow>(
    'SELECT id, body, label, held_at, held_by FROM carts WHERE place > 0 ORDER BY held_at LIMIT 200',
  );
