import type { UndoableImport } from '../../../shared/contract/catalog.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { refuse, type Tx } from '../../core/feature.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import { bringAddedBack, forgetTakenIn } from './added.ts';
import { bringPricesBack, comingRepricings, forgetPricesTakenIn } from './repricing/stored.ts';
import { liveCatalogue, otherSlot } from './slots.ts';

// The catalogue of before the last import. It stays in the slot that is not live until the next one is built there.

export type FormerCatalogue = UndoableImport & { readonly import: string };

/** What undoing the last import would bring back; undefined where that slot holds nothing of worth. */
export const formerCatalogue = (db: ReadDb): FormerCatalogue | undefined =>
  db.get<FormerCatalogue>('SELECT import, file AS fileName, at, items FROM catalog_former');

/** With the flip to what was imported: what was live up to now can be brought back. */
export function keepFormer(db: WriteDb, { import: id, fileName, at, items }: FormerCatalogue): void {
  db.run('INSERT INTO catalog_former (one, import, file, at, items) VALUES (1, ?, ?, ?, ?)', [
    id,
    fileName,
    at,
    items,
  ]);
}

/** Before its slot is cleared for the next generation. */
export function forgetFormer(db: WriteDb): void {
  db.run('DELETE FROM catalog_former');
  forgetTakenIn(db);
  forgetPricesTakenIn(db);
  db.run('UPDATE catalog_live SET tidy = 0');
}

/**
 * Makes the catalogue of before the last import live again, goods for goods as it was, with a generation of
 * its own. What was imported is cleared afterwards (`tidyUp`): nothing is kept to go forward to.
 */
export function bringFormerBack(tx: Tx): Result<FormerCatalogue, Refusal> {
  const former = formerCatalogue(tx.db);
  if (!former) return refuse('nothing-to-undo', {});
  const live = liveCatalogue(tx.db);
  const generation = live.generation + 1;
  const slot = otherSlot(live.slot);
  for (const { id, starts, goods, import: from } of comingRepricings(tx.db, Number.MAX_SAFE_INTEGER))
    if (from === former.import) tx.record('repricing-withdrawn', { repricing: id, starts, goods });
  bringAddedBack(tx.db, slot, generation);
  bringPricesBack(tx.db, former.import);
  forgetFormer(tx.db);
  tx.db.run('UPDATE catalog_live SET slot = ?, generation = ?, items = ?', [slot, generation, former.items]);
  tx.record('catalog-import-undone', {
    import: former.import,
    file: former.fileName,
    items: former.items,
    generation,
  });
  tx.touch('catalog');
  tx.touch('quick-keys');
  return ok(former);
}
