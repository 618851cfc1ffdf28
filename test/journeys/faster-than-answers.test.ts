import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { burstAt, closeBrowser, demoGoods, demoPin, type Journey, openDemoShift } from './rig.ts';

const t = zhCN.selling;
const [first, second] = demoGoods as [(typeof demoGoods)[0], (typeof demoGoods)[1]];

let journey: Journey;
let wire: LateWire;
beforeAll(async () => {
  journey = await openDemoShift();
  wire = await lateWire(journey.page);
  await journey.page.reload();
  await journey.sees(t.emptyTitle);
});
afterAll(async () => {
  await journey.stop();
  await closeBrowser();
});

type LateWire = {
  /** Keeps back what the core says from now on: all of it, or only what it says to a watch of this name. */
  keepBack(watch?: string): void;
  /** Lets everything through, in the order in which it was said. */
  letGo(): void;
};

type Said = { readonly id?: number; readonly params?: { readonly input?: { readonly word?: string } } };

/** Between the page and the core from the next load of the page on. */
async function lateWire(page: Page): Promise<LateWire> {
  const asked = new Map<number, string>();
  const late: (() => void)[] = [];
  let kept: string | 'all' | null = null;
  await page.routeWebSocket(/\/wire/, fromPage => {
    const toCore = fromPage.connectToServer();
    fromPage.onMessage(text => {
      for (const { id, params } of saidIn(text))
        if (id !== undefined) asked.set(id, params?.input?.word ?? '');
      toCore.send(text);
    });
    toCore.onMessage(text => {
      const keeps =
        kept === 'all' || saidIn(text).some(({ id }) => id !== undefined && asked.get(id) === kept);
      if (keeps) late.push(() => fromPage.send(text));
      else fromPage.send(text);
    });
  });
  return {
    keepBack: (watch = 'all') => {
      kept = watch;
    },
    letGo: () => {
      kept = null;
      for (const send of late.splice(0)) send();
    },
  };
}

function saidIn(text: string | Buffer): readonly Said[] {
  const plain = String(text);
  return plain.startsWith('{') || plain.startsWith('[') ? [JSON.parse(plain)].flat() : [];
}

test('whoever holds and recalls before the list of held sales has come has the sale back', async () => {
  const { scan, press, sees, owes } = journey;
  await scan(first.code);
  await owes(first.price);
  wire.keepBack('selling.held');
  await press('F6');
  await sees(t.emptyTitle);
  await press('F6');
  await owes(first.price);
  wire.letGo();
  await press('F6');
  await sees(t.emptyTitle);
  await press('F6');
  await owes(first.price);
});

test('whoever chooses a line and takes it off before the core has answered takes off that line', async () => {
  const { scan, press, owes } = journey;
  await scan(second.code);
  await owes(first.price + second.price);
  wire.keepBack();
  await press('ArrowUp', 'Delete');
  wire.letGo();
  await owes(second.price);
});

test('whoever presses exact cash twice before the core has answered once has the sale paid', async () => {
  const { press, sees } = journey;
  wire.keepBack();
  await press('F9', 'F9');
  wire.letGo();
  await sees(zhCN.paying.done.title);
  await journey.nextCustomer();
});

/** Each begins where the cashier then locks the till, and gives how. */
const waysOfLocking: Readonly<Record<string, () => Promise<() => Promise<void>>>> = {
  'with its key': async () => () => journey.press('Shift+F12'),
  'by the name at the top': async () => () =>
    journey.page.getByRole('button', { name: t.keys.lock }).first().click(),
  'among what else there is': async () => {
    await journey.press('F10');
    const tile = journey.page.getByRole('button', { name: zhCN.more.signOut });
    await tile.waitFor();
    return () => tile.click();
  },
};

describe('a PIN that is typed before the till has asked who is there signs in, when it was locked', () => {
  beforeAll(async () => {
    await journey.scan(second.code);
    await journey.owes(second.price);
  });

  test.each(Object.keys(waysOfLocking))('%s', async way => {
    const { page, press, type, owes } = journey;
    const lock = await waysOfLocking[way]!();
    wire.keepBack();
    await lock();
    await type(demoPin);
    await press('Enter');
    const locked = page.getByText(zhCN.session.pin).first().waitFor();
    wire.letGo();
    await locked;
    await owes(second.price);
  });
});

/** Has every page from now on wait for pieces of this name; gives what lets them come. */
async function keepPieceBack(name: RegExp): Promise<() => void> {
  const fetched = Promise.withResolvers<void>();
  await journey.page.route(name, async route => {
    await fetched.promise;
    await route.continue();
  });
  return fetched.resolve;
}

test('what is typed for a screen that has yet to be fetched is typed into it', async () => {
  const { page, press, sees } = journey;
  const letCome = await keepPieceBack(/later-screens/);
  await page.reload();
  await sees(zhCN.selling.due);
  const asked = page.waitForRequest(/later-screens/);
  await press('F11');
  await asked;
  await press('1');
  letCome();
  await sees(zhCN.cash.amount);
  await press('Escape');
});

/** Asks for a discount on a sale of `due` fen whose panel has yet to be fetched; gives what lets it come. */
async function askForDiscount(due: number): Promise<() => void> {
  const { page, press, owes } = journey;
  const panels = /later-(?!screens)/;
  const letCome = await keepPieceBack(panels);
  await page.reload();
  await owes(due);
  const asked = page.waitForRequest(panels);
  await press('F8');
  await asked;
  return letCome;
}

test('a discount that is typed before its panel has been fetched counts', async () => {
  const { press, owes } = journey;
  const letCome = await askForDiscount(second.price);
  await press('9', 'Enter');
  letCome();
  await owes(Math.round(second.price * 0.9));
  await press('F8', '0', 'Enter');
  await owes(second.price);
});

test('what is pressed for a payment whose screen has yet to be fetched pays', async () => {
  const { page, press, sees, owes } = journey;
  const letCome = await keepPieceBack(/paying-piece/);
  const asked = page.waitForRequest(/paying-piece/);
  await page.reload();
  await owes(second.price);
  await asked;
  await press('F9');
  await page.getByLabel(t.scanLine).waitFor({ state: 'detached' });
  await press('F9');
  letCome();
  await sees(zhCN.paying.done.title);
  await journey.nextCustomer();
});

test('what is pressed for a payment of which only the half is known yet is done when all of it is', async () => {
  const { page, press, scan, sees, owes } = journey;
  await scan(second.code);
  await owes(second.price);
  wire.keepBack('paying.state');
  await press('F9');
  await page.getByLabel(t.scanLine).waitFor({ state: 'detached' });
  await press('Insert');
  wire.letGo();
  await sees(zhCN.paying.find.ask);
  await press('Escape', 'F9');
  await sees(zhCN.paying.done.title);
  await journey.nextCustomer();
});

test('goods that are scanned while keys wait for what is yet to come are rung up, and typed into nothing', async () => {
  const { press, scan, owes } = journey;
  await scan(first.code);
  await owes(first.price);
  const letCome = await askForDiscount(first.price);
  await scan(second.code);
  await owes(first.price + second.price);
  await press('9', 'Enter');
  letCome();
  await owes(first.price + Math.round(second.price * 0.9));
  await press('F9', 'F9');
  await journey.sees(zhCN.paying.done.title);
  await journey.nextCustomer();
});

test('a code that has half come when the screen is there that keys waited for leaves nothing of itself in it', async () => {
  const { page, press, scan, sees, owes } = journey;
  const burst = await burstAt(page);
  await scan(first.code);
  await owes(first.price);
  wire.keepBack('paying.state');
  await press('F9');
  await page.getByLabel(t.scanLine).waitFor({ state: 'detached' });
  await burst([second.code], 0, 0, async () => {
    wire.letGo();
    await sees(zhCN.paying.given);
  });
  await sees(t.moments.notACode);
  await sees(zhCN.paying.exact);
  await press('F9');
  await sees(zhCN.paying.done.title);
  await journey.nextCustomer();
});

test('goods that are scanned before practice has said what it shows are in the cart of practice', async () => {
  const { press, scan, sees, owes } = journey;
  await press('F10');
  wire.keepBack('shifts.current');
  await press('8');
  await sees(zhCN.practice.guide.scan);
  await scan(first.code);
  wire.letGo();
  await owes(first.price);
  await press('Control+F10');
  await sees(zhCN.session.pin);
});
