import type { FoundItem, GoodsPart, UndoableImport } from '../../../shared/contract/catalog.ts';
import type { Answer, CheckedOf } from '../../../shared/contract/words.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, refuse } from '../../core/feature.ts';
import type { CatalogReads } from '../../core/ports.ts';
import { addedCategories, addedCount, addedInCategory, addedList } from './added.ts';
import { formerCatalogue } from './former.ts';
import type { Importer } from './import/importer.ts';
import { previewOf } from './import/preview.ts';
import { rejectsFile } from './import/rejects.ts';
import { rememberedMapping } from './import/remembered.ts';
import type { PriceListRules } from './import/rules.ts';
import { goodsListed, itemOf, rowById, rowsAfter } from './on-list.ts';
import { comingCount } from './repricing/stored.ts';
import { repricingQueries } from './repricing/views.ts';
import type { HotGoods } from './search/hot.ts';
import { type Hit, itemsWithCode, search } from './search/search.ts';
import { categoriesOf, itemsInCategory, liveCatalogue, liveSlot } from './slots.ts';

/** The name of somebody who acted, as far as it is known. */
export type NameOf = (actor: string) => string;

type Parts = {
  readonly db: FeatureParts['db'];
  readonly importer: Importer;
  readonly hot: HotGoods;
  readonly rules: () => PriceListRules;
  readonly nameOf: NameOf;
  readonly wallMs: () => number;
};

/** What pages ask about the price list. */
export const catalogQueries = ({
  db,
  importer,
  hot,
  rules,
  nameOf,
  wallMs,
}: Parts): Feature<'catalog'>['queries'] => ({
  search: ({ text, limit }) => ok(search(db, text, limit, hot).map(toSell)),
  preview: async ({ upload, mapping }) => {
    await importer.ready(upload);
    const list = importer.open(upload);
    if (!list.ok) return list;
    const remembered = rememberedMapping(db, list.value.layout);
    return ok(previewOf(list.value, { ...rules(), now: wallMs() }, { chosen: mapping, remembered }));
  },
  goods: request => partOfGoods(db, request),
  added: ({ limit }) =>
    ok(addedList(db, limit).map(({ actor, ...goods }) => ({ ...goods, by: nameOf(actor) }))),
  ...repricingQueries(db, nameOf),
  compare: async request => {
    await importer.ready(request.upload);
    return importer.compare(request);
  },
  rejects: input => {
    const file = rejectsFile(db, input.import);
    return file ? ok(file) : refuse('no-such-import', {});
  },
});

export const catalogWatches = ({ db, importer }: Parts): Feature<'catalog'>['watches'] => ({
  state: {
    topics: ['catalog'],
    read: () => {
      const { generation } = liveCatalogue(db);
      const { current, comparing } = importer;
      const items = goodsListed(db);
      const added = addedCount(db);
      const coming = comingCount(db);
      return { items, generation, added, coming, current, comparing, undoable: undoableImport(db) };
    },
  },
});

/** Searching is every cashier's; what the goods cost the shop is not. */
const toSell = ({ lowest: _lowest, cost: _cost, ...item }: Hit): FoundItem => item;

function partOfGoods(
  db: FeatureParts['db'],
  { after, limit, generation: wanted }: CheckedOf<'catalog.goods'>,
): Answer<GoodsPart> {
  const { slot, generation } = liveCatalogue(db);
  // Half of one price list and half of another would be a file that nobody ever had.
  if (wanted !== null && wanted !== generation) return refuse('catalogue-renewed', {});
  const rows = rowsAfter(db, slot, after, limit);
  const next = rows.length < limit ? null : rows.at(-1)!.rank;
  return ok({ items: rows.map(row => itemOf(db, row)), next, generation, of: goodsListed(db) });
}

function undoableImport(db: FeatureParts['db']): UndoableImport | null {
  const former = formerCatalogue(db);
  return former ? { fileName: former.fileName, at: former.at, items: former.items } : null;
}

/** What other features may ask; a code is one index lookup, a few microseconds. */
export const catalogReads = ({ db, hot }: Pick<Parts, 'db' | 'hot'>): CatalogReads => ({
  itemsWithCode: code => itemsWithCode(db, code),
  itemsFound: (text, most) => search(db, text, most, hot).filter(({ similar }) => !similar),
  item: id => {
    const row = rowById(db, liveSlot(db), id);
    return row && itemOf(db, row);
  },
  mostSold: most => hot.find(null, most),
  categories: most => {
    const listed = categoriesOf(db, liveSlot(db), most);
    return [...new Set([...listed, ...addedCategories(db, most)])].slice(0, most);
  },
  inCategory: (category, most) => {
    const listed = itemsInCategory(db, liveSlot(db), category, most);
    return [...listed, ...addedInCategory(db, category, most - listed.length)].map(row => itemOf(db, row));
  },
});
