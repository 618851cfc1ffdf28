import type { FeatureParts } from '../../../core/feature.ts';

const lookedAtPerSlice = 1_000;

type Key = { readonly item: string; readonly repricing: number };

/** Clears away what an import left half written when it ended early, and the prices of repricings that are gone. */
export function* clearRepriced({ db, slice }: FeatureParts): Generator<void> {
  if (db.get('SELECT 1 FROM repricings WHERE ready = 0'))
    slice(tx => tx.db.run('DELETE FROM repricings WHERE ready = 0'));
  let after: Key = { item: '', repricing: 0 };
  for (;;) {
    const last = db.all<Key>(keysAfter, [after.item, after.repricing, lookedAtPerSlice]).at(-1);
    if (!last) return;
    const between = [after.item, after.repricing, last.item, last.repricing];
    slice(tx => tx.db.run(clearOrphans, between));
    after = last;
    yield;
  }
}

const keysAfter =
  'SELECT item, repricing FROM repriced WHERE (item, repricing) > (?, ?) ORDER BY item, repricing LIMIT +?';

const clearOrphans = `DELETE FROM repriced
  WHERE (item, repricing) > (?, ?) AND (item, repricing) <= (?, ?)
    AND repricing NOT IN (SELECT place FROM repricings)`;
