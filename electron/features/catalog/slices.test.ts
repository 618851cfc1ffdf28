import { expect, test } from 'vitest';
import { manualEnv } from '../../../test/doubles/manual-env.ts';
import { RightOfWay } from '../../core/right-of-way.ts';
import { BackgroundWork, sliceBudget } from './slices.ts';

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
