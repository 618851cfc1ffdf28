import { expect, test, vi } from 'vitest';
import { realEnv } from './env.ts';

type Line = [level: string, event: string, facts: Readonly<Record<string, unknown>> | undefined];
function envWithLog() {
  const lines: Line[] = [];
  return { env: realEnv((level, event, facts) => lines.push([level, event, facts])), lines };
}

test('work that fails in the background becomes an incident with a number', async () => {
  const { env, lines } = envWithLog();
  env.spawn('probe', async () => {
    throw new Error('no route');
  });
  await expect.poll(() => lines).toHaveLength(1);
  expect(lines[0]).toMatchObject([
    'error',
    'background.failed',
    { name: 'probe', incident: expect.any(String) },
  ]);
});

test('work that throws before its first wait does not take its caller down', async () => {
  const { env, lines } = envWithLog();
  env.spawn('probe', () => {
    throw new Error('at once');
  });
  await expect.poll(() => lines).toHaveLength(1);
});

test('a timer whose work throws is an incident, not the end of the till', async () => {
  const { env, lines } = envWithLog();
  env.after(0, () => {
    throw new Error('late');
  });
  await expect.poll(() => lines.map(([, event]) => event)).toEqual(['timer.failed']);
});

test('a timer waits longer than the platform can, and can be taken back', () => {
  vi.useFakeTimers();
  const { env } = envWithLog();
  const yearMs = 365 * 24 * 3_600_000;
  const rung = vi.fn();
  const never = vi.fn();
  env.after(yearMs, rung);
  const cancel = env.after(yearMs, never);
  vi.advanceTimersByTime(yearMs - 1);
  expect(rung).not.toHaveBeenCalled();
  cancel();
  cancel();
  vi.advanceTimersByTime(1);
  expect(rung).toHaveBeenCalledOnce();
  expect(never).not.toHaveBeenCalled();
  vi.useRealTimers();
});
