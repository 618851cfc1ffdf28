import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openWriteDb } from '../../electron/db/open.ts';

// The far end of the bare loop: parses a batch, stores each record durably in one transaction, says 200.

const db = openWriteDb(process.argv[2] ?? ':memory:');
db.script('CREATE TABLE IF NOT EXISTS records (place INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const { records } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { records: unknown[] };
  db.transaction(() => {
    for (const record of records) db.run('INSERT INTO records (body) VALUES (?)', [JSON.stringify(record)]);
  });
  response.end('{}');
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit(0));
