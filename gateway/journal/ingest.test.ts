import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { batchBytesMax } from '../../shared/domain/uplink.ts';
import {
  type PaperTill,
  paperTill,
  saleOf,
  seal,
  testEnv,
} from '../../test/conformance/uplinks/paper-till.ts';
import { askSigned } from '../../test/conformance/uplinks/raw-client.ts';
import { type Gateway, startGateway } from '../server.ts';

let dataDir: string;
let gateway: Gateway;

const start = async (): Promise<Gateway> => startGateway({ dataDir, port: 0, env: testEnv() });

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'evertill-gateway-'));
  gateway = await start();
});
afterEach(async () => {
  await gateway.stop();
  rmSync(dataDir, { recursive: true });
});

async function enrolled(till = paperTill()): Promise<PaperTill> {
  const body = JSON.stringify({
    code: gateway.newEnrolmentCode(),
    publicKey: till.publicKey,
    till: till.id,
    label: '1 号机',
  });
  const answer = await askSigned(gateway.url, { method: 'POST', path: '/v1/enrol', gateway: '', till, body });
  expect(answer.json).toEqual({ gateway: gateway.id });
  return till;
}

async function post(till: PaperTill, batch: unknown = till.batch(), headers: Record<string, string> = {}) {
  const json = typeof batch === 'string' ? batch : JSON.stringify(batch);
  const body = headers['content-encoding'] === 'gzip' ? gzipSync(json) : json;
  const path = '/v1/journal';
  const { status, json: answer } = await askSigned(gateway.url, {
    method: 'POST',
    path,
    gateway: gateway.id,
    till,
    body,
    headers,
  });
  return { status, ...answer };
}

test('takes a journal in, acknowledges to its end, and remembers it after a restart', async () => {
  const till = await enrolled();
  for (let count = 0; count < 3; count += 1) till.addSale();
  expect(await post(till)).toEqual({ status: 200, ackedThrough: 4, setAside: [] });
  await gateway.stop();
  gateway = await start();
  const path = `/v1/tills/${till.id}/state`;
  const state = await askSigned(gateway.url, { path, gateway: gateway.id, till });
  expect(state.json).toEqual({
    epoch: till.batch().epoch,
    ackedThrough: 4,
    head: till.journal.at(-1)?.hash,
    signed: null,
  });
  expect(await gateway.summary()).toEqual({
    received: 3,
    records: 4,
    duplicates: 0,
    maxCapturesPerTender: 1,
    setAside: 0,
  });
});

test('counts every sale once however often and however overlapped it is sent', async () => {
  const till = await enrolled();
  for (let count = 0; count < 9; count += 1) till.addSale();
  await post(till, till.batch(1, 4));
  await post(till, till.batch(1, 4));
  await post(till, till.batch(3, 7));
  expect(await post(till, till.batch(2, 5))).toMatchObject({ status: 200, ackedThrough: 7 });
  await Promise.all([post(till), post(till), post(till)]);
  expect(await gateway.summary()).toMatchObject({
    received: 9,
    records: 10,
    duplicates: 0,
    maxCapturesPerTender: 1,
  });
});

test('asks for the missing record when there is a gap, and takes nothing of the batch', async () => {
  const till = await enrolled();
  for (let count = 0; count < 5; count += 1) till.addSale();
  await post(till, till.batch(1, 2));
  expect(await post(till, till.batch(5, 6))).toEqual({ status: 409, error: 'expected', seq: 3 });
  expect(await gateway.summary()).toMatchObject({ records: 2 });
});

test('refuses a fork: another record under a known number, or a next one from another history', async () => {
  const till = await enrolled();
  for (let count = 0; count < 3; count += 1) till.addSale();
  await post(till);
  till.rewind(2);
  till.addSale();
  expect(await post(till)).toEqual({ status: 409, error: 'fork', seq: 3 });
  till.addSale();
  till.addSale();
  expect(await post(till, till.batch(5, 5))).toEqual({ status: 409, error: 'fork', seq: 4 });
  expect(await gateway.summary()).toMatchObject({ received: 3, records: 4 });
});

test('takes an unknown epoch up only with its first record', async () => {
  const till = await enrolled();
  till.addSale();
  till.addSale();
  expect(await post(till, till.batch(2))).toEqual({ status: 409, error: 'expected', seq: 1 });
  till.rewind(0);
  till.addSale();
  expect(await post(till)).toEqual({ status: 422, error: 'epoch-not-started', seq: 1 });
});

test('goes on with a till that was restored from a backup, under its new epoch', async () => {
  const till = await enrolled();
  for (let count = 0; count < 4; count += 1) till.addSale();
  await post(till);
  till.rewind(3);
  till.startEpoch();
  till.addSale();
  expect(await post(till, till.batch(4))).toEqual({ status: 200, ackedThrough: 5, setAside: [] });
  expect(await gateway.summary()).toMatchObject({ received: 5, records: 7 });
});

test('does not join a new epoch to a history that the till never had', async () => {
  const till = await enrolled();
  till.addSale();
  await post(till);
  till.rewind(1);
  till.addSale();
  till.startEpoch();
  expect(await post(till, till.batch(3))).toEqual({ status: 422, error: 'chain-broken', seq: 3 });
  till.addSale();
  till.startEpoch();
  expect(await post(till, till.batch(5))).toEqual({ status: 409, error: 'expected', seq: 1 });
});

test('sets a poison record aside, says which and why each time, and goes on with the rest', async () => {
  const till = await enrolled();
  till.add('sale-completed', { sale: 'gone wrong' });
  till.addSale({ ...saleOf(900), total: 1_000 });
  const sale = saleOf();
  till.addSale(sale);
  till.addSale(sale);
  till.add('drawer-opened', { reason: 'a kind this gateway has no use for' });
  const answer = {
    status: 200,
    ackedThrough: 6,
    setAside: [
      { seq: 2, reason: 'body-unreadable' },
      { seq: 3, reason: 'sums-differ' },
      { seq: 5, reason: 'sale-repeated' },
    ],
  };
  expect(await post(till)).toEqual(answer);
  expect(await post(till)).toEqual(answer);
  expect(await gateway.summary()).toEqual({
    received: 1,
    records: 6,
    duplicates: 1,
    maxCapturesPerTender: 2,
    setAside: 3,
  });
});

test('finds any change to a record, its links or its version', async () => {
  const till = await enrolled();
  till.addSale();
  const [opening, sale] = till.journal;
  if (!opening || !sale) throw new Error('the till has two records');
  const sent = (...records: unknown[]) => post(till, { ...till.batch(), records });
  expect(await sent(opening, { ...sale, actor: 'someone else' })).toMatchObject({
    error: 'hash-differs',
    seq: 2,
  });
  expect(await sent(opening, { ...sale, body: { sale: saleOf(1) } })).toMatchObject({
    error: 'hash-differs',
    seq: 2,
  });
  expect(await sent(opening, seal({ ...sale, prev: 'a'.repeat(64) }))).toMatchObject({
    error: 'chain-broken',
    seq: 2,
  });
  expect(await sent(opening, seal({ ...sale, seq: 3 }))).toMatchObject({ error: 'chain-broken', seq: 3 });
  expect(await sent(seal({ ...opening, v: 2 }))).toMatchObject({ error: 'version-unknown', seq: 1 });
  expect(await sent(seal({ ...opening, epoch: 'other' }))).toMatchObject({ error: 'malformed', seq: 1 });
  expect(await sent({ ...opening, extra: 1 })).toMatchObject({ error: 'malformed' });
  expect(await sent({ ...opening, body: { price: 1.5 } })).toMatchObject({ error: 'malformed', seq: 1 });
  expect(await sent()).toMatchObject({ error: 'malformed' });
  expect(await gateway.summary()).toMatchObject({ records: 0 });
});

test('survives what no JSON should be', async () => {
  const till = await enrolled();
  const [opening] = till.journal;
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const deep = JSON.stringify({ ...till.batch(), records: [{ ...opening, body: 0 }] }).replace(
    '"body":0',
    `"body":${nested}`,
  );
  expect(await post(till, deep)).toMatchObject({ status: 422, error: 'malformed' });
  expect(await post(till, '{"till":')).toMatchObject({ status: 400, error: 'malformed' });
  expect(await post(till, 'null')).toMatchObject({ status: 422, error: 'malformed' });
  const polluting = '{"__proto__":{"polluted":true},"till":"a","epoch":"b","records":[]}';
  expect(await post(till, polluting)).toMatchObject({ status: 422 });
  expect(await post(till)).toMatchObject({ status: 200 });
});

test('takes packed batches, and neither oversize ones nor packed bombs', async () => {
  const till = await enrolled();
  till.addSale();
  const packed = { 'content-encoding': 'gzip' };
  expect(await post(till, till.batch(), packed)).toMatchObject({ status: 200, ackedThrough: 2 });
  const big = JSON.stringify({ till: till.id, epoch: 'e', records: [], more: 'x'.repeat(batchBytesMax) });
  expect(await post(till, big)).toMatchObject({ status: 413, error: 'too-large' });
  expect(await post(till, big, packed)).toMatchObject({ status: 413, error: 'too-large' });
  expect(await post(till, 'x', { 'content-encoding': 'br' })).toMatchObject({ status: 415 });
  for (let count = 0; count < 500; count += 1) till.addSale();
  expect(await post(till, till.batch(2, 502))).toMatchObject({ status: 422, error: 'malformed' });
  expect(await post(till, till.batch(3, 502))).toMatchObject({ status: 200, ackedThrough: 502 });
});

test('takes no till at another till’s word', async () => {
  const till = await enrolled();
  const other = await enrolled();
  expect(await post(other, till.batch())).toEqual({ status: 403, error: 'not-allowed' });
  const path = `/v1/tills/${till.id}/state`;
  const state = await askSigned(gateway.url, { path, gateway: gateway.id, till: other });
  expect(state.status).toBe(403);
});
