import { expect, test } from 'vitest';
import { openCatalogTill } from '../../../../test/conformance/catalog-till.ts';
import type { ReadDb } from '../../../db/open.ts';
import { Popularity } from '../popularity.ts';
import { HotGoods, hotStep } from './hot.ts';
import { search } from './search.ts';

const shopOf = (goods: number) => {
  const shop = openCatalogTill();
  const rows = Array.from({ length: goods }, (_, place) => `${10_000 + place},可乐${place},1`);
  shop.importNow(`条码,品名,售价\n${rows.join('\n')}`);
  return shop;
};

/** `db`, and how many times something was read from it. */
function counted(db: ReadDb) {
  const count = { reads: 0 };
  const counting =
    <What extends readonly unknown[]>(read: (...what: What) => unknown) =>
    (...what: What) => {
      count.reads += 1;
      return read(...what);
    };
  const watched: ReadDb = Object.create(db, {
    get: { value: counting(db.get.bind(db)) },
    all: { value: counting(db.all.bind(db)) },
  });
  return { count, watched };
}

/** A slice looks at each of its goods, maybe twice, and the answer at each of its twenty. */
const readsMax = 3 * hotStep;

test('the first search after a start does not wait for the goods at hand', () => {
  const shop = shopOf(3_000);
  shop.sell(...Array.from({ length: 2_500 }, (_, place) => String(10_000 + place)), '12999');
  const { count, watched } = counted(shop.db);
  const hot = new HotGoods(watched, new Popularity(shop.db));
  expect(search(watched, '可乐2999', 20, hot).map(item => item.id)).toEqual(['12999']);
  expect(count.reads).toBeLessThan(readsMax);
  shop.throwAway();
});

test('no search pays for a whole day that was sold before it', () => {
  const shop = shopOf(5_000);
  const { count, watched } = counted(shop.db);
  const popularity = new Popularity(shop.db);
  const hot = new HotGoods(watched, popularity);
  for (const _ of hot.warm());
  for (let place = 0; place < 5_000; place++) hot.sold(String(10_000 + place));
  for (let asked = 0; asked < 40; asked++) {
    count.reads = 0;
    expect(search(watched, '可乐4999', 20, hot).map(item => item.id)).toEqual(['14999']);
    expect(count.reads).toBeLessThan(readsMax);
  }
  shop.throwAway();
});
