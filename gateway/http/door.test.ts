import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testEnv } from '../../test/conformance/uplinks/paper-till.ts';
import { ask } from '../../test/conformance/uplinks/raw-client.ts';
import { type Gateway, startGateway } from '../server.ts';

let dataDir: string;
let gateway: Gateway;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'evertill-door-'));
  gateway = await startGateway({ dataDir, port: 0, env: testEnv() });
});
afterAll(async () => {
  await gateway.stop();
  rmSync(dataDir, { recursive: true });
});

const health = async (headers: Record<string, string>, path = '/v1/health') =>
  (await ask(gateway.url, { path, headers })).status;

test('answers under its own address and under no other (DNS rebinding)', async () => {
  const { port } = new URL(gateway.url);
  expect(await health({})).toBe(200);
  expect(await health({ host: `localhost:${port}` })).toBe(200);
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port}.evil.example`,
  ]) {
    expect([host, await health({ host })]).toEqual([host, 421]);
    expect([host, await health({ host }, '/sheet')]).toEqual([host, 421]);
  }
});

test('turns away what other sites make a browser send, but not a visit by link', async () => {
  expect(await health({ origin: gateway.url, 'sec-fetch-site': 'same-origin' })).toBe(200);
  expect(await health({ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' })).toBe(200);
  expect(await health({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate' }, '/sheet')).not.toBe(
    403,
  );
  expect(await health({ origin: 'http://evil.example' })).toBe(403);
  expect(await health({ origin: 'null' })).toBe(403);
  expect(await health({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
  expect(await health({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' })).toBe(403);
});

test('knows its routes, their methods and their content type', async () => {
  const status = async (method: string, path: string, type = 'application/json', body = '{}') =>
    (await ask(gateway.url, { method, path, headers: { 'content-type': type }, body })).status;
  expect(await status('GET', '/')).toBe(404);
  expect(await status('GET', '/v1/tills/a%2F..%2Fb/state')).toBe(404);
  expect(await status('GET', '/v1/journal')).toBe(405);
  expect(await status('POST', '/v1/health')).toBe(405);
  expect(await status('OPTIONS', '/v1/journal')).toBe(405);
  expect(await status('POST', '/v1/journal', 'text/plain')).toBe(415);
  expect(await status('POST', '/v1/enrol', 'application/x-www-form-urlencoded')).toBe(415);
  expect(await status('GET', '/v1/health', 'application/json', 'a body nobody asked for')).toBe(413);
  expect(await status('POST', '/v1/enrol', 'application/json', `"${'x'.repeat(5_000)}"`)).toBe(413);
  expect(await status('POST', '/v1/enrol', 'application/json', '{}')).toBe(422);
});

test('every answer forbids caching, sniffing, framing and loading anything', async () => {
  const { headers } = await ask(gateway.url, { path: '/v1/health' });
  expect(headers.date).toMatch(/GMT$/);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['access-control-allow-origin']).toBeUndefined();
});
