import { afterAll, expect, test, vi } from 'vitest';
import { seededRng } from '../../../shared/lib/rng.ts';
import { asCsv, listGoods } from '../../../test/bench/goods.ts';
import { openCatalogTill } from '../../../test/conformance/catalog-till.ts';

const till = openCatalogTill();
afterAll(() => till.throwAway());

test('the search index of a list comes in pieces that are written in no time, though the clock sees nothing of it', () => {
  const stored = () =>
    till.db.get<{ bytes: number }>('SELECT total(length(block)) AS bytes FROM catalog_words_b')!.bytes;
  const largest = () =>
    till.db.get<{ bytes: number }>('SELECT max(length(block)) AS bytes FROM catalog_words_b')!.bytes;
  const { slice } = till.core.parts;
  let before = 0;
  let most = 0;
  vi.spyOn(till.core.parts, 'slice').mockImplementation(work => {
    const done = slice(work);
    most = Math.max(most, stored() - before);
    before = stored();
    return done;
  });
  till.importNow(asCsv(listGoods(9_000, seededRng(1))));
  expect(stored()).toBeGreaterThan(256 * 1024);
  expect(most).toBeLessThan(128 * 1024 + largest());
});
