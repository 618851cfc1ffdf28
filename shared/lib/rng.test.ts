import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRng } from './rng.ts';

test('the same seed draws the same numbers, in [0, 1), for ever', () => {
  fc.assert(
    fc.property(fc.integer(), seed => {
      const [a, b] = [seededRng(seed), seededRng(seed)];
      for (let draw = 0; draw < 20; draw += 1) {
        const number = a();
        expect(number).toBe(b());
        expect(number >= 0 && number < 1).toBe(true);
      }
    }),
  );
  const draw = seededRng(1);
  expect([draw(), draw(), draw()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});
