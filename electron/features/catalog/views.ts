import type { FoundItem, GoodsPart, UndoableImport } from '../../../shared/contract/catalog.ts';
import type { Answer, CheckedOf } from '../../../shared/contract/words.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, refuse } from '../../core/feature.ts';
import type { CatalogReads } from '../../core/ports.ts';
import { formerCatalogue } from './former.ts';
import type { Importer } from './import/importer.ts';
import { previewOf } from './import/preview.ts';
import { rejectsFile } from './import/rejects.ts';
import { rememberedMapping } from './import/remembered.ts';
import type { PriceListRules } from './import/run.ts';
import type { HotGoods } from './search/hot.ts';
import { type Hit, itemsWithCode, search } from './search/search.ts';
import {
  categoriesOf,
  itemById,
  itemOfRow,
  itemsAfter,
  itemsInCategory,
  liveCatalogue,
  liveSlot,
} from './slots.ts';

type Parts = {
  readonly db: FeatureParts['db'];
  readonly importer: Importer;
  readonly hot: HotGoods;
  readonly rules: () => PriceListRules;
};

/** What pages ask about the price list. */
export const catalogQueries = ({ db, importer, hot, rules }: Parts): Feature<'catalog'>['queries'] => ({
  search: ({ text, limit }) => ok(search(db, text, limit, hot).map(toSell)),
  preview: async ({ upload, mapping }) => {
    await importer.ready(upload);
    const list = importer.open(upload);
    if (!list.ok) return list;
    const remembered = rememberedMapping(db, list.value.layout);
    return ok(previewOf(list.value, rules().minorDigits, { chosen: mapping, remembered }));
  },
  goods: request => partOfGoods(db, request),
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
      const { items, generation } = liveCatalogue(db);
      const { current, comparing } = importer;
      return { items, generation, current, comparing, undoable: undoableImport(db) };
    },
  },
});

/** Searching is every cashier's; what the goods cost the shop is not. */
const toSell = ({ lowest: _lowest, cost: _cost, ...item }: Hit): FoundItem => item;

function partOfGoods(
  db: FeatureParts['db'],
  { after, limit, generation: wanted }: CheckedOf<'catalog.goods'>,
): Answer<GoodsPart> {
  const { slot, generation, items: of } = liveCatalogue(db);
  // Half of one price list and half of another would be a file that nobody ever had.
  if (wanted !== null && wanted !== generation) return refuse('catalogue-renewed', {});
  const rows = itemsAfter(db, slot, after, limit);
  const next = rows.length < limit ? null : rows.at(-1)!.rank;
  return ok({ items: rows.map(itemOfRow), next, generation, of });
}

function undoableImport(db: FeatureParts['db']): UndoableImport | null {
  const former = formerCatalogue(db);
  return former ? { fileName: former.fileName, at: former.at, items: former.items } : null;
}

/** What other features may ask; a code is one index lookup, a few microseconds. */
export const catalogReads = ({ db, hot }: Pick<Parts, 'db' | 'hot'>): CatalogReads => ({
  itemsWithCode: code => itemsWithCode(db, code),
  item: id => {
    const row = itemById(db, liveSlot(db), id);
    return row && itemOfRow(row);
  },
  mostSold: most => hot.find(null, most),
  categories: most => categoriesOf(db, liveSlot(db), most),
  inCategory: (category, most) => itemsInCategory(db, liveSlot(db), category, most).map(itemOfRow),
});
