import { expect, test } from 'vitest';
import { type ManualEnv, manualEnv } from '../../../test/doubles/manual-env.ts';
import { type HandTransport, handTransport } from '../../../test/doubles/transport.ts';
import { createPrinter } from './printer.ts';

const receipt = (text: string): Uint8Array => Buffer.from(text);
const attempt = (text: string, deadlineMs = 10_000) => ({ bytes: receipt(text), proof: true, deadlineMs });
const barrier = Buffer.of(0x1d, 0x72, 0x01);

/** A printer that answers questions and keeps its proofs until the test lets it. */
function set(env: ManualEnv = manualEnv()) {
  const mood = { status: [0x12, 0x12, 0x12, 0x12], proves: true };
  const lines: HandTransport[] = [];
  const health: string[] = [];
  const connect = () => {
    const line = handTransport(bytes => {
      if (bytes[0] === 0x10) return [mood.status[bytes[2]! - 1]!];
      return mood.proves && Buffer.from(bytes.slice(-3)).equals(barrier) ? [0x00] : [];
    });
    lines.push(line);
    return line.transport;
  };
  const onHealth = (now: { state: string; reason: string | null }) => health.push(now.reason ?? now.state);
  const printer = createPrinter({ connect, backChannel: 'status', onHealth }, env);
  const jobs = (): readonly string[] =>
    lines.flatMap(line =>
      line.written
        .filter(bytes => bytes[0] !== 0x10 && bytes.length > barrier.length)
        .map(bytes => Buffer.from(bytes.slice(0, -3)).toString()),
    );
  return { env, mood, lines, health, printer, jobs };
}

test('prints one job at a time, in the order they were asked for', async () => {
  const { env, mood, lines, printer, jobs } = set();
  mood.proves = false;
  await env.pass(0);
  const both = [printer.print(attempt('first')), printer.print(attempt('second'))];
  await env.pass(100);
  expect(jobs()).toEqual(['first']);
  mood.proves = true;
  lines[0]!.say(0x00);
  await env.pass(100);
  expect(await Promise.all(both)).toEqual([
    { kind: 'printed', evidence: 'status' },
    { kind: 'printed', evidence: 'status' },
  ]);
  expect(jobs()).toEqual(['first', 'second']);
});

test('a job whose turn does not come in time is not begun: a drawer must not open a minute later', async () => {
  const { env, mood, printer, jobs } = set();
  mood.proves = false;
  await env.pass(0);
  const long = printer.print(attempt('receipt', 60_000));
  const drawer = printer.print({ bytes: receipt('pulse'), proof: false, deadlineMs: 5000 });
  await env.pass(70_000);
  expect(await long).toMatchObject({ kind: 'uncertain' });
  expect(await drawer).toEqual({ kind: 'blocked', reason: 'busy' });
  expect(jobs()).toEqual(['receipt']);
});

test('after an unknown end there is a new connection, and no new job while the old one may still be printing', async () => {
  const { env, mood, lines, health, printer, jobs } = set();
  mood.proves = false;
  await env.pass(0);
  const first = printer.print(attempt('first', 2000));
  await env.pass(3000);
  expect(await first).toMatchObject({ kind: 'uncertain', reason: 'no-answer' });
  const second = printer.print(attempt('second', 2000));
  await env.pass(3000);
  expect(await second).toEqual({ kind: 'blocked', reason: 'busy' });
  expect(jobs()).toEqual(['first']);
  expect(lines).toHaveLength(2);
  expect(health).toEqual(['connecting', 'ready', 'connecting', 'ready']);
});

test('the late answer to an old job is not taken for the answer to the next', async () => {
  const { env, mood, lines, printer, jobs } = set();
  mood.proves = false;
  await env.pass(0);
  const first = printer.print(attempt('first', 2000));
  await env.pass(3000);
  await first;
  const second = printer.print(attempt('second', 5000));
  await env.pass(100);
  lines[1]!.say(0x00);
  await env.pass(100);
  lines[1]!.say(0x00);
  await env.pass(600);
  expect(jobs()).toEqual(['first', 'second']);
  await env.pass(5000);
  expect(await second).toMatchObject({ kind: 'uncertain', reason: 'no-answer' });
});

test('an idle printer without paper is noticed within 10 s, and ready again within 2 s of new paper', async () => {
  const { env, mood, health, printer } = set();
  await env.pass(1000);
  mood.status = [0x1a, 0x32, 0x12, 0x7e];
  await env.pass(10_000);
  expect(health).toEqual(['connecting', 'ready', 'paper-out']);
  expect(await printer.print(attempt('no'))).toEqual({ kind: 'blocked', reason: 'paper-out' });
  mood.status = [0x12, 0x12, 0x12, 0x12];
  await env.pass(2000);
  expect(health.at(-1)).toBe('ready');
});

test('a job under way when the printer is taken away is uncertain at once, one behind it is not begun', async () => {
  const { env, mood, printer } = set();
  mood.proves = false;
  await env.pass(0);
  const both = [printer.print(attempt('first')), printer.print(attempt('second'))];
  await env.pass(100);
  await printer.stop();
  expect(await Promise.all(both)).toEqual([
    { kind: 'uncertain', reason: 'link-lost', bytesAccepted: 5 },
    { kind: 'blocked', reason: 'not-connected' },
  ]);
  await env.pass(60_000);
  expect(env.pending()).toBe(0);
});

test('says that the paper is out while a job waits for it, and that all is well when it is proved', async () => {
  const { env, mood, lines, health, printer } = set();
  mood.proves = false;
  await env.pass(0);
  const job = printer.print(attempt('first', 60_000));
  await env.pass(100);
  mood.status = [0x1a, 0x32, 0x12, 0x7e];
  await env.pass(2000);
  expect(health.at(-1)).toBe('paper-out');
  mood.status = [0x12, 0x12, 0x12, 0x12];
  await env.pass(2000);
  lines[0]!.say(0x00);
  expect(await job).toEqual({ kind: 'printed', evidence: 'status' });
  expect(health).toEqual(['connecting', 'ready', 'paper-out', 'ready']);
});

test('no more than 16 jobs wait', async () => {
  const { env, mood, printer } = set();
  mood.proves = false;
  await env.pass(0);
  const jobs = Array.from({ length: 17 }, (_, n) => printer.print(attempt(`${n}`)));
  expect(await jobs[16]).toEqual({ kind: 'blocked', reason: 'busy' });
});
