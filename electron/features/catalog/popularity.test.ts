import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CatalogTill, openCatalogTill } from '../../../test/conformance/catalog-till.ts';
import { openReadDb } from '../../db/open.ts';
import { compareProjections } from '../../host/verify-projections.ts';
import { Popularity } from './popularity.ts';

let shop: CatalogTill;
beforeEach(() => {
  shop = openCatalogTill();
});
afterEach(() => shop.throwAway());

const best = [
  { item: '1003', units: 3 },
  { item: '1002', units: 2 },
  { item: '1001', units: 1 },
];
const sellSome = () => {
  shop.sell('1003', '1002');
  shop.sell('1001', '1003', '1002');
  shop.sell('1003');
};
const writeDown = () => {
  for (const _ of new Popularity(shop.db).write(shop.core.parts));
};
const rebuilt = async () => {
  const db = openReadDb(join(shop.folder, 'till.db'));
  const compared = await compareProjections(
    db,
    [shop.catalog.feature],
    () => Promise.resolve(),
    () => {},
  );
  db.close();
  return compared.projections;
};
const rows = () => shop.db.get('SELECT count(*) AS rows FROM item_popularity');

test('a sale writes nothing about popularity, and what sold is known all the same, also after a restart', () => {
  sellSome();
  expect(rows()).toEqual({ rows: 0 });
  expect(new Popularity(shop.db).best(10)).toEqual(best);
  shop.close();
  shop = openCatalogTill(shop.folder);
  expect(new Popularity(shop.db).best(10)).toEqual(best);
});

test('what waits is written down once, and the same goods are most sold before and after', () => {
  sellSome();
  writeDown();
  writeDown();
  expect(rows()).toEqual({ rows: 3 });
  expect(new Popularity(shop.db).best(10)).toEqual(best);
  shop.sell('1001', '1001', '1001');
  expect(new Popularity(shop.db).best(1)).toEqual([{ item: '1001', units: 4 }]);
});

test('however few different goods are sold, the table is not left behind for long', () => {
  for (let sale = 1; sale <= 250; sale += 1) shop.sell('1001');
  expect(new Popularity(shop.db).isWorthWriting).toBe(true);
  writeDown();
  expect(new Popularity(shop.db).isWorthWriting).toBe(false);
  expect(shop.db.get('SELECT units FROM item_popularity')).toEqual({ units: 250 });
});

test('verify rebuilds the table as far as it has got, and finds a row that is not as sold', async () => {
  sellSome();
  expect(await rebuilt()).toEqual([{ table: 'item_popularity', same: true }]);
  writeDown();
  shop.sell('1001');
  expect(await rebuilt()).toEqual([{ table: 'item_popularity', same: true }]);
  shop.db.run("UPDATE item_popularity SET units = 9 WHERE item = '1003'");
  expect(await rebuilt()).toEqual([{ table: 'item_popularity', same: false }]);
});
