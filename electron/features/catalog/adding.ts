import { createdPriceMax } from '../../../shared/contract/catalog.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { checkDigitRight } from '../../../shared/domain/codes.ts';
import { type Item, type ItemId, noFlags } from '../../../shared/domain/item.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { refuse, type Tx } from '../../core/feature.ts';
import type { CatalogKeeper, NewGoods } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { addedById, addedCount, addedMax, addGoods, dropAdded } from './added.ts';
import { hashOfText } from './import/goods.ts';
import type { PriceListRules } from './import/rules.ts';
import { rowById } from './on-list.ts';
import { itemsWithCode } from './search/search.ts';
import { liveSlot } from './slots.ts';

/** Goods that are put on the price list by hand, from the counter on (建档). */
export const goodsAdding = (rules: () => PriceListRules): Pick<CatalogKeeper, 'add'> => ({
  add: (tx, goods) => {
    const refused = refusalOf(tx.db, goods);
    if (refused) return refused;
    const item = itemOf(tx.db, goods, rules().taxPermille);
    addGoods(tx.db, item, { at: tx.at, actor: tx.actor.id });
    const { id, name, category, price } = item;
    tx.record('item-created', { item: id, code: goods.code, name, category, price });
    tx.touch('catalog');
    tx.touch('quick-keys');
    return ok(item);
  },
});

function refusalOf(db: ReadDb, { code, price }: NewGoods): ReturnType<typeof refuse> | null {
  // Shop codes of other shapes could be half of anything; they come with a list.
  if (!checkDigitRight(code)) return refuse('code-not-retail', {});
  if (price <= 0) return refuse('price-not-positive', {});
  if (price > createdPriceMax) return refuse('price-too-high', { most: createdPriceMax });
  const [known] = itemsWithCode(db, code);
  if (known) return refuse('code-on-list', { name: known.name, price: known.price });
  return addedCount(db) >= addedMax ? refuse('added-too-many', { most: addedMax }) : null;
}

const itemOf = (db: ReadDb, { code, name, price, category }: NewGoods, taxPermille: number): Item => ({
  id: freeId(db, code, name),
  codes: [code],
  name,
  category,
  unit: 'piece',
  price,
  taxPermille,
  taxCode: '',
  flags: noFlags,
});

/** The code names the item; where other goods once had it as their first, the name is added. */
function freeId(db: ReadDb, code: string, name: string): ItemId {
  const slot = liveSlot(db);
  for (let again = 0; ; again++) {
    const id = again === 0 ? code : `${code}~${hashOfText(`${name}${again}`).toString(36)}`;
    if (!rowById(db, slot, id)) return id as ItemId;
  }
}

/** Takes goods that were added off the list again; what was sold of them stays sold. */
export function removeAdded(tx: Tx, item: ItemId): Result<{ name: string }, Refusal> {
  const row = addedById(tx.db, item);
  if (!row) return refuse('no-such-item', {});
  dropAdded(tx.db, item);
  tx.record('item-removed', { item, code: row.codes, name: row.name });
  tx.touch('catalog');
  tx.touch('quick-keys');
  return ok({ name: row.name });
}
