import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LabelRule } from '../../../shared/domain/labels/rule.ts';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import { printLabel } from '../../../test/doubles/labels.ts';
import { mustBe, openShop, refusalOf, throwAway } from '../../../test/doubles/till.ts';

const rule = (pattern: string): LabelRule => ({
  pattern,
  amountFactor: 1,
  weightUnit: 'g',
  keepZeros: true,
});
const amounts = rule('22WWWWWEEEEEC');
const weights = rule('21WWWWWNNNNNC');
const both = rule('26WWWWWEEEEENNNNNC');

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
  const list =
    '条码,品名,售价,单位,箱码,入数,箱价\n00012,五花肉,25.8,kg,,,\n00013,烤鸭,38,,,,\n00014,青菜,3,斤,,,\n00015,礼盒,88,,,,\n00016,鸡蛋,1.2,,00015,30,33\n';
  const base64 = Buffer.from(list).toString('base64');
  mustBe(await shop.say('catalog.stage', { upload: 'fresh', index: 0, base64 }));
  const { mapping } = mustBe(await shop.ask('catalog.preview', { upload: 'fresh' }));
  const { import: id } = mustBe(
    await shop.say('catalog.import', {
      upload: 'fresh',
      fileName: 'fresh.csv',
      mapping,
    }),
  );
  await shop.until('catalog.state', ({ current }) => current?.id === id && current.phase === 'done');
  mustBe(await shop.say('setup.change', { setting: 'label-rules', value: [amounts, weights, both] }));
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const scan = async (text: string) => mustBe(await shop.say('selling.scan', { text, from: 'keyboard' }));
const lines = async () =>
  (await shop.see('selling.cart')).priced.lines.map(line => [line.name, line.quantity, line.amount]);
const pork = printLabel(amounts, { item: 12, amount: 1299 });

test('a printed sum is what the line comes to, to the fen', async () => {
  expect(await scan(pork)).toMatchObject({ outcome: 'added', name: '五花肉' });
  await scan(printLabel(amounts, { item: 13, amount: 3550 }));
  expect(await lines()).toEqual([
    ['五花肉', 503, 1299],
    ['烤鸭', 1000, 3550],
  ]);
});

test('a printed weight is priced by the price list, in its own unit', async () => {
  await scan(printLabel(weights, { item: 12, weight: 512 }));
  await scan(printLabel(weights, { item: 14, weight: 250 }));
  expect(await lines()).toEqual([
    ['五花肉', 512, 1321],
    ['青菜', 500, 150],
  ]);
});

test('a label printed before the price changed is sold at its sum, and a moment says so', async () => {
  expect(await scan(printLabel(both, { item: 12, amount: 1299, weight: 512 }))).toMatchObject({
    outcome: 'added',
    labelPrice: { printed: 1299, now: 1321 },
  });
  expect(await lines()).toEqual([['五花肉', 512, 1299]]);
  expect(await scan(printLabel(both, { item: 12, amount: 2064, weight: 800 }))).not.toHaveProperty(
    'labelPrice',
  );
});

test('what the scale has weighed is not changed by hand', async () => {
  await scan(printLabel(weights, { item: 12, weight: 512 }));
  const { id, priced } = await shop.see('selling.cart');
  const { id: line } = priced.lines[0]!;
  expect(refusalOf(await shop.say('selling.setQuantity', { cart: id, line, quantity: quantity(2000) }))).toBe(
    'line-is-stamped',
  );
});

test('the same label twice is asked about, and added by one answer, once', async () => {
  await scan(pork);
  const again = await scan(pork);
  if (again.outcome !== 'label-again') throw new Error(again.outcome);
  expect(again).toMatchObject({ name: '五花肉', sum: 1299 });
  expect(await lines()).toHaveLength(1);
  const { asked } = again;
  expect(mustBe(await shop.say('selling.takeLabel', { asked }))).toMatchObject({ outcome: 'added' });
  expect(refusalOf(await shop.say('selling.takeLabel', { asked }))).toBe('no-such-question');
  expect(await lines()).toEqual([
    ['五花肉', 503, 1299],
    ['五花肉', 503, 1299],
  ]);
});

test('a question goes with the next scan, and another label asks nothing', async () => {
  await scan(pork);
  const again = await scan(pork);
  expect(await scan(printLabel(amounts, { item: 12, amount: 1300 }))).toMatchObject({ outcome: 'added' });
  if (again.outcome !== 'label-again') throw new Error(again.outcome);
  expect(refusalOf(await shop.say('selling.takeLabel', { asked: again.asked }))).toBe('no-such-question');
  expect(await lines()).toHaveLength(2);
});

test('goods that share an item code are chosen from, with the sum of the label', async () => {
  const shared = printLabel(amounts, { item: 15, amount: 3280 });
  const choice = await scan(shared);
  if (choice.outcome !== 'choose') throw new Error(choice.outcome);
  const eggs = choice.items.find(({ name }) => name === '鸡蛋 ×30')!;
  mustBe(await shop.say('selling.takeLabel', { asked: choice.asked!, item: eggs.item }));
  expect(await lines()).toEqual([['鸡蛋 ×30', 1000, 3280]]);
});

test('a label that is misread, of unknown goods, or without a sum adds nothing and says which', async () => {
  const misread = pork.slice(0, -1) + ((Number(pork.at(-1)) + 1) % 10);
  expect(await scan(misread)).toMatchObject({ outcome: 'unknown-code', checkDigitWrong: true });
  expect(await scan(printLabel(amounts, { item: 99, amount: 100 }))).toMatchObject({ plu: '00099' });
  const empty = printLabel(amounts, { item: 12, amount: 0 });
  expect(refusalOf(await shop.say('selling.scan', { text: empty, from: 'keyboard' }))).toBe('label-empty');
  mustBe(await shop.say('selling.multiply', { quantity: pieces(3) }));
  expect(refusalOf(await shop.say('selling.scan', { text: pork, from: 'keyboard' }))).toBe(
    'label-one-by-one',
  );
  expect(await lines()).toEqual([]);
});

test('the price list has a code first, whatever the rules make of it', async () => {
  mustBe(await shop.say('setup.change', { setting: 'label-rules', value: [rule('69WWWWWEEEEEC')] }));
  expect(await scan('6901234567892')).toMatchObject({ outcome: 'added', name: '可口可乐 330ml' });
});

test('a rule that cannot be read is not kept', async () => {
  const bad = await shop.say('setup.change', { setting: 'label-rules', value: [rule('22WWWWWWWWWWC')] });
  expect(refusalOf(bad)).toBe('bad-input');
});

test('a sale keeps the sum of its label, and never all of its digits', async () => {
  await scan(pork);
  const cart = await shop.see('selling.cart');
  mustBe(await shop.say('paying.cash', { cart: cart.id, due: cart.priced.due, given: cart.priced.due }));
  const [sale] = mustBe(await shop.ask('selling.lastSales', { limit: 1 }));
  expect(sale!.total).toBe(1299);
  expect(sale!.lines[0]).toMatchObject({ code: '00012', stamped: 1299, quantity: 503 });
  expect(JSON.stringify(sale)).not.toContain(pork);
});
