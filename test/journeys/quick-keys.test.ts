import { afterAll, afterEach, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, type Journey, openDemoShift, signInToDemo } from './rig.ts';

let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

const t = zhCN.selling;
const words = t.arrange;
const named = (part: string) => demoGoods.find(({ name }) => name.includes(part))!;
const cola = named('可口可乐330');
const milk = named('鲜牛奶');
const noodles = named('红烧牛肉面');

/** The tiles in sight, place by place; an empty place is an empty text. */
const tiles = async (): Promise<string[]> => {
  const grid = journey.page.locator('[style*="grid-template-columns"]').last();
  return (await grid.locator('> *').allTextContents()).map(text => text.replace(/[\d.]+(?: .*)?$/, ''));
};
const tile = (name: string) =>
  journey.page.locator('[style*="grid-template-columns"] > button').filter({ hasText: name });
const button = (name: string | RegExp) => journey.page.getByRole('button', { name });

/** Types initials until the goods are found, and takes the first. */
async function add(initials: string, name: string): Promise<void> {
  await journey.type(initials);
  await journey.page.locator('[role=option], button').filter({ hasText: name }).first().waitFor();
  await journey.press('Enter');
  await tile(name).waitFor();
}

test('keys arranged by keyboard stay where they were put: after other goods sold more, and after a restart', async () => {
  journey = await openDemoShift();
  const { press, type } = journey;
  await press('Shift+F2');
  await journey.sees(words.hint);
  await add('kk', cola.name);
  await add('xnn', milk.name);
  await press('Enter');
  await journey.sees(words.lifted(milk.name));
  await press('ArrowDown', 'ArrowRight', 'Enter');
  await journey.sees(words.hint);
  await press('Control+F7');
  await journey.page.getByLabel(words.pageTitle).fill('早上');
  await press('Enter');
  await button('早上').waitFor();
  await journey.picture('arrange-zh-CN');
  await press('Escape');
  await button('早上').waitFor();
  const put = [cola.name, '', '', '', '', '', milk.name];
  await expect.poll(tiles).toEqual(put);

  await type('9*');
  await journey.sees(t.multiplier('9'));
  await journey.scan(noodles.code);
  await journey.owes(9 * noodles.price);
  await journey.freeze();
  await press('F9');
  await journey.sees(zhCN.paying.done.title);
  await journey.nextCustomer();
  await expect.poll(tiles).toEqual(put);
  await journey.killAndRestart();
  await signInToDemo(journey);
  await expect.poll(tiles, { timeout: 10_000 }).toEqual(put);
});

test('a tile is dragged to another place, taken off and brought back by undoing; a scan adds to the page, not to the cart', async () => {
  journey = await openDemoShift();
  const { press, page } = journey;
  await button(new RegExp(words.open)).click();
  await journey.sees(words.hint);
  await journey.scan(cola.code);
  await tile(cola.name).waitFor();
  await journey.scan(milk.code);
  await tile(milk.name).waitFor();
  const from = (await tile(cola.name).boundingBox())!;
  const to = (await page.locator('[data-place="9"]').boundingBox())!;
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 20, { steps: 5 });
  await page.mouse.up();
  const at = (place: number, name: string) =>
    page.locator(`[data-place="${place}"]`).filter({ hasText: name });
  await at(9, cola.name).waitFor();
  await at(1, milk.name).waitFor();
  await press('Delete');
  await tile(cola.name).waitFor({ state: 'detached' });
  await press('Shift+F3');
  await at(9, cola.name).waitFor();
  await press('Shift+F3');
  await at(0, cola.name).waitFor();
  await press('Escape');
  await journey.owes(0);
  await expect.poll(tiles).toEqual([cola.name, milk.name]);
});
