import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testEnv } from '../../test/conformance/uplinks/paper-till.ts';
import { ask } from '../../test/conformance/uplinks/raw-client.ts';
import { chargeFields, codeFor, isSigned, signedBody } from '../../test/doubles/practice-till.ts';
import { type Gateway, type GatewayOptions, startGateway } from '../server.ts';
import { wayOfCode } from './jeepay/order.ts';
import type { JeepayPath } from './jeepay/provider.ts';
import type { Fields } from './jeepay/signing.ts';
import { scenarioTable } from './scenario-table.ts';
import { wallets } from './scenarios.ts';

let dataDir: string;
let gateway: Gateway;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'evertill-pay-'));
  // Practice payments live twenty times as fast.
  const after = testEnv().after;
  const env = testEnv({ after: (delayMs, run) => after(delayMs / 20, run) });
  gateway = await startGateway({ dataDir, port: 0, env });
});
afterEach(async () => {
  await gateway.stop();
  rmSync(dataDir, { recursive: true });
});

const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(gateway.url, {
    ...{ method: 'POST', path, body },
    headers: { 'content-type': 'application/json', ...headers },
  });
const send = (path: JeepayPath, fields: Fields) => post(`/pay/jeepay${path}`, signedBody(fields));
const charge = (order: string, code: string) => send('/api/pay/unifiedOrder', chargeFields(order, code));
const stateOf = async (order: string) =>
  (await send('/api/pay/query', { mchOrderNo: order })).json.data as Fields | undefined;

const asOperator = () => ({ authorization: `Bearer ${readFileSync(gateway.operatorTokenFile, 'utf8')}` });
const books = async () =>
  (await ask(gateway.url, { path: '/pay/__sim/ledger', headers: asOperator() })).json as {
    orders: { number: string; net: number }[];
    entries: object[];
    faults: object[];
  };
const netOf = async (order: string) => (await books()).orders.find(({ number }) => number === order)?.net;

test('speaks Jeepay over HTTP, in JSON and in forms', async () => {
  const { status, headers, json } = await charge('T1', codeFor('0000'));
  expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  expect(json).toMatchObject({ code: 0, data: { mchOrderNo: 'T1', orderState: 2 } });
  expect(isSigned(json)).toBe(true);
  const form = new URLSearchParams(JSON.parse(signedBody({ mchOrderNo: 'T1' })) as Record<string, string>);
  const asForm = await post('/pay/jeepay/api/pay/query', form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(asForm.json).toMatchObject({ code: 0, data: { state: 2 } });
  expect((await post('/pay/jeepay/api/pay/else', '{}')).status).toBe(404);
  expect((await post('/pay/jeepay/api/pay/query', 'x'.repeat(20_000))).status).toBe(413);
});

test('breaks the wire as the code says, and the money is where the ledger has it', async () => {
  await expect(charge('T30', codeFor('0030'))).rejects.toThrow('socket hang up');
  await expect(charge('T31', codeFor('0031'))).rejects.toThrow('socket hang up');
  await expect(charge('T35', codeFor('0035'))).rejects.toThrow('aborted');
  const [after, before] = [await charge('T33', codeFor('0033')), await charge('T34', codeFor('0034'))];
  expect([after.status, before.status, after.headers['content-type']]).toEqual([
    ...[502, 502],
    'text/html; charset=utf-8',
  ]);
  expect(isSigned((await charge('T36', codeFor('0036'))).json)).toBe(false);
  const nets = await Promise.all(['T30', 'T31', 'T33', 'T34', 'T35', 'T36'].map(netOf));
  expect(nets).toEqual([1_250, undefined, 1_250, undefined, 1_250, 1_250]);
  expect(await stateOf('T30')).toMatchObject({ state: 2 });
  expect(await stateOf('T31')).toBeUndefined();
});

test('takes its time where the code says so', async () => {
  const late = charge('T32', codeFor('0032'));
  const first = await Promise.race([late, new Promise(resolve => setTimeout(resolve, 150, 'nothing yet'))]);
  expect(first).toBe('nothing yet');
  expect([(await stateOf('T32'))?.state, await netOf('T32')]).toEqual([0, 1_250]);
  expect((await late).json).toMatchObject({ data: { orderState: 2 } });
});

test('the operator sets faults of the wire, sees the ledger and clears it; nobody else does', async () => {
  const path = '/api/pay/query';
  const faults = [
    { path, nth: 2, kind: 'drop-after' },
    { path, nth: 3, kind: 'status', status: 503 },
    { path, nth: 4, kind: 'cut' },
    { path, nth: 5, kind: 'late', delayMs: 1_000 },
    { path: '/api/pay/unifiedOrder', kind: 'duplicate' },
  ];
  const set = (body: unknown) => post('/pay/__sim/faults', JSON.stringify(body), asOperator());
  expect((await set(faults)).json).toEqual({ waiting: 5 });
  expect((await set([{ path, kind: 'explode' }])).status).toBe(422);
  expect((await charge('T1', codeFor('0000'))).json, 'arrived twice').toMatchObject({ code: 9999 });
  expect(await stateOf('T1')).toMatchObject({ state: 2 });
  await expect(stateOf('T1')).rejects.toThrow('socket hang up');
  expect((await send(path, { mchOrderNo: 'T1' })).status).toBe(503);
  await expect(stateOf('T1')).rejects.toThrow('aborted');
  expect(await stateOf('T1')).toMatchObject({ state: 2 });
  const { orders, entries, faults: left } = await books();
  expect(left).toEqual([]);
  expect(orders).toEqual([
    {
      number: 'T1',
      wallet: 'wechat',
      amount: 1_250,
      scenario: '0000',
      captured: 1_250,
      refunded: 0,
      net: 1_250,
    },
  ]);
  expect(entries).toHaveLength(1);
  for (const name of ['faults', 'reset']) expect((await post(`/pay/__sim/${name}`, '[]')).status).toBe(401);
  expect((await ask(gateway.url, { path: '/pay/__sim/ledger' })).status).toBe(401);
  await post('/pay/__sim/reset', '{}', asOperator());
  expect(await books()).toEqual({ orders: [], entries: [], faults: [] });
});

test('prints every scenario for every wallet, with other codes each time', async () => {
  const sheet = async () => {
    const { status, text } = await ask(gateway.url, { path: '/pay/sheet' });
    expect(status).toBe(200);
    return { text, codes: [...text.matchAll(/<span>(\d+)<\/span>/g)].map(found => found[1]!) };
  };
  const { text, codes } = await sheet();
  expect(text.match(/<svg /g)).toHaveLength(scenarioTable.length * wallets.length);
  expect(codes.map(code => [wayOfCode(code)?.wallet, code.slice(-4)])).toEqual(
    scenarioTable.flatMap(({ suffix }) => wallets.map(wallet => [wallet, suffix])),
  );
  for (const { zh, en } of scenarioTable) expect(text).toContain(`${zh}<br>${en}`);
  const again = await sheet();
  expect(new Set([...codes, ...again.codes]).size).toBe(codes.length * 2);
});

test('is not there for others than this machine, unless told so', async () => {
  const open = async (options: Partial<GatewayOptions>) => {
    const dir = mkdtempSync(join(tmpdir(), 'evertill-pay-'));
    const other = await startGateway({
      dataDir: dir,
      port: 0,
      host: '0.0.0.0',
      https: true,
      env: testEnv(),
      ...options,
    });
    const { port } = new URL(other.url);
    const { status } = await ask(`https://127.0.0.1:${port}`, { path: '/pay/sheet' });
    await other.stop();
    rmSync(dir, { recursive: true });
    return [other.practicePay, status];
  };
  expect(await open({})).toEqual([false, 404]);
  expect(await open({ host: '127.0.0.1', knownAs: ['till.example:443'] })).toEqual([false, 404]);
  expect(await open({ practicePay: true })).toEqual([true, 200]);
});
