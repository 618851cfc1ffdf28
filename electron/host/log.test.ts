import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from './log.ts';
import { Secret } from './secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'evertill-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines = (name = 'till.jsonl') =>
  readFileSync(path.join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>);

test('writes one JSON object a line: level, event, time, facts', () => {
  const { log, close } = openLog(folder);
  log('info', 'sale.completed', { sale: 's-1', lines: 3 });
  close();
  expect(lines()).toMatchObject([{ level: 'info', event: 'sale.completed', sale: 's-1', lines: 3 }]);
  expect(String(lines()[0]?.at)).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(statSync(path.join(folder, 'till.jsonl')).mode & 0o777).toBe(0o600);
});

test('never writes a PIN, a scan, a payment code, a token or a secret, however deep', () => {
  const canary = '288888888888888888';
  const { log, close } = openLog(folder);
  log('warn', 'canary', {
    pin: canary,
    text: canary,
    code: canary,
    token: canary,
    ownerPin: canary,
    wrapped: new Secret(canary),
    deep: [{ secret: canary, also: { authCode: canary, wrapped: new Secret(canary) } }],
    error: new Error(`gateway said ${canary}`, { cause: new Error(`inner ${canary}`) }),
    bytes: Buffer.from(canary),
  });
  close();
  expect(readFileSync(path.join(folder, 'till.jsonl'), 'utf8')).not.toContain(canary);
  expect(lines()[0]).toMatchObject({
    pin: '[redacted]',
    wrapped: '[secret]',
    error: { message: 'gateway said …8888' },
  });
});

test('a hostile fact stays on its line and within bounds', () => {
  const { log, close } = openLog(folder);
  const endless: Record<string, unknown> = {};
  endless.self = endless;
  log('info', 'hostile', {
    name: `牛\n{"level":"error"}\u2028${'x'.repeat(100_000)}`,
    endless,
    big: 2n ** 70n,
  });
  close();
  expect(lines()).toHaveLength(1);
  expect(readFileSync(path.join(folder, 'till.jsonl')).length).toBeLessThan(10_000);
});

test('rotates by size and keeps a bounded number of files', () => {
  const { log, close } = openLog(folder, { bytesMax: 2_000, filesMax: 3 });
  for (let index = 0; index < 200; index += 1) log('info', 'filler', { index, pad: 'x'.repeat(100) });
  close();
  expect(readdirSync(folder).sort()).toEqual(['till.1.jsonl', 'till.2.jsonl', 'till.jsonl']);
  for (const name of readdirSync(folder))
    expect(statSync(path.join(folder, name)).size).toBeLessThanOrEqual(2_000);
  expect(lines().at(-1)).toMatchObject({ index: 199 });
});

test('goes on in the same file after a restart', () => {
  openLog(folder).log('info', 'first');
  openLog(folder).log('info', 'second');
  expect(lines().map(line => line.event)).toEqual(['first', 'second']);
});

test('a folder that is gone stops nobody, and the loss is told when it is back', () => {
  const { log, close } = openLog(folder, { bytesMax: 1, filesMax: 2 });
  log('info', 'before');
  rmSync(folder, { recursive: true });
  log('info', 'lost');
  log('info', 'lost too');
  openLog(folder);
  log('info', 'back');
  close();
  const events = readdirSync(folder)
    .sort()
    .flatMap(name => lines(name));
  expect(events).toContainEqual(expect.objectContaining({ event: 'log.lines-dropped', count: 2 }));
});
