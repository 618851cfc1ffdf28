import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, test } from 'vitest';
import { type Gateway, startGateway } from '../../gateway/server.ts';
import { price } from '../../shared/domain/pricing.ts';
import { pieces } from '../../shared/domain/quantity.ts';
import type { Sale } from '../../shared/domain/sale.ts';
import { en } from '../../shared/i18n/en.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import type { Json } from '../../shared/lib/canonical.ts';
import { type CuttingWire, cuttingWire } from '../conformance/uplinks/cutting-wire.ts';
import { type PaperTill, paperTill, testEnv } from '../conformance/uplinks/paper-till.ts';
import { askSigned } from '../conformance/uplinks/raw-client.ts';
import { cartOf, goods } from '../doubles/goods.ts';
import { saleOf } from '../doubles/sales.ts';
import { closeBrowser, desk, firstRun, importList, type Journey, oldTill, openJourney } from './rig.ts';

let journey: Journey;
let gateway: Gateway;
let wire: CuttingWire;
let data: string;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'evertill-other-till-'));
  wire = await cuttingWire();
  const knownAs = [`127.0.0.1:${wire.port}`];
  gateway = await startGateway({ dataDir: data, port: 0, knownAs, env: testEnv() });
  wire.leadTo(Number(new URL(gateway.url).port));
});
afterEach(async () => {
  await journey.stop();
  await wire.close();
  await gateway.stop();
  rmSync(data, { recursive: true, force: true });
});
afterAll(closeBrowser);

const noodles = goods('1', 450, { name: '康师傅 红烧牛肉面' });
const milk = goods('2', 1_280, { name: '伊利 纯牛奶 250ml×12' });
const sold: Sale = saleOf(
  price(cartOf([noodles, pieces(3)], [milk, pieces(1)]), { taxMode: 'inclusive' }),
  'inclusive',
);

test.each([
  ['zh-CN', zhCN, desk],
  ['en', en, oldTill],
] as const)(
  'what till 2 sold comes back at till 1: looked for, named, and paid out in cash (%s)',
  async (language, t, size) => {
    journey = await openJourney({ size });
    const { sees, type, press, scan } = journey;
    await openTill(journey);
    await enrol(journey);
    if (language === 'en') await inEnglish(journey);
    const receipt = sold.receipt.replace(/^1/, '2');
    await sendSale('2', { ...sold, receipt });

    await press('F5');
    await sees(t.refunding.find.title);
    wire.hang(true);
    await scan(receipt);
    await sees(t.refunding.find.looking);
    await journey.picture(`other-till-looking-${language}-${size.width}`);
    await sees(t.refusals['other-tills-unreachable']({ receipt }, {} as never).what);
    await journey.picture(`other-till-unreachable-${language}-${size.width}`);
    wire.hang(false);
    await scan(receipt);
    await sees(noodles.name);
    await sees(t.common.till('2'));
    await press('ArrowRight');
    await type('1');
    await sees(`✓ ${t.refunding.reasons[0]}`);
    await journey.picture(`other-till-pick-${language}-${size.width}`);
    await press('Enter');
    await sees(t.refunding.confirm.title);
    await press('Enter');
    await sees(t.refunding.done.title);

    await sendSale('2', { ...sold, id: 'sale-2' as Sale['id'], receipt });
    await scan(receipt);
    await sees(t.refunding.which.title);
    await journey.picture(`other-till-which-${language}-${size.width}`);
    await press('ArrowDown', 'Enter');
    await sees(t.refunding.reason);
  },
);

async function openTill(at: Journey): Promise<void> {
  await firstRun(at, zhCN.setup.first, { shop: '惠民便利', owner: '王店长', pin: '8351', start: 'own' });
  await importList(at, ['条码,品名,售价', '6901234567892,可口可乐 330ml,2.50']);
  await at.sees(zhCN.shifts.open.ask);
  await at.type('100');
  await at.press('Enter');
  await at.sees(zhCN.selling.emptyTitle);
}

async function enrol({ page, press, sees }: Journey): Promise<void> {
  const t = zhCN.syncing.enrol;
  await press('F10');
  await page.getByText(zhCN.more.syncing).first().click();
  await page.getByLabel(t.url, { exact: true }).fill(`http://127.0.0.1:${wire.port}`);
  await page.getByLabel(t.code, { exact: true }).fill(gateway.newEnrolmentCode());
  await press('Enter');
  await sees(zhCN.syncing.allSent);
  await press('Escape', 'Escape');
  await sees(zhCN.selling.emptyTitle);
}

async function inEnglish({ page, press, sees }: Journey): Promise<void> {
  await press('F10');
  await page.getByRole('button', { name: zhCN.more.settings }).click();
  await page.getByText('English').first().click();
  await sees(en.more.settings);
  await press('Escape', 'Escape');
  await sees(en.selling.emptyTitle);
}

/** Another till of the shop sends a sale to the gateway. */
async function sendSale(label: string, sale: Sale): Promise<void> {
  const till: PaperTill = paperTill();
  const { id, publicKey } = till;
  till.addSale(sale as unknown as Json);
  const code = gateway.newEnrolmentCode();
  const send = (path: string, to: string, body: object) =>
    askSigned(gateway.url, { method: 'POST', path, gateway: to, till, body: JSON.stringify(body) });
  await send('/v1/enrol', '', { code, publicKey, till: id, label });
  await send('/v1/journal', gateway.id, till.batch());
}
