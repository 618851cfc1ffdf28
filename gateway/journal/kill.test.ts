import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededRng } from '../../shared/lib/rng.ts';
import {
  enrolAt,
  type GatewayProcess,
  gatewayProcess,
  postTo,
} from '../../test/conformance/uplinks/gateway-process.ts';
import { type PaperTill, paperTill, testEnv } from '../../test/conformance/uplinks/paper-till.ts';
import { ask, askSigned } from '../../test/conformance/uplinks/raw-client.ts';
import { startGateway } from '../server.ts';

const batchSize = 20;
let dataDir: string;
let till: PaperTill;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'evertill-kill-'));
  till = paperTill();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Sends batches until the gateway dies under them; gives the last seq that was acknowledged. */
async function sendUntilDeath(at: GatewayProcess, from: number): Promise<number> {
  let acked = from;
  for (;;) {
    for (let count = 0; count < batchSize; count += 1) till.addSale();
    try {
      const { json } = await postTo(at, till, acked + 1, Math.min(acked + batchSize, till.journal.length));
      acked = Number(json.ackedThrough);
    } catch {
      return acked; // The wire was cut: this is the death the test waits for.
    }
  }
}

/** What a fresh gateway on the same folder holds must be everything up to some seq, once, unaltered. */
async function expectWhole(acked: number): Promise<void> {
  const gateway = await startGateway({ dataDir, port: 0, env: testEnv() });
  const path = `/v1/tills/${till.id}/state`;
  const { json: state } = await askSigned(gateway.url, { path, gateway: gateway.id, till });
  const held = Number(state.ackedThrough);
  const summary = await gateway.summary();
  await gateway.stop();
  expect(held).toBeGreaterThanOrEqual(acked);
  expect(state.head).toBe(till.journal[held - 1]?.hash);
  expect(summary).toEqual({
    received: held - 1,
    records: held,
    duplicates: 0,
    maxCapturesPerTender: 1,
    setAside: 0,
  });
}

test('kill -9 in the middle of taking records in loses nothing that was acknowledged, and doubles nothing', async () => {
  const draw = seededRng(7);
  let acked = 0;
  for (let kill = 0; kill < 5; kill += 1) {
    const started = await gatewayProcess(dataDir);
    if (kill === 0) expect((await enrolAt(started, till)).status).toBe(200);
    const exit = once(started.child, 'exit');
    const timer = setTimeout(() => started.child.kill('SIGKILL'), 20 + draw() * 200);
    acked = await sendUntilDeath(started, acked);
    clearTimeout(timer);
    expect(await exit).toEqual([null, 'SIGKILL']);
  }
  expect(acked).toBeGreaterThan(batchSize);
  await expectWhole(acked);
});

test.skipIf(process.platform === 'win32')(
  'a full disk is no acknowledgement: the till hears "later", and what was acknowledged stays',
  async () => {
    const started = await gatewayProcess(dataDir, 1_024);
    expect((await enrolAt(started, till)).status).toBe(200);
    const exit = once(started.child, 'exit');
    let acked = 0;
    for (;;) {
      for (let count = 0; count < 200; count += 1) till.addSale();
      const { status, json } = await postTo(started, till, acked + 1, till.journal.length);
      if (status !== 200) {
        expect([status, json]).toEqual([503, { error: 'gateway-trouble' }]);
        break;
      }
      acked = Number(json.ackedThrough);
    }
    expect(acked).toBeGreaterThan(200);
    expect((await ask(started.url, { path: '/v1/health' })).status).toBe(200);
    expect((await postTo(started, till, 1, 200)).json, 'it still knows what it has').toEqual({
      ackedThrough: acked,
      setAside: [],
    });
    started.child.kill('SIGTERM');
    await exit;
    await expectWhole(acked);
  },
);

test('stops cleanly when asked, and says in one line where it is', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const { child, url, code } = await gatewayProcess(dataDir);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(code).toMatch(/^\d{8}$/);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  }
});

test('a gateway started as a child does not outlive its parent', async () => {
  const { child } = await gatewayProcess(dataDir);
  child.stdin?.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
