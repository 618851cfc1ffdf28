import { afterEach, beforeEach, expect, test } from 'vitest';
import { minor } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { auditNote } from '../../../shared/i18n/audit-note.ts';
import { messagesOf } from '../../../shared/i18n/messages.ts';
import { closeShift, mustBe, openShop, refusalOf, shelf, throwAway } from '../../../test/doubles/till.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const [cola, water] = shelf.map(row => row[0]) as [string, string];
const scan = async (text: string) => mustBe(await shop.say('selling.scan', { text, from: 'keyboard' }));
const cart = () => shop.see('selling.cart');
const first = async () => {
  const { id, priced } = await cart();
  return { cart: id, line: priced.lines[0]!.id };
};
/** The amount is said, and it is back to the goods. */
const sayAmount = async () => {
  const { id, priced } = await cart();
  const { intent } = mustBe(await shop.say('paying.freeze', { cart: id, due: priced.due }));
  mustBe(await shop.say('paying.unfreeze', { intent }));
};
const reasons = async () =>
  mustBe(await shop.ask('audit.rows', { limit: 50, groups: ['voids'] })).rows.map(row =>
    auditNote(row, messagesOf('zh-CN')),
  );

test('after the amount was said, whatever is taken out needs a reason, and stays until there is one', async () => {
  await scan(cola);
  await scan(water);
  await scan(water);
  await sayAmount();
  const line = await first();
  expect(refusalOf(await shop.say('selling.removeLine', line))).toBe('reason-needed');
  const waters = { ...line, line: (await cart()).priced.lines[1]!.id };
  expect(refusalOf(await shop.say('selling.adjust', { ...waters, by: -1 }))).toBe('reason-needed');
  expect(refusalOf(await shop.say('selling.setQuantity', { ...waters, quantity: pieces(1) }))).toBe(
    'reason-needed',
  );
  expect((await cart()).priced.pieces).toBe(3);
  mustBe(await shop.say('selling.adjust', { ...waters, by: 1 }));
  mustBe(await shop.say('selling.removeLine', { ...line, reason: 'unwanted' }));
  mustBe(await shop.say('selling.adjust', { ...waters, by: -1, reason: 'cannot-pay' }));
  expect((await cart()).priced.pieces).toBe(2);
  expect(await reasons()).toEqual(['钱不够、付不了 · 农夫山泉 550ml', '顾客不要了 · 可口可乐 330ml']);
});

test('a cart whose amount was said is voided with a reason only, also after it was held', async () => {
  await scan(cola);
  await sayAmount();
  const { id } = await cart();
  mustBe(await shop.say('selling.hold', { cart: id }));
  mustBe(await shop.say('selling.recall', { cart: id }));
  expect((await cart()).voidAsks).toBe(true);
  expect(refusalOf(await shop.say('selling.voidCart', { cart: id }))).toBe('reason-needed');
  mustBe(await shop.say('selling.voidCart', { cart: id, reason: 'mis-scan' }));
  expect(await reasons()).toEqual(['扫错、多扫 · 可口可乐 330ml']);
  // By the calendar: until the business day is cut off, it is yesterday's.
  const { date } = mustBe(await shop.ask('reports.today', {}));
  const { cashiers } = mustBe(await shop.ask('reports.losses', { from: date, to: date }));
  expect(cashiers[0]!.reasons).toEqual([{ reason: 'mis-scan', count: 1 }]);
  await scan(cola);
  expect((await cart()).voidAsks).toBe(false);
});

test('the scan just made is taken back by one key, and counts as ever', async () => {
  await scan(cola);
  mustBe(await shop.say('selling.removeLine', await first()));
  expect(await reasons()).toEqual(['可口可乐 330ml']);
  expect((await closeShift(shop, 20_000)).tally.removedLines).toEqual({ count: 1, amount: 250 });
});

test('from which worth on it is asked is the shop’s to say', async () => {
  const rule = (ask: 'never' | 'above' | 'always', above: number) =>
    shop.say('setup.change', { setting: 'removal-rule', value: { ask, above: minor(above) } });
  await scan(cola);
  await scan(water);
  mustBe(await rule('above', 250));
  expect(refusalOf(await shop.say('selling.removeLine', await first()))).toBe('reason-needed');
  mustBe(await rule('above', 251));
  mustBe(await shop.say('selling.removeLine', await first()));
  mustBe(await rule('always', 0));
  expect(refusalOf(await shop.say('selling.removeLine', await first()))).toBe('reason-needed');
  mustBe(await rule('never', 0));
  await sayAmount();
  mustBe(await shop.say('selling.removeLine', await first()));
});
