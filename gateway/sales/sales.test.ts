import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saleQuestionsPerMinute } from '../../shared/domain/uplink.ts';
import type { Json } from '../../shared/lib/canonical.ts';
import { type PaperTill, paperTill, saleOf, testEnv } from '../../test/conformance/uplinks/paper-till.ts';
import { askSigned } from '../../test/conformance/uplinks/raw-client.ts';
import { type Gateway, startGateway } from '../server.ts';

let dataDir: string;
let gateway: Gateway;
let nowMs = 0;

const start = () => startGateway({ dataDir, port: 0, env: testEnv({ monotonicMs: () => nowMs }) });

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'evertill-gateway-'));
  gateway = await start();
});
afterEach(async () => {
  await gateway.stop();
  rmSync(dataDir, { recursive: true });
});

async function enrolled(label: string): Promise<PaperTill> {
  const till = paperTill();
  const { id, publicKey } = till;
  const body = JSON.stringify({ code: gateway.newEnrolmentCode(), publicKey, till: id, label });
  await askSigned(gateway.url, { method: 'POST', path: '/v1/enrol', gateway: '', till, body });
  return till;
}

async function send(till: PaperTill) {
  const body = JSON.stringify(till.batch());
  const request = { method: 'POST', path: '/v1/journal', gateway: gateway.id, till, body };
  return (await askSigned(gateway.url, request)).json;
}

const look = (till: PaperTill, receipt = 'T01-000001') =>
  askSigned(gateway.url, { path: `/v1/sales/${receipt}`, gateway: gateway.id, till });

/** `quantity` thousandths of the first line of a sale, of which 2000 were sold. */
const refundOf = (sale: ReturnType<typeof saleOf>, id: string, quantity = 1_000): Json => ({
  refund: {
    id,
    sale: { id: sale.id },
    lines: [{ id: 1, sold: 2_000, quantity }],
    back: [{ id: `${id}.1`, tender: sale.tenders[0]!.id, amount: 625 }],
  },
});

test('any enrolled till learns of a receipt: the very row that tells of the sale, and what came back at which till', async () => {
  const [one, two] = [await enrolled('1'), await enrolled('2')];
  const sale = saleOf();
  const record = one.addSale(sale);
  await send(one);
  two.add('sale-refunded', refundOf(sale, 'refund-1'));
  expect(await send(two)).toMatchObject({ setAside: [] });
  const goodsBack = [{ till: two.id, line: 1, quantity: 1_000 }];
  const moneyBack = [{ till: two.id, tender: sale.tenders[0]!.id, amount: 625 }];
  expect((await look(one)).json).toEqual({ sales: [{ label: '1', record, goodsBack, moneyBack }] });
});

test('money that became the credit of an exchange counts as gone back, for each tender whose it was', async () => {
  const one = await enrolled('1');
  const sale = saleOf();
  one.addSale(sale);
  const { refund } = refundOf(sale, 'refund-1') as { refund: Record<string, Json> };
  const of = [{ tender: { id: sale.tenders[0]!.id }, amount: 625 }];
  const back = [{ id: 'refund-1.1', kind: 'exchange', tender: null, amount: 625, of }];
  one.add('sale-refunded', { refund: { ...refund, back } });
  await send(one);
  expect((await look(one)).json).toMatchObject({
    sales: [{ moneyBack: [{ till: one.id, tender: sale.tenders[0]!.id, amount: 625 }] }],
  });
});

test('a receipt that no till has sent is an empty answer, and a stranger gets none', async () => {
  const one = await enrolled('1');
  one.addSale();
  await send(one);
  expect((await look(one, 'T01-000002')).json).toEqual({ sales: [] });
  expect(await look(paperTill())).toMatchObject({ status: 401, json: { error: 'unknown-till' } });
  expect(await look(paperTill(one.id))).toMatchObject({ status: 401, json: { error: 'signature-wrong' } });
});

test('two tills that print one label are both told, the newest first', async () => {
  const [one, two] = [await enrolled('1'), await enrolled('1')];
  const older = one.addSale();
  await send(one);
  const newer = two.addSale();
  await send(two);
  expect((await look(one)).json).toMatchObject({ sales: [{ record: newer }, { record: older }] });
});

test('goods that two tills took back, unknown to each other, are set aside for somebody to look at, and counted', async () => {
  const [one, two] = [await enrolled('1'), await enrolled('2')];
  const sale = saleOf();
  one.addSale(sale);
  one.add('sale-refunded', refundOf(sale, 'at-one', 2_000));
  expect(await send(one)).toMatchObject({ setAside: [] });
  two.add('sale-refunded', refundOf(sale, 'at-two'));
  const told = { ackedThrough: 2, setAside: [{ seq: 2, reason: 'refunded-beyond-sold' }] };
  expect(await send(two)).toEqual(told);
  expect(await send(two)).toEqual(told);
  const held = (await look(one)).json as { sales: { goodsBack: { quantity: number }[] }[] };
  expect(held.sales[0]!.goodsBack.map(each => each.quantity).sort()).toEqual([1_000, 2_000]);
});

test('a refund that arrives twice counts once', async () => {
  const one = await enrolled('1');
  const sale = saleOf();
  one.addSale(sale);
  one.add('sale-refunded', refundOf(sale, 'refund-1', 2_000));
  one.add('sale-refunded', refundOf(sale, 'refund-1', 2_000));
  expect(await send(one)).toMatchObject({ setAside: [] });
  expect((await look(one)).json).toMatchObject({ sales: [{ goodsBack: [{ quantity: 2_000 }] }] });
});

test('a refund that cannot be read is set aside, and one without a receipt is of no sale', async () => {
  const one = await enrolled('1');
  one.add('sale-refunded', { refund: 'gone wrong' });
  one.add('sale-refunded', { refund: { id: 'r', sale: null, lines: [], back: [] } });
  expect(await send(one)).toMatchObject({ setAside: [{ seq: 2, reason: 'body-unreadable' }] });
});

test('a till gone wild is held up for a minute, and no other till with it', async () => {
  const [one, two] = [await enrolled('1'), await enrolled('2')];
  for (let count = 0; count < saleQuestionsPerMinute; count += 1) await look(one);
  expect(await look(one)).toMatchObject({ status: 429, json: { error: 'too-often' } });
  expect((await look(two)).status).toBe(200);
  nowMs += 60_000;
  expect((await look(one)).status).toBe(200);
});

test('a store from before anybody counted refunds is read anew', async () => {
  const one = await enrolled('1');
  const sale = saleOf();
  one.addSale(sale);
  one.add('sale-refunded', refundOf(sale, 'refund-1'));
  await send(one);
  const before = (await look(one)).json;
  await gateway.stop();
  const db = new Database(join(dataDir, 'gateway.db'));
  db.exec(`drop index sales_by_receipt; alter table sales drop column receipt;
    drop table goods_back; drop table money_back; pragma user_version = 2`);
  db.close();
  gateway = await start();
  expect((await look(one)).json).toEqual(before);
});
