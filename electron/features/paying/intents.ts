import type { Cart, CartId } from '../../../shared/domain/cart.ts';
import { type Minor, minor, sum } from '../../../shared/domain/money.ts';
import type { IntentId } from '../../../shared/domain/payment/payment.ts';
import type { PricedCart } from '../../../shared/domain/pricing.ts';
import type { StaffId, Tender } from '../../../shared/domain/sale.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';

/** What is owed for a frozen cart, and what of it is settled. Working state: when all is settled, the sale takes its place. */
export type Intent = {
  readonly id: IntentId;
  readonly cart: CartId;
  readonly cashier: StaffId;
  /** The cart as it was frozen: the sum that was said is the sum that is taken. */
  readonly priced: PricedCart;
  readonly tenders: readonly Tender[];
  /** What cash rounding added, once the rest has been taken in cash. */
  readonly rounding: Minor;
  /** A part that was agreed for the next code; null for all that remains. */
  readonly part: Minor | null;
  /** What that part leaves lies on the counter in cash, and is taken as soon as the part is paid. */
  readonly restInCash?: boolean;
  /** For the list of what is parked. */
  readonly label: string;
  readonly parkedAt: number | null;
};

type Row = { readonly body: string };
const read = (row: Row): Intent => JSON.parse(row.body) as Intent;

/** The intent of the cart on the counter. */
export function openIntent(db: ReadDb): Intent | undefined {
  const row = db.get<Row>("SELECT body FROM payment_intents WHERE state = 'open'");
  return row && read(row);
}

export function findIntent(db: ReadDb, id: IntentId): Intent | undefined {
  const row = db.get<Row>('SELECT body FROM payment_intents WHERE id = ?', [id]);
  return row && read(row);
}

export const parkedIntents = (db: ReadDb): Intent[] =>
  db.all<Row>("SELECT body FROM payment_intents WHERE state = 'parked' ORDER BY id LIMIT 200").map(read);

export const isFrozen = (db: ReadDb, cart: Cart['id']): boolean =>
  db.get('SELECT 1 FROM payment_intents WHERE cart = ?', [cart]) !== undefined;

/** Parked where it has a time of parking, on the counter otherwise. */
export function saveIntent(db: WriteDb, intent: Intent): void {
  db.run(
    `INSERT INTO payment_intents (id, cart, state, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body`,
    [intent.id, intent.cart, intent.parkedAt === null ? 'open' : 'parked', JSON.stringify(intent)],
  );
}

export function dropIntent(db: WriteDb, id: IntentId): void {
  db.run('DELETE FROM payment_intents WHERE id = ?', [id]);
}

export const remainingOf = (intent: Intent): Minor =>
  minor(intent.priced.due + intent.rounding - sum(intent.tenders.map(tender => tender.amount)));

/** What the next code is charged. */
export const askingOf = (intent: Intent): Minor => intent.part ?? remainingOf(intent);
