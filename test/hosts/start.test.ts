import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIfStale } from '../../tools/build.ts';
import { root } from '../../tools/root.ts';
import { knock } from './loopback-rig.ts';

// `npm start` as a person or a script runs it, on the real core.
let folder: string;
const started: ChildProcess[] = [];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'evertill-start-'));
  await buildIfStale('page');
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

type Started = {
  url: string;
  ticket: string;
  ticketUrl: string;
  customerUrl?: string;
  host: string;
  data: string;
  pid: number;
};

function start(...args: string[]) {
  const child = spawn(process.execPath, [path.join(root, 'tools/launch.mjs'), 'tools/start.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: folder,
  });
  started.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  return { child, ended, stdout: () => stdout, stderr: () => stderr };
}

async function serve(...more: string[]) {
  const data = path.join(folder, 'data');
  const till = start('--host', 'loopback', '--no-browser', '--json', '--data', data, ...more);
  await expect.poll(() => till.stdout(), { timeout: 60_000 }).toContain('\n');
  return { ...till, facts: JSON.parse(till.stdout()) as Started };
}

test('serves, says so in exactly one JSON line, shows a second start the first, and stops cleanly', async () => {
  const first = await serve();
  expect(first.stdout().trim().split('\n')).toHaveLength(1);
  expect(first.facts).toMatchObject({
    host: 'loopback',
    data: path.join(folder, 'data'),
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
  });
  expect(first.facts.ticketUrl).toBe(`${first.facts.url}/enter?${first.facts.ticket}`);
  expect(first.stderr()).toContain(first.facts.url);
  expect((await knock(first.facts.url)).status).toBe(403);

  const second = await serve('--customer-at', '1366,0');
  expect(await second.ended).toBe(0);
  expect(second.facts).toMatchObject({ url: first.facts.url, pid: first.facts.pid });
  // Let in for the customer's screen only: a ticket of its own.
  expect(first.facts.customerUrl).toBeUndefined();
  expect(second.facts.customerUrl).toContain(`${first.facts.url}/enter?`);
  expect(second.facts.customerUrl).not.toBe(second.facts.ticketUrl);
  expect(second.facts.ticket).not.toBe(first.facts.ticket);

  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(readdirSync(path.join(folder, 'data/run'))).not.toContain('till.json');
  await expect(knock(first.facts.url)).rejects.toThrow('ECONNREFUSED');
});

test('starts again on the same folder after the hardest end', async () => {
  const first = await serve();
  process.kill(first.facts.pid, 'SIGKILL');
  await first.ended;
  const second = await serve();
  expect(second.facts.pid).not.toBe(first.facts.pid);
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
});

test.each([
  ['--hots'],
  ['--host', 'cloud'],
  ['--port', '99999'],
  ['--port', '-1'],
  ['--customer-at', 'left'],
  ['extra'],
])('says what it did not understand: %s', async (...args) => {
  const wrong = start(...args);
  expect(await wrong.ended).toBe(2);
  expect(wrong.stderr()).toContain('看不懂的选项');
  expect(wrong.stdout()).toBe('');
});
