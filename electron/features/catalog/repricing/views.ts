import { type PriceChange, repricingsMax } from '../../../../shared/contract/catalog.ts';
import { ok } from '../../../../shared/lib/result.ts';
import { type Feature, refuse } from '../../../core/feature.ts';
import type { ReadDb } from '../../../db/open.ts';
import { changesShown } from '../import/price-changes.ts';
import { itemOf, rowById } from '../on-list.ts';
import { liveSlot } from '../slots.ts';
import { changesOf, comingRepricing, comingRepricings } from './stored.ts';

/** What pages ask about repricings to come. */
export const repricingQueries = (
  db: ReadDb,
  nameOf: (actor: string) => string,
): Pick<Feature<'catalog'>['queries'], 'repricings' | 'repricing'> => ({
  repricings: () =>
    ok(
      comingRepricings(db, repricingsMax).map(({ id, starts, goods, file, planned, actor }) => ({
        repricing: id,
        starts,
        goods,
        fileName: file,
        at: planned,
        by: nameOf(actor),
      })),
    ),
  repricing: ({ repricing }) => {
    const row = comingRepricing(db, repricing);
    return row ? ok(priceChangesOf(db, row.place)) : refuse('repricing-begun', {});
  },
});

/** What a repricing would change now; goods that are on the list no more are not in it. */
function priceChangesOf(db: ReadDb, place: number): PriceChange[] {
  const slot = liveSlot(db);
  return changesOf(db, place, changesShown).flatMap(({ item, price }) => {
    const row = rowById(db, slot, item);
    if (!row) return [];
    const { codes, name, unit, price: now } = itemOf(db, row);
    return { code: codes[0] ?? '', name, unit, from: now, to: price };
  });
}
