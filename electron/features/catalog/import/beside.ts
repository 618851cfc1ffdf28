import { codeSpellings } from '../../../../shared/domain/codes.ts';
import type { Item, ItemId } from '../../../../shared/domain/item.ts';
import type { ReadDb } from '../../../db/open.ts';
import { addedAfter, addedFrom, addedMax } from '../added.ts';
import { begunThrough, priceInForce } from '../repricing/stored.ts';
import { type ItemRow, itemOfRow } from '../slots.ts';

/**
 * What stands beside the live slot when a list begins to be taken in: goods that were added at the counter, and
 * prices that have begun. The next generation takes exactly that in; what comes later stands beside it in turn.
 */
export class Beside {
  readonly #db: ReadDb;
  readonly goods: readonly ItemRow[];
  /** How far repricings had begun; 0 where no price stands beside the slot. */
  readonly pricesThrough: number;
  readonly #byCode: ReadonlyMap<string, ItemRow>;
  readonly #byId: ReadonlyMap<string, ItemRow>;

  constructor(db: ReadDb) {
    this.#db = db;
    this.goods = addedAfter(db, addedFrom, addedMax);
    this.pricesThrough = begunThrough(db);
    this.#byCode = new Map(
      this.goods.flatMap(row => codeSpellings(row.codes).map(code => [code, row] as const)),
    );
    this.#byId = new Map(this.goods.map(row => [row.id, row]));
  }

  get isEmpty(): boolean {
    return this.goods.length === 0;
  }

  /** The id of the goods that were added under this code, in whatever spelling. */
  idOf(code: string): ItemId | undefined {
    return this.#byCode.get(code)?.id as ItemId | undefined;
  }

  byCode(code: string): Item | undefined {
    const row = this.#byCode.get(code);
    return row && this.item(row);
  }

  byId(id: string): ItemRow | undefined {
    return this.#byId.get(id);
  }

  /** Goods at the price that they had then. */
  item(row: ItemRow): Item {
    const item = itemOfRow(row);
    if (this.pricesThrough === 0) return item;
    const price = priceInForce(this.#db, item.id, this.pricesThrough);
    return price === undefined ? item : { ...item, price };
  }
}
