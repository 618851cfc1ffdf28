import { expect, test } from 'vitest';
import { manualEnv } from '../../test/doubles/manual-env.ts';
import { RightOfWay } from './right-of-way.ts';

function till() {
  const env = manualEnv();
  return { env, way: new RightOfWay(env) };
}

test('long work rests while somebody at the till waits for an answer, and goes on afterwards', async () => {
  const { env, way } = till();
  const rest = way.waiting();
  expect(rest()).toBe(0);
  way.take();
  expect(rest()).toBe(40);
  await env.pass(30);
  expect(rest()).toBe(10);
  await env.pass(10);
  expect(rest()).toBe(0);
});

test('a till at which scan follows scan still gets on with its own work', async () => {
  const { env, way } = till();
  const rest = way.waiting();
  const begun: number[] = [];
  for (let ms = 0; ms < 1_000; ms += 20) {
    way.take();
    if (rest() === 0) begun.push(ms);
    await env.pass(20);
  }
  expect(begun).toEqual([200, 420, 640, 860]);
});

test('pieces are small for two seconds after the last word', async () => {
  const { env, way } = till();
  expect(way.isUsed).toBe(false);
  way.take();
  await env.pass(1_999);
  expect(way.isUsed).toBe(true);
  await env.pass(1);
  expect(way.isUsed).toBe(false);
});

test('other threads see that a word was said', () => {
  const { way } = till();
  way.take();
  way.take();
  expect(Atomics.load(way.taken, 0)).toBe(2);
});
