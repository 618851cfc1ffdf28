import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ItemId } from '../../../shared/domain/item.ts';
import { factsOf } from '../../../test/doubles/journal.ts';
import {
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const [cola, water, noodles] = shelf.map(([code]) => code) as [ItemId, ItemId, ItemId];
type Page = { page: string; title: string; places: (ItemId | null)[] };
const arrange = (...pages: Page[]) => shop.say('selling.arrangeKeys', { pages });
const shown = async () =>
  (await shop.see('selling.quickKeys')).own.map(({ title, tiles }) => [
    title,
    tiles.map(tile => tile && (tile.gone ? `${tile.name} (gone)` : tile.name)),
  ]);
const facts = () => factsOf(shop.data, 'quick-keys-arranged').map(({ body }) => body);

/** A price list with one item left of those there were, under a shorter name. */
async function onlyWater(): Promise<void> {
  const base64 = Buffer.from(`条码,品名,售价\n${water},农夫山泉,2\n`).toString('base64');
  mustBe(await shop.say('catalog.stage', { upload: 'less', index: 0, base64 }));
  const list = { upload: 'less', fileName: 'less.csv', mapping: { code: 0, name: 1, price: 2 } };
  const { import: id } = mustBe(await shop.say('catalog.import', { ...list, absent: 'remove' }));
  await shop.until('catalog.state', ({ current }) => current?.id === id && current.phase === 'done');
}

test('keys lie where people have put them, empty places between, and stay there after a restart', async () => {
  mustBe(await arrange({ page: 'a', title: '早上', places: [null, water, null, cola, null] }));
  const before = await shown();
  expect(before).toEqual([['早上', [null, '农夫山泉 550ml', null, '可口可乐 330ml']]]);
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  mustBe(await again.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  shop = { ...shop, ...again };
  expect(await shown()).toEqual(before);
});

test('only what has changed is written down, and nothing where nothing has', async () => {
  const a = { page: 'a', title: '早上', places: [water] };
  const b = { page: 'b', title: '晚上', places: [cola] };
  mustBe(await arrange(a, b));
  mustBe(await arrange(a, { ...b, places: [cola, noodles] }));
  mustBe(await arrange(a, { ...b, places: [cola, noodles, null] }));
  mustBe(await arrange({ ...b, places: [cola, noodles] }, a));
  mustBe(await arrange(a));
  expect(facts().map(({ pages, order }) => [pages.map(({ page }) => page), order])).toEqual([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [['b'], ['a', 'b']],
    [[], ['b', 'a']],
    [[], ['a']],
  ]);
  expect(await shown()).toEqual([['早上', ['农夫山泉 550ml']]]);
});

test('goods that nobody knows are refused, and a page that is named twice', async () => {
  expect(refusalOf(await arrange({ page: 'a', title: '早上', places: ['nothing' as ItemId] }))).toBe(
    'no-such-item',
  );
  const page = { page: 'a', title: '早上', places: [cola] };
  expect(refusalOf(await arrange(page, page))).toBe('bad-input');
  expect(facts()).toEqual([]);
});

test('a page keeps what the price list has no more, by its last name, and can still be arranged', async () => {
  mustBe(await arrange({ page: 'a', title: '早上', places: [cola, water] }));
  await onlyWater();
  expect(await shown()).toEqual([['早上', ['可口可乐 330ml (gone)', '农夫山泉']]]);
  mustBe(await arrange({ page: 'a', title: '早上', places: [null, cola, water] }));
  expect(await shown()).toEqual([['早上', [null, '可口可乐 330ml (gone)', '农夫山泉']]]);
});
