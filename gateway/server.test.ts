import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testEnv } from '../test/conformance/uplinks/paper-till.ts';
import { ask } from '../test/conformance/uplinks/raw-client.ts';
import { type GatewayOptions, startGateway } from './server.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'evertill-server-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const start = (options: Partial<GatewayOptions> = {}) =>
  startGateway({ dataDir, port: 0, env: testEnv(), ...options });

test('keeps its id and its certificate over restarts', async () => {
  const first = await start({ https: true });
  await first.stop();
  await first.stop();
  const second = await start({ https: true });
  expect([second.id, second.fingerprint]).toEqual([first.id, first.fingerprint]);
  expect((await ask(second.url, { path: '/v1/health' })).json).toEqual({ gateway: first.id });
  await second.stop();
});

test('plain HTTP beyond this machine is refused before anything is made or opened', async () => {
  await expect(start({ host: '0.0.0.0' })).rejects.toMatchObject({ code: 'plain-http-only-on-loopback' });
  expect(existsSync(join(dataDir, 'gateway.db'))).toBe(false);
});

test('says why it cannot start, and leaves the folder free for the next try', async () => {
  const running = await start();
  await expect(start()).rejects.toMatchObject({ code: 'data-in-use' });
  const other = mkdtempSync(join(tmpdir(), 'evertill-server-'));
  const port = Number(new URL(running.url).port);
  await expect(start({ dataDir: other, port })).rejects.toMatchObject({ code: 'port-not-free' });
  const next = await start({ dataDir: other });
  await next.stop();
  await running.stop();
  writeFileSync(join(dataDir, 'tls.pem'), 'half a certificate');
  await expect(start({ https: true })).rejects.toMatchObject({ code: 'certificate-unreadable' });
  rmSync(other, { recursive: true });
});
