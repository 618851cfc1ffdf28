import { afterEach, beforeEach, expect, test } from 'vitest';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import { mustBe, openShop, refusalOf, throwAway } from '../../../test/doubles/till.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
  const list =
    '条码,品名,售价,箱码,入数,箱价\n1001,啤酒,3.5,16900000000018;9006,24;6,;19.99\n9006,礼盒,88,,,\n1002,茶,4,9012,12,40\n';
  const base64 = Buffer.from(list).toString('base64');
  mustBe(await shop.say('catalog.stage', { upload: 'packs', index: 0, base64 }));
  const { mapping } = mustBe(await shop.ask('catalog.preview', { upload: 'packs' }));
  const { import: id } = mustBe(
    await shop.say('catalog.import', { upload: 'packs', fileName: 'packs.csv', mapping }),
  );
  await shop.until('catalog.state', ({ current }) => current?.id === id && current.phase === 'done');
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const scan = async (text: string) => mustBe(await shop.say('selling.scan', { text, from: 'keyboard' }));
const lines = async () =>
  (await shop.see('selling.cart')).priced.lines.map(line => [line.name, line.quantity, line.amount]);

test('a case rings up the pieces that are in it, on the line of the pieces', async () => {
  await scan('1001');
  expect(await scan('16900000000018')).toMatchObject({ outcome: 'added', name: '啤酒 ×24' });
  expect(await lines()).toEqual([['啤酒', 25_000, 25 * 350]]);
});

test('3* before a case is three cases', async () => {
  mustBe(await shop.say('selling.multiply', { quantity: pieces(3) }));
  await scan('16900000000018');
  expect(await lines()).toEqual([['啤酒', 72_000, 72 * 350]]);
});

test('a pack with a price of its own has a line of its own, and popularity counts what is in it', async () => {
  await scan('1002');
  await scan('9012');
  await scan('9012');
  expect(await lines()).toEqual([
    ['茶', 1000, 400],
    ['茶 ×12', 2000, 8000],
  ]);
  const { id, priced } = await shop.see('selling.cart');
  mustBe(await shop.say('paying.cash', { cart: id, due: priced.due, given: priced.due }));
  const [sale] = mustBe(await shop.ask('selling.sales', { afterNumber: 0, limit: 1 }));
  expect(sale!.lines.map(({ code, packOf }) => [code, packOf])).toEqual([
    ['1002', undefined],
    ['9012', 12],
  ]);
  // 25 pieces: more than the 24 beers that follow.
  await scan('16900000000018');
  const beer = await shop.see('selling.cart');
  mustBe(await shop.say('paying.cash', { cart: beer.id, due: beer.priced.due, given: beer.priced.due }));
  const found = await shop.until('selling.quickKeys', ({ groups }) => groups[0]!.tiles[0]?.name === '茶');
  expect(found.groups[0]!.tiles.slice(0, 2).map(({ name }) => name)).toEqual(['茶', '啤酒']);
});

test('where a code is a pack and other goods, the pack can be told from the pieces, and is what is sold', async () => {
  const choice = await scan('9006');
  if (choice.outcome !== 'choose') throw new Error(choice.outcome);
  expect(choice.items.map(({ name, price }) => [name, price])).toEqual([
    ['啤酒 ×6', 1999],
    ['礼盒', 8800],
  ]);
  const [pack, gift] = choice.items;
  mustBe(await shop.say('selling.add', { item: pack!.item, code: pack!.code }));
  mustBe(await shop.say('selling.add', { item: gift!.item, code: gift!.code }));
  expect(await lines()).toEqual([
    ['啤酒 ×6', 1000, 1999],
    ['礼盒', 1000, 8800],
  ]);
});

test('more cases than a line can take are refused, not rung up as something else', async () => {
  mustBe(await shop.say('selling.multiply', { quantity: quantity(90_000_000) }));
  const answer = await shop.say('selling.scan', { text: '16900000000018', from: 'keyboard' });
  expect(refusalOf(answer)).toBe('quantity-too-large');
  expect(await lines()).toEqual([]);
});
