import { expect, test } from 'vitest';
import { likelyNotes } from '../domain/cash.ts';
import { minor } from '../domain/money.ts';
import { countries } from './setup.ts';

test('every country of the first start pays with the coins and notes that are in circulation there', () => {
  const unknown = likelyNotes(minor(1), 'XXX', 10).length;
  for (const [country, { currency }] of Object.entries(countries))
    expect(likelyNotes(minor(1), currency, 10).length, country).toBeGreaterThan(unknown);
});
