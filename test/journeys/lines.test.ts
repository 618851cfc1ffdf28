import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, demoPin, type Journey, openDemoShift } from './rig.ts';

const t = zhCN.selling;
const cola = demoGoods[0]!;
const cigarettes = (
  JSON.parse(readFileSync(new URL('../../resources/demo-shop.json', import.meta.url), 'utf8')) as {
    items: { code: string; price: number; flags?: { ageCheck?: boolean } }[];
  }
).items.find(item => item.flags?.ageCheck)!;

// One till for all of them; each but the last leaves an empty counter behind.
let journey: Journey;
beforeAll(async () => {
  journey = await openDemoShift();
}, 180_000);
afterAll(async () => {
  await journey.stop();
  await closeBrowser();
});

async function payCash(): Promise<void> {
  await journey.freeze();
  await journey.press('F9');
  await journey.sees(zhCN.paying.done.title);
}

/** How often a person presses something between two moments; scans are not counted. */
async function pressesFor(act: () => Promise<void>): Promise<number> {
  const { hand } = journey;
  const before = hand.keys + hand.taps;
  await act();
  return hand.keys + hand.taps - before;
}

test('one more, one fewer, another price with its reason, and why the line costs what it costs', async () => {
  const { scan, press, type, sees, owes } = journey;
  await scan(cola.code);
  await owes(cola.price);
  await type('++');
  await owes(3 * cola.price);
  await type('-');
  await owes(2 * cola.price);
  await press('F4');
  await sees(t.price.listed);
  await press('F4');
  await type('1.5');
  await press('Enter');
  await owes(300);
  await sees(t.price.was((cola.price / 100).toFixed(2)));
  await press('F4');
  await sees(`${t.price.overridden} · ${t.price.reasons.match}`);
  await press('Escape');
  await payCash();
  await journey.nextCustomer();
});

test('what is on no price list is sold under the code that was scanned, by one key and its price', async () => {
  const { scan, press, type, sees, owes } = journey;
  await scan('6909999999996');
  await sees(t.moments.unknown('9996'));
  await press('Control+F2');
  await sees(t.open.name);
  await type('3.2');
  await press('Enter');
  await owes(320);
  await sees('6909999999996');
  await payCash();
  await journey.nextCustomer();
});

test('a figure that is typed when the sale goes on counts first, and what is no figure keeps it back', async () => {
  const { scan, press, type, sees, owes } = journey;
  await scan(cola.code);
  await owes(cola.price);
  await press('F3');
  await type('5');
  await press('F9');
  await owes(5 * cola.price);
  await press('F4');
  await type('2.5');
  await press('F6');
  await owes(5 * 250);
  await press('F3');
  await type('.');
  await press('F9');
  await sees(`✕ ${t.quantityHint}`);
  await press('Escape');
  await owes(5 * 250);
  await payCash();
  await journey.nextCustomer();
});

test('tobacco waits for a look at the customer: no money before, one key more, and no second time; what goes after that says why', async () => {
  const { scan, press, type, sees, owes } = journey;
  await scan(cigarettes.code);
  await owes(cigarettes.price);
  // A code that comes first is not charged.
  await scan('130000000000010000');
  await sees(t.moments.codeRefused('wechat', 'age-check-first'));
  await press('F9');
  await sees(t.age.title);
  await press('Escape');
  await owes(cigarettes.price);
  await press('F9');
  await sees(t.age.title);
  await press('Enter');
  await sees(zhCN.paying.notes);
  await press('Escape');
  await scan(cola.code);
  await owes(cigarettes.price + cola.price);
  // The amount was said: what goes now asks why, by one digit.
  await press('Delete');
  await sees(t.removal.title);
  await press('Escape');
  await owes(cigarettes.price + cola.price);
  await press('Delete');
  await sees(t.removal.title);
  await type('1');
  await owes(cigarettes.price);
  await scan(cola.code);
  await owes(cigarettes.price + cola.price);
  await payCash();
  await journey.nextCustomer();
});

test('what is pressed all day is pressed seldom: hold, recall and a note once, exact cash twice, a change of cashiers three times and the PIN', async () => {
  const { scan, press, tap, type, sees, owes, page } = journey;
  await scan(cola.code);
  await owes(cola.price);
  const hold = await pressesFor(async () => {
    await press('F6');
    await sees(t.emptyTitle);
  });
  const recall = await pressesFor(async () => {
    await press('F6');
    await owes(cola.price);
  });
  const cash = await pressesFor(payCash);
  await journey.nextCustomer();
  await scan(cola.code);
  await owes(cola.price);
  await journey.freeze();
  const note = await pressesFor(async () => {
    await tap(page.getByRole('button', { name: /^10 / }));
    await sees(zhCN.paying.done.title);
  });
  await journey.nextCustomer();
  await scan(cola.code);
  await owes(cola.price);
  const change = await pressesFor(async () => {
    await press('Shift+F12');
    await sees(zhCN.session.who);
    await press('ArrowDown');
    await type(demoPin);
    await press('Enter');
    await owes(cola.price);
  });
  await sees('李敏');
  // The goods of whoever was here before are still there, and go on.
  await scan(cola.code);
  await owes(2 * cola.price);
  expect({ hold, recall, cash, note, change }).toEqual({
    hold: 1,
    recall: 1,
    cash: 2,
    note: 1,
    change: 3 + demoPin.length,
  });
});
