import { expect, test } from 'vitest';
import { manualEnv } from '../../../test/doubles/manual-env.ts';
import { RightOfWay } from '../../core/right-of-way.ts';
import { BackgroundWork, type Step, sliceBudget } from './slices.ts';

function background() {
  const env = manualEnv();
  const way = new RightOfWay(env);
  const began: number[] = [];
  function* slices(count: number): Generator<void> {
    for (let place = 0; place < count; place += 1) {
      began.push(env.monotonicMs());
      yield;
    }
  }
  return { env, way, began, work: new BackgroundWork({ env, way }), slices };
}

test('no slice of an import begins before a scan has been answered', async () => {
  const { env, way, began, work, slices } = background();
  way.take();
  work.add('import', slices(3));
  await env.pass(39);
  expect(began).toEqual([]);
  await env.pass(1);
  expect(began).toEqual([40, 40, 40]);
});

test('a scan between two slices stops the second one', async () => {
  const { env, way, began, work } = background();
  work.add(
    'import',
    (function* (): Generator<void> {
      began.push(env.monotonicMs());
      way.take();
      yield;
      began.push(env.monotonicMs());
    })(),
  );
  await env.pass(100);
  expect(began).toEqual([0, 40]);
});

test('a slice is shorter while people are at the till', () => {
  const { env, way } = background();
  const lastsMs = () => {
    let now = 0;
    const more = sliceBudget({ env: { ...env, monotonicMs: () => now }, way }, 1_000);
    while (more()) now += 1;
    return now;
  };
  expect(lastsMs()).toBe(8);
  way.take();
  expect(lastsMs()).toBe(3);
});

test('a slice of quick steps looks at the clock now and then, and is no longer for it', () => {
  const { env, way } = background();
  let now = 0;
  let looks = 0;
  const monotonicMs = () => {
    looks += 1;
    return now;
  };
  const more = sliceBudget({ env: { ...env, monotonicMs }, way }, 10_000);
  let steps = 1;
  for (; more(); steps += 1) now += 0.01;
  expect(steps).toBeGreaterThanOrEqual(800);
  expect(steps).toBeLessThan(840);
  expect(looks).toBeLessThan(60);
});

test('work that waits for another thread lets go of the core, and goes on when that is done', async () => {
  const { env, began, work, slices } = background();
  const thread = Promise.withResolvers<void>();
  work.add(
    'import',
    (function* (): Generator<Step> {
      yield thread.promise;
      began.push(env.monotonicMs());
    })(),
  );
  work.add('tidy-up', slices(1));
  await env.pass(1_000);
  expect(began).toEqual([]);
  expect(env.pending()).toBe(0);
  thread.resolve();
  await env.pass(0);
  expect(began).toEqual([1_000, 1_000]);
});

test('a thread that fails ends the work that waits for it, with all that it holds, and no other', async () => {
  const { env, began, work, slices } = background();
  const told: unknown[] = [];
  work.add(
    'import',
    (function* (): Generator<Step> {
      try {
        yield Promise.reject(new Error('out of memory'));
      } finally {
        told.push('let go');
      }
    })(),
    error => told.push(String(error)),
  );
  work.add('tidy-up', slices(1));
  await env.pass(0);
  expect(told).toEqual(['let go', 'Error: out of memory']);
  expect(began).toEqual([0]);
});

test('work that is stopped while a thread is busy does not begin again', async () => {
  const { env, began, work } = background();
  const thread = Promise.withResolvers<void>();
  work.add(
    'import',
    (function* (): Generator<Step> {
      yield thread.promise;
      began.push(env.monotonicMs());
    })(),
  );
  await env.pass(0);
  work.stop();
  thread.resolve();
  await env.pass(10);
  expect(began).toEqual([]);
});
