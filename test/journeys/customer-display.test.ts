import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { pathsOf } from '../../electron/host/paths.ts';
import { connectTill } from '../../electron/host/till-client.ts';
import { readTillFile } from '../../electron/host/till-file.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { pictures } from '../doubles/pictures.ts';
import { mustBe } from '../doubles/till.ts';
import { closeBrowser, demoGoods, type Journey, openJourney, scannerAt } from './rig.ts';

// Two windows on one till: the cashier works in one, the customer reads the other.
let journey: Journey;
let customer: Page;
const [cola] = demoGoods as [(typeof demoGoods)[0]];
const t = zhCN.display;

beforeEach(async () => {
  journey = await openJourney({ demo: true });
  const till = await connectTill(journey.data);
  // A code among goods is charged at once.
  mustBe(await till!.command('setup.change', { setting: 'zero-key', value: true }));
  await till!.close();
  const { sees, type, press, page } = journey;
  await sees(zhCN.session.who);
  await type('2580');
  await press('Enter');
  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await press('F10');
  const opening = page.waitForEvent('popup');
  await page.getByText(zhCN.more.customerDisplay, { exact: true }).click();
  customer = await opening;
  await press('Escape');
});
afterEach(() => journey.stop());
afterAll(closeBrowser);

const shows = (text: string | RegExp) => customer.getByText(text).first().waitFor({ timeout: 15_000 });
const yuan = (fen: number) => (fen / 100).toFixed(2);

/** The owner brings a picture, one that is broken and a file that is none; back at the counter only the first is there. */
async function chooseSlides(): Promise<void> {
  const { page, press, sees } = journey;
  const { sections } = zhCN.setup.settings;
  await press('F10');
  await page.getByText(zhCN.more.settings, { exact: true }).click();
  await page.getByRole('button', { name: sections.slides, exact: true }).click();
  await sees(t.settings.none);
  const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) });
  await page
    .locator('input[type=file]')
    .setInputFiles([
      file('海报.jpg', pictures.jpg),
      file('坏的.png', pictures.png.subarray(0, 40)),
      file('说明.txt', Buffer.from('不是图片')),
    ]);
  await sees(`坏的.png: ${t.settings.faults.broken}`);
  await sees(`说明.txt: ${t.settings.faults['wrong-kind']}`);
  await page.getByRole('img', { name: t.settings.place(1) }).waitFor();
  expect(await page.getByRole('img', { name: t.settings.place(2) }).count()).toBe(0);
  await press('Escape');
  await sees(zhCN.selling.emptyTitle);
}

/** On the customer's screen only: Playwright's clock would be the till's window's as well. */
const halfMinutesPassAtOnce = () =>
  customer.evaluate(`{
    const wait = window.setTimeout;
    window.setTimeout = (run, ms, ...more) => wait(run, ms === 30_000 ? 0 : ms, ...more);
  }`);

/** The text set in the largest letters, and how large they are. */
const largest = () =>
  customer.evaluate<{ text: string; px: number }>(`
    [...document.querySelectorAll('main *')]
      .filter(element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE))
      .map(element => ({ text: element.textContent, px: parseFloat(getComputedStyle(element).fontSize) }))
      .reduce((most, each) => (each.px > most.px ? each : most))`);
/** What sticks out of the screen: anything at its sides, any of its parts above or below. */
const sticksOut = () =>
  customer.evaluate<string[]>(`
    [...document.querySelectorAll('main *')]
      .filter(element => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const part = element.parentElement.localName === 'main';
        return left < 0 || right > innerWidth || (part && (top < 0 || bottom > innerHeight));
      })
      .map(element => element.outerHTML)`);

// A window opened by the page is what the loopback host allows; the desktop opens its own.
const onLoopback = test.skipIf(process.env.EVERTILL_HOST === 'desktop');

onLoopback(
  'the customer sees the goods, the amount, how the payment stands, and that it is paid',
  async () => {
    await shows(t.welcome);
    await chooseSlides();
    await customer.locator('img[src^="/slides/"]').first().waitFor({ state: 'attached' });
    await journey.scan(cola.code);
    await shows(cola.name);
    expect(await customer.locator('img').count()).toBe(0);
    await shows(t.pieces(1));
    await journey.scan('134567890123450010');
    await shows(t.stages['another-way']);
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1024, height: 768 },
      { width: 800, height: 480 },
    ]) {
      await customer.setViewportSize(size);
      const { text, px } = await largest();
      expect(text).toContain(yuan(cola.price));
      expect(px).toBeGreaterThanOrEqual(120);
      expect(await sticksOut()).toEqual([]);
    }
    await journey.scan('134567890123450001');
    await shows(t.stages['on-phone']);
    await shows(t.stages.paid);
    expect((await largest()).text).toContain(yuan(cola.price));
    expect(await customer.evaluate('document.body.innerText')).not.toMatch(/王店长|0001|1-0000/);
    // A customer who has paid is gone after half a minute, though the next one has not come.
    await halfMinutesPassAtOnce();
    await journey.nextCustomer();
    await journey.scan(cola.code);
    await journey.owes(cola.price);
    await journey.freeze();
    await journey.press('F9');
    await journey.sees(zhCN.paying.done.title);
    await customer.locator('img[src^="/slides/"]').first().waitFor({ state: 'attached' });
  },
);

onLoopback('paid by code at once; then cash, with the change as the largest thing there is', async () => {
  await journey.scan(cola.code);
  await journey.owes(cola.price);
  await journey.scan('134567890123450000');
  await shows(t.stages.paid);
  await journey.nextCustomer();
  await journey.scan(cola.code);
  await journey.owes(cola.price);
  await journey.freeze();
  await journey.type('100');
  await journey.press('F9');
  await shows(t.change);
  expect((await largest()).text).toContain(yuan(10_000 - cola.price));
});

onLoopback(
  'a scan that lands on the customer’s screen is the cashier’s; a till that is away shows no old sum',
  async () => {
    await shows(t.welcome);
    const scan = await scannerAt(customer);
    await scan(cola.code);
    await journey.owes(cola.price);
    await shows(cola.name);
    process.kill(readTillFile(pathsOf(journey.data))!.pid, 'SIGKILL');
    await shows(t.wait);
    expect(await customer.evaluate('document.body.innerText')).not.toContain(yuan(cola.price));
  },
);

test('while the till practises the customer’s screen says so, and no longer', async () => {
  await journey.press('F10');
  await journey.type('8');
  await shows(zhCN.practice.band);
  // The cashier's window has come over, too.
  await journey.sees(zhCN.practice.guide.scan);
  await journey.scan(cola.code);
  await shows(yuan(cola.price));
  await customer.setViewportSize({ width: 1366, height: 768 });
  await customer.screenshot({ path: 'test-results/practice-customer.png' });
  expect(await sticksOut()).toEqual([]);
  await journey.press('Control+F10');
  await shows(zhCN.display.welcome);
  expect(await customer.getByText(zhCN.practice.band).count()).toBe(0);
});
