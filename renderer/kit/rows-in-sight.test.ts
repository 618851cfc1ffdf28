import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Rows, rowsOf, rowsToDraw, rowsWithin, topShowing } from './rows-in-sight.ts';

const px = fc.double({ min: 0, max: 1_000_000, noNaN: true });
const window = { top: px, height: fc.double({ min: 1, max: 3_000, noNaN: true }) };
const rowHeight = fc.integer({ min: 20, max: 120 });

test('every row of which anything is in sight is drawn, wherever a list has been scrolled to before', () => {
  fc.assert(
    fc.property(fc.array(fc.record(window), { minLength: 1 }), rowHeight, (windows, high) => {
      let drawn: Rows = { from: 0, to: 0 };
      for (const { top, height } of windows) {
        drawn = rowsToDraw(rowsWithin(top, height, high), drawn);
        expect(drawn.from * high).toBeLessThanOrEqual(top);
        expect(drawn.to * high).toBeGreaterThanOrEqual(top + height);
      }
    }),
  );
});

test('a window draws a few rows more than it shows, however long the list is', () => {
  fc.assert(
    fc.property(fc.record(window), rowHeight, ({ top, height }, high) => {
      const { from, to } = rowsToDraw(rowsWithin(top, height, high), { from: 0, to: 0 });
      expect((to - from) * high).toBeLessThanOrEqual(height + 18 * high);
    }),
  );
});

test('a row’s height of scrolling draws nothing anew', () => {
  const drawn = rowsToDraw(rowsWithin(580, 600, 58), { from: 0, to: 0 });
  expect(rowsToDraw(rowsWithin(638, 600, 58), drawn)).toBe(drawn);
});

test('a list that has got shorter than where it was scrolled to shows its end', () => {
  expect(rowsOf(30, { from: 500, to: 520 })).toEqual({ from: 10, to: 30 });
  expect(rowsOf(5, { from: 500, to: 520 })).toEqual({ from: 0, to: 5 });
  expect(rowsOf(510, { from: 500, to: 520 })).toEqual({ from: 500, to: 510 });
  expect(rowsOf(0, { from: -8, to: 12 })).toEqual({ from: 0, to: 0 });
});

test('the chosen row is whole in sight, and a list that moves for it begins with a whole row', () => {
  const place = { row: fc.nat(1_000), top: fc.nat(50_000), rowHeight, spare: fc.nat(2_000) };
  fc.assert(
    fc.property(fc.record(place), ({ row, top, rowHeight: high, spare }) => {
      const height = high + spare;
      const moved = topShowing(row, { top, height, rowHeight: high });
      expect(moved).toBeLessThanOrEqual(row * high);
      expect(moved + height).toBeGreaterThanOrEqual((row + 1) * high);
      if (moved !== top) expect(moved % high).toBe(0);
    }),
  );
});

test('a list stays where it is while the chosen row is in sight', () => {
  expect(topShowing(9, { top: 30, height: 600, rowHeight: 58 })).toBe(30);
});
