import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted } from './shrink-picture.ts';

test.each([
  [4032, 3024, 1440, 1080],
  [3024, 4032, 810, 1080],
  [1920, 1080, 1920, 1080],
  [800, 600, 800, 600],
  [20_000, 10, 1920, 1],
])('a picture of %i × %i fits the screen as %i × %i', (width, height, wide, high) => {
  expect(fitted(width, height)).toEqual({ width: wide, height: high });
});

test('whatever its size, it fits, keeps its shape to a pixel and is never made larger', () => {
  const side = fc.integer({ min: 1, max: 30_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const fit = fitted(width, height);
      expect(fit.width).toBeLessThanOrEqual(Math.min(width, 1920));
      expect(fit.height).toBeLessThanOrEqual(Math.min(height, 1080));
      const share = Math.min(1, 1920 / width, 1080 / height);
      expect(Math.abs(fit.width - width * share)).toBeLessThanOrEqual(1);
      expect(Math.abs(fit.height - height * share)).toBeLessThanOrEqual(1);
    }),
  );
});
