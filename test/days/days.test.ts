import { expect, test } from 'vitest';
import { proveDays } from './proof.ts';

test('after any day, every table is what the journal rebuilds, and every total what a recount finds', async () => {
  const { days, words, faults } = await proveDays(12, 1, () => {});
  expect(faults).toEqual([]);
  expect([days, words > 12 * 20]).toEqual([12, true]);
}, 120_000);
