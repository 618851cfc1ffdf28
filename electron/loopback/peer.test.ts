import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isOtherUser, ownerIn, ownerOf } from './peer.ts';

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1
   1: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 12 1
   2: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 13 1
`;

test('reads whose the other end of a connection is, not whose our end is', () => {
  expect(ownerOf(table, 50_000, 8_080)).toBe(1001);
  expect(ownerOf(table, 8_080, 50_000)).toBe(0);
});

test('knows nothing of a connection that is not there, or of a table that is none', () => {
  expect(ownerOf(table, 50_001, 8_080)).toBeUndefined();
  expect(ownerOf('', 50_000, 8_080)).toBeUndefined();
});

test('finds an owner at the end of a table that takes many reads, wherever a read ends', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'evertill-peer-')), 'tcp');
  const line = (at: number, uid: number) =>
    `   ${at}: 0100007F:${(10_000 + at).toString(16).toUpperCase()} 0100007F:1F90 01 0:0 00:0 0  ${uid} 0 12 1\n`;
  const lines = Array.from({ length: 5_000 }, (_, at) => line(at, 100_000 + at));
  writeFileSync(file, lines.join(''));
  for (let at = 0; at < lines.length; at += 199)
    expect(await ownerIn(file, 10_000 + at, 8_080)).toBe(100_000 + at);
  expect(await ownerIn(file, 9_999, 8_080)).toBeUndefined();
  expect(await ownerIn(`${file}-gone`, 10_000, 8_080)).toBeUndefined();
});

test('a connection of our own is let through', async () => {
  const server = createServer();
  const verdict = new Promise<boolean>(resolve =>
    server.once('connection', socket => resolve(isOtherUser(socket))),
  );
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const client = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1');
  expect(await verdict).toBe(false);
  client.destroy();
  server.close();
});
