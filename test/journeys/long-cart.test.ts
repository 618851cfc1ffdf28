import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, desk, type Journey, oldTill, openDemoShift } from './rig.ts';

// More goods than the list has room for.

const goods = demoGoods.slice(0, 40);

let journey: Journey;
beforeAll(async () => {
  journey = await openDemoShift();
  let sum = 0;
  for (const { code, price } of goods) {
    await journey.scan(code);
    sum += price;
  }
  await journey.owes(sum);
}, 180_000);
afterAll(async () => {
  await journey.stop();
  await closeBrowser();
});

/** The rows that stand whole in the list’s window, top to bottom; `inHand` is the one that keys act on. */
const inSight = () =>
  journey.page.getByRole('list', { name: zhCN.selling.cart }).evaluate(list => {
    const window = list.parentElement!.getBoundingClientRect();
    const rows = [...list.children].map(row => ({ row, at: row.getBoundingClientRect() }));
    const whole = rows
      .filter(({ at }) => at.top > window.top - 1 && at.bottom < window.bottom + 1)
      .sort((one, other) => one.at.top - other.at.top);
    return {
      rows: whole.map(({ row }) => row.textContent),
      inHand: whole.find(({ row }) => row.querySelector('[aria-current]'))?.row.textContent ?? '',
      drawn: rows.length,
    };
  });

test('what was scanned last stands in sight beneath what came before it, and only a part of the list is drawn', async () => {
  const { rows, inHand, drawn } = await inSight();
  expect(inHand).toContain(goods.at(-1)!.name);
  expect(rows.at(-1)).toBe(inHand);
  expect(rows.at(-2)).toContain(goods.at(-2)!.name);
  expect(drawn).toBeLessThan(goods.length);
});

test('arrows walk up the list, the line in hand in sight at each step, and down again', async () => {
  for (let place = goods.length - 2; place >= 0; place -= 1) {
    await journey.press('ArrowUp');
    await expect.poll(async () => (await inSight()).inHand).toContain(goods[place]!.name);
  }
  expect((await inSight()).rows[0]).toContain(goods[0]!.name);
  await journey.press('ArrowDown');
  await expect.poll(async () => (await inSight()).inHand).toContain(goods[1]!.name);
});

test('a hand that scrolls finds rows everywhere, and the next scan comes back to its own', async () => {
  const list = journey.page.getByRole('list', { name: zhCN.selling.cart });
  await list.hover();
  for (let turn = 0; turn < 12; turn += 1) await journey.page.mouse.wheel(0, 400);
  await expect.poll(async () => (await inSight()).rows.at(-1)).toContain(goods.at(-1)!.name);
  await journey.scan(goods[20]!.code);
  await expect.poll(async () => (await inSight()).inHand).toContain(goods[20]!.name);
});

test('a window that gets smaller keeps the line in hand in sight', async () => {
  await journey.scan(goods[39]!.code);
  await expect.poll(async () => (await inSight()).inHand).toContain(goods[39]!.name);
  await journey.page.setViewportSize({ ...oldTill, height: 560 });
  await expect.poll(async () => (await inSight()).inHand).toContain(goods[39]!.name);
  await journey.page.setViewportSize(desk);
});
