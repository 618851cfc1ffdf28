import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ownCertificate } from '../../../gateway/certificate.ts';
import { assert } from '../../../shared/lib/assert.ts';
import { paperTill, testEnv } from '../../../test/conformance/uplinks/paper-till.ts';
import type { UplinkEnv } from '../uplink.ts';
import { openHttps } from './uplink.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.close();
    if ('closeAllConnections' in server)
      (server as ReturnType<typeof createSecureServer>).closeAllConnections();
    await once(server, 'close');
  }
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function certificate() {
  const dir = mkdtempSync(join(tmpdir(), 'evertill-pin-'));
  const made = await ownCertificate(dir, '127.0.0.1', Date.now());
  rmSync(dir, { recursive: true });
  return made;
}

function uplinkTo(port: number, fingerprint: string, env: UplinkEnv = testEnv()) {
  const till = paperTill();
  const settings = { url: `https://127.0.0.1:${port}`, fingerprint, till: till.id, gateway: 'gateway' };
  const uplink = openHttps(settings, { env, sign: till.sign, publicKey: till.publicKey });
  assert(uplink.ok, 'the settings are good');
  return { uplink: uplink.value, till };
}

test('another certificate than the pinned one is refused before a byte of the request leaves', async () => {
  const { pem } = await certificate();
  const expected = await certificate();
  let requests = 0;
  let plainBytes = 0;
  const server = createSecureServer({ key: pem, cert: pem }, (_request, response) => {
    requests += 1;
    response.end();
  });
  server.on('secureConnection', socket => socket.on('data', (data: Buffer) => (plainBytes += data.length)));
  const { uplink, till } = uplinkTo(await listening(server), expected.fingerprint);
  expect(await uplink.send(till.batch())).toEqual({
    kind: 'refused',
    reason: 'certificate-changed',
    seq: null,
  });
  expect(await uplink.probe()).toEqual({ kind: 'offline', reason: 'certificate-changed' });
  const enrolment = await uplink.enrol({ code: '12345678', label: '1' });
  expect(enrolment).toEqual({ kind: 'refused', reason: 'certificate-changed' });
  expect([requests, plainBytes]).toEqual([0, 0]);
  uplink.close();
});

test('a far end that speaks no TLS is named as such', async () => {
  const server = createServer(socket =>
    socket
      .resume()
      .on('error', () => undefined)
      .end('HTTP/1.1 200 OK\r\n\r\n'),
  );
  const { uplink, till } = uplinkTo(await listening(server), 'ab'.repeat(32));
  expect(await uplink.send(till.batch())).toEqual({ kind: 'unreachable', reason: 'no-tls' });
  uplink.close();
});

test('a handshake that never ends is given up', async () => {
  const due: (() => void)[] = [];
  const env: UplinkEnv = {
    ...testEnv(),
    after: (_delayMs, run) => {
      due.push(run);
      return () => undefined;
    },
  };
  const silent = createServer(socket => socket.resume().on('error', () => undefined));
  const port = await listening(silent);
  const { uplink } = uplinkTo(port, 'ab'.repeat(32), env);
  const connected = once(silent, 'connection');
  const probing = uplink.probe();
  await connected;
  for (const run of due) run();
  expect(await probing).toEqual({ kind: 'offline', reason: 'timeout' });
  uplink.close();
});
