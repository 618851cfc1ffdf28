import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clockApartMaxMs } from '../../shared/domain/uplink.ts';
import { type PaperTill, paperTill, testEnv } from '../../test/conformance/uplinks/paper-till.ts';
import { ask, askSigned, type SignedAsk, signedHeaders } from '../../test/conformance/uplinks/raw-client.ts';
import { type Gateway, startGateway } from '../server.ts';
import { codeLifeMs } from './codes.ts';

let dataDir: string;
let gateway: Gateway;
let passedMs: number;

beforeEach(async () => {
  passedMs = 0;
  dataDir = mkdtempSync(join(tmpdir(), 'evertill-enrol-'));
  gateway = await startGateway({ dataDir, port: 0, env: testEnv({ monotonicMs: () => passedMs }) });
});
afterEach(async () => {
  await gateway.stop();
  rmSync(dataDir, { recursive: true });
});

function enrolment(till: PaperTill, code: string, signer = till): SignedAsk {
  const body = JSON.stringify({ code, publicKey: till.publicKey, till: till.id, label: '1 号机' });
  return { method: 'POST', path: '/v1/enrol', gateway: '', till: { ...signer, id: till.id }, body };
}

const enrol = async (till: PaperTill, code: string, signer?: PaperTill) => {
  const { status, json } = await askSigned(gateway.url, enrolment(till, code, signer));
  return json.error ?? status;
};

test('a code enrols one till, once', async () => {
  const code = gateway.newEnrolmentCode();
  expect(code).toMatch(/^\d{8}$/);
  const till = paperTill();
  expect(await enrol(till, code)).toBe(200);
  expect(await enrol(paperTill(), code)).toBe('code-wrong');
  expect(await enrol(till, code), 'the same till, whose answer was lost').toBe(200);
  expect(await enrol(paperTill(till.id), code), 'another key under the same name').toBe('code-wrong');
});

test('a code dies after ten minutes, after five wrong tries, and when there is a newer one', async () => {
  const till = paperTill();
  const expired = gateway.newEnrolmentCode();
  passedMs += codeLifeMs;
  expect(await enrol(till, expired)).toBe('code-wrong');

  const guessed = gateway.newEnrolmentCode();
  const wrong = guessed === '00000000' ? '00000001' : '00000000';
  for (let count = 0; count < 5; count += 1) expect(await enrol(till, wrong)).toBe('code-wrong');
  expect(await enrol(till, guessed)).toBe('code-wrong');

  const older = gateway.newEnrolmentCode();
  const newer = gateway.newEnrolmentCode();
  expect(await enrol(till, older)).toBe('code-wrong');
  expect(await enrol(till, newer)).toBe(200);
});

test('nobody enrols a key that is not theirs, nor something that is no Ed25519 key', async () => {
  const code = gateway.newEnrolmentCode();
  expect(await enrol(paperTill(), code, paperTill())).toBe('signature-wrong');
  expect(await enrol({ ...paperTill(), publicKey: Buffer.from('no key').toString('base64') }, code)).toBe(
    'malformed',
  );
  expect(await enrol(paperTill(), code), 'the code is still good').toBe(200);
});

test('a request holds only as it was signed', async () => {
  const till = paperTill();
  await enrol(till, gateway.newEnrolmentCode());
  const other = paperTill();
  await enrol(other, gateway.newEnrolmentCode());
  const request: SignedAsk = {
    method: 'POST',
    path: '/v1/journal',
    gateway: gateway.id,
    till,
    body: JSON.stringify(till.batch()),
  };
  const sent = async (headers: Record<string, string>, changed: Partial<SignedAsk> = {}) => {
    const { status, json } = await ask(gateway.url, { ...request, ...changed, headers });
    return json.error ?? status;
  };
  const headers: Record<string, string> = signedHeaders(request);
  expect(await sent({ ...headers, 'evertill-till': other.id }), 'replayed as another till').toBe(
    'signature-wrong',
  );
  expect(await sent({ ...headers, 'evertill-till': 'nobody' })).toBe('unknown-till');
  expect(await sent({ ...headers, 'evertill-at': String(Date.now() + 1) })).toBe('signature-wrong');
  expect(await sent(headers, { body: `${request.body} ` })).toBe('signature-wrong');
  expect(await sent(signedHeaders({ ...request, till: { ...other, id: till.id } }))).toBe('signature-wrong');
  expect(await sent(signedHeaders({ ...request, path: '/v1/summary' }))).toBe('signature-wrong');
  expect(await sent(signedHeaders({ ...request, gateway: 'another' }))).toBe('signature-wrong');
  expect(await sent({ 'content-type': 'application/json' })).toBe('signature-wrong');
  expect(await gateway.summary()).toMatchObject({ records: 0 });
  expect(await sent(headers)).toBe(200);
  expect(await sent(headers), 'arriving twice does nothing twice').toBe(200);
  expect(await gateway.summary()).toMatchObject({ records: 1 });
});

test('a till with a wrong clock is told the time instead of being taken at its word', async () => {
  const till = paperTill();
  await enrol(till, gateway.newEnrolmentCode());
  const at = Date.now() - clockApartMaxMs - 1_000;
  const path = `/v1/tills/${till.id}/state`;
  const { status, json } = await askSigned(gateway.url, { path, gateway: gateway.id, till, at });
  expect([status, json.error]).toEqual([401, 'clock-apart']);
  const again = await askSigned(gateway.url, { path, gateway: gateway.id, till, at: Number(json.now) });
  expect(again.json).toEqual({ epoch: null, ackedThrough: 0, head: null, signed: null });
});

test('the summary is for enrolled tills and the operator, new codes for the operator alone', async () => {
  const till = paperTill();
  await enrol(till, gateway.newEnrolmentCode());
  const operator = { authorization: `Bearer ${readFileSync(gateway.operatorTokenFile, 'utf8')}` };
  const summary = { path: '/v1/summary' };
  const counts = { received: 0, records: 0, duplicates: 0, maxCapturesPerTender: 0, setAside: 0 };
  expect((await ask(gateway.url, { ...summary, headers: operator })).json).toEqual(counts);
  expect((await askSigned(gateway.url, { ...summary, gateway: gateway.id, till })).json).toEqual(counts);
  expect((await ask(gateway.url, summary)).status).toBe(401);
  expect((await ask(gateway.url, { ...summary, headers: { authorization: 'Bearer wrong' } })).status).toBe(
    401,
  );

  const codes = { method: 'POST', path: '/v1/enrolment-codes', body: '{}' };
  const made = await ask(gateway.url, {
    ...codes,
    headers: { ...operator, 'content-type': 'application/json' },
  });
  expect(await enrol(paperTill(), String(made.json.code))).toBe(200);
  expect((await askSigned(gateway.url, { ...codes, gateway: gateway.id, till })).status).toBe(401);
});

test('what the gateway keeps is for its own user’s eyes only', () => {
  expect(statSync(dataDir).mode & 0o077).toBe(0);
  for (const name of readdirSync(dataDir))
    expect([name, statSync(join(dataDir, name)).mode & 0o077]).toEqual([name, 0]);
});
