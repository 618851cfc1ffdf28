import { expect, test } from 'vitest';
import { no, ok, type Result } from '../../shared/lib/result.ts';
import { type ManualEnv, manualEnv } from '../../test/doubles/manual-env.ts';
import { backoffMs } from './device.ts';
import { createEnd } from './signal.ts';
import { supervise } from './supervise.ts';
import type { OpenTrouble, Transport } from './transports/transport.ts';

/** A device whose cable the test holds. */
function cable(env: ManualEnv, answers: readonly Result<null, OpenTrouble>[]) {
  const story: string[] = [];
  const made: { readonly lost: () => void; closed: boolean; readonly at: number }[] = [];
  const connect = (): Transport => {
    const end = createEnd();
    const record = { lost: end.emit, closed: false, at: env.monotonicMs() };
    const answer = answers[Math.min(made.length, answers.length - 1)]!;
    made.push(record);
    return {
      duplex: true,
      open: async () => answer,
      write: async bytes => ({ accepted: bytes.length, end: 'done' }),
      onData: () => () => undefined,
      onEnd: end.on,
      async close() {
        record.closed = true;
        end.emit();
      },
    };
  };
  const device = supervise(
    {
      connect,
      onConnected: () => story.push('connected'),
      onHealth: health => story.push([health.state, health.reason].filter(Boolean).join(' ')),
    },
    env,
  );
  return { story, made, device };
}

test('a device that is not there is looked for after 0.5, 1, 2, 4, 8, then every 15 s, and said to be absent once', async () => {
  const env = manualEnv();
  const { story, made, device } = cable(env, [no('absent')]);
  await env.pass(60_000);
  expect(story).toEqual(['connecting', 'absent not-found']);
  const gaps = made.slice(1).map((one, index) => one.at - made[index]!.at);
  [500, 1000, 2000, 4000, 8000, 15_000, 15_000].forEach((step, index) => {
    expect(gaps[index]).toBeGreaterThanOrEqual(step * 0.8);
    expect(gaps[index]).toBeLessThanOrEqual(step * 1.2);
  });
  await device.stop();
  expect(env.pending()).toBe(0);
});

test('a device that was unplugged gets a new connection object, and the old one is closed', async () => {
  const env = manualEnv();
  const { story, made } = cable(env, [ok(null)]);
  await env.pass(0);
  made[0]!.lost();
  made[0]!.lost();
  await env.pass(1000);
  expect(story).toEqual(['connecting', 'connected', 'ready', 'absent link-lost', 'connected', 'ready']);
  expect(made.map(one => one.closed)).toEqual([true, false]);
});

test('success forgets earlier failures', async () => {
  const env = manualEnv();
  const { made } = cable(env, [no('busy'), no('busy'), no('busy'), ok(null)]);
  await env.pass(10_000);
  made[3]!.lost();
  const lostAt = env.monotonicMs();
  await env.pass(700);
  expect(made[4]!.at - lostAt).toBeLessThanOrEqual(600);
});

test('a port that another program holds is trouble with a reason, not absence', async () => {
  const env = manualEnv();
  const { story } = cable(env, [no('busy'), no('no-permission'), no('refused')]);
  await env.pass(5000);
  expect(story).toEqual(['connecting', 'trouble busy', 'trouble no-permission', 'trouble refused']);
});

test('what the driver finds wrong is told once, and once when it is right again', async () => {
  const env = manualEnv();
  const { story, device } = cable(env, [ok(null)]);
  await env.pass(0);
  for (const trouble of ['paper-out', 'paper-out', null, null] as const) device.report(trouble);
  expect(story.slice(2)).toEqual(['ready', 'trouble paper-out', 'ready']);
});

test('nothing is said and nothing is opened after the end', async () => {
  const env = manualEnv();
  const { story, made, device } = cable(env, [ok(null)]);
  await env.pass(0);
  await device.stop();
  made[0]!.lost();
  device.report('paper-out');
  await env.pass(60_000);
  expect(story).toEqual(['connecting', 'connected', 'ready']);
  expect(made).toHaveLength(1);
});

test('waiting times grow to 15 s and spread 20 % to each side', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 99].map(failures => backoffMs(failures, 0.5))).toEqual([
    500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000,
  ]);
  expect([backoffMs(1, 0), backoffMs(1, 0.999_999)]).toEqual([400, 600]);
});
