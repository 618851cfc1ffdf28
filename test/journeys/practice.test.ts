import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { openReadDb } from '../../electron/db/open.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { type PracticeGateway, startPracticeGateway } from '../../electron/host/practice-gateway.ts';
import { connectTill, type TillClient } from '../../electron/host/till-client.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { mustBe } from '../doubles/till.ts';
import { closeBrowser, firstRun, importList, type Journey, openJourney } from './rig.ts';

// A real shop with a printer and a gateway of its own, in which somebody practises.

let journey: Journey;
let gateway: PracticeGateway | undefined;
let folder: string | undefined;
afterEach(async () => {
  await journey.stop();
  await gateway?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
  gateway = undefined;
});
afterAll(closeBrowser);

const pin = '8351';
const cola = { code: '6901234567892', price: 250 };

/** Kinds of the real journal's rows, oldest first. */
function kinds(): string[] {
  const db = openReadDb(pathsOf(journey.data).database);
  try {
    return db.all<{ kind: string }>('SELECT kind FROM journal ORDER BY seq').map(row => row.kind);
  } finally {
    db.close();
  }
}

async function asOperator<T>(act: (till: TillClient) => Promise<T>): Promise<T> {
  const till = (await connectTill(journey.data))!;
  try {
    return await act(till);
  } finally {
    await till.close();
  }
}

/** Set up, goods on the shelf, a shift open, and what prints goes into a file. */
async function openShop(): Promise<string> {
  journey = await openJourney();
  const { sees, type, press } = journey;
  await firstRun(journey, zhCN.setup.first, { shop: '惠民便利', owner: '王店长', pin, start: 'own' });
  await importList(journey, ['条码,品名,售价', `${cola.code},可口可乐 330ml,2.50`]);
  folder = mkdtempSync(join(tmpdir(), 'evertill-paper-'));
  const path = join(folder, 'paper.bin');
  const value = { transport: 'file', paper: 80, path } as const;
  await asOperator(till => till.command('setup.change', { setting: 'printer', value }).then(mustBe));
  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  return path;
}

async function beginPractice(): Promise<void> {
  const { press, type, sees } = journey;
  await press('F10');
  await type('8');
  await sees(zhCN.practice.band);
}

async function payCash(): Promise<void> {
  await journey.freeze();
  await journey.press('F9');
  await journey.nextCustomer();
}

async function count(sum: string): Promise<void> {
  await journey.sees(zhCN.shifts.close.counted);
  await journey.type(sum);
  await journey.press('Enter', 'Enter');
}

test('a whole day is practised in front of an open cart, and nothing of it is in the books, on paper or at the gateway', async () => {
  const paper = await openShop();
  gateway = await startPracticeGateway(join(folder!, 'gateway'));
  const { url, code } = gateway;
  await asOperator(till => till.command('syncing.enrol', { url, code }).then(mustBe));
  const { scan, press, type, sees, picture } = journey;
  await scan(cola.code);
  await journey.owes(cola.price);
  await payCash();
  await scan(cola.code);
  await journey.owes(cola.price);
  const printed = await expect
    .poll(() => readFileSync(paper).length)
    .toBeGreaterThan(0)
    .then(() => readFileSync(paper));
  const before = kinds().length;

  await beginPractice();
  await sees(zhCN.selling.emptyTitle);
  await scan(cola.code);
  await journey.owes(cola.price);
  await picture('practice-selling-zh-CN');
  await journey.freeze();
  await scan('13000000000001' + '0000');
  await sees(zhCN.paying.done.title);
  await picture('practice-paid-zh-CN');
  await journey.nextCustomer();
  await scan('1-000001');
  await sees(zhCN.refunding.columns.left);
  await press('Shift+F2', '1');
  await sees(`✓ ${zhCN.refunding.reasons[0]}`);
  await press('Enter');
  await sees(zhCN.refunding.confirm.title);
  await press('Enter');
  await sees(zhCN.refunding.done.slip);
  await press('Escape');
  await sees(zhCN.selling.emptyTitle);
  await press('F12');
  await sees(zhCN.shifts.close.checks);
  await press('Enter');
  await count('200');
  await sees(zhCN.shifts.close.leaveAsk);
  await press('Enter');
  await sees(zhCN.shifts.close.done(1));
  await press('Control+F10');

  await sees(zhCN.session.who);
  expect(await journey.page.getByText(zhCN.practice.band).count()).toBe(0);
  await type(pin);
  await press('Enter');
  await journey.owes(cola.price);
  const uploads = ['link-lost', 'link-restored'];
  const told = kinds().slice(before);
  expect(told.filter(kind => !uploads.includes(kind))).toEqual([
    'training-started',
    'training-ended',
    'signed-in',
  ]);
  expect(readFileSync(paper).equals(printed)).toBe(true);
  await journey.freeze();
  await press('F9');
  await sees('1-000002');
  await journey.nextCustomer();
  await press('F12');
  await sees(zhCN.shifts.close.checks);
  await press('Enter');
  await count('205');
  await sees(zhCN.shifts.close.leaveAsk);
  await press('Enter');
  await sees(zhCN.shifts.close.done(1));
  const verified = await asOperator(till => till.query('syncing.verify', {}).then(mustBe));
  expect(verified).toMatchObject({ verified: true, fault: null });
  await expect
    .poll(
      () =>
        asOperator(
          till =>
            new Promise(hear => {
              const end = till.watch('syncing.state', answer => {
                if (answer.ok) hear(answer.value.waitingRows);
                queueMicrotask(() => end());
              });
            }),
        ),
      { timeout: 20_000 },
    )
    .toBe(0);
});

test('a till that loses its power while somebody practises starts as the real one, with the cart as it was', async () => {
  await openShop();
  const { scan, type, press, sees } = journey;
  await scan(cola.code);
  await journey.owes(cola.price);
  await beginPractice();
  await journey.killAndRestart();
  await sees(zhCN.session.who);
  expect(await journey.page.getByText(zhCN.practice.band).count()).toBe(0);
  await type(pin);
  await press('Enter');
  await journey.owes(cola.price);
  expect(kinds().filter(kind => kind.startsWith('training'))).toEqual(['training-started', 'training-ended']);
});
