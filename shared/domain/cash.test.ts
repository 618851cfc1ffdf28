import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cashOverMax, changeFor, likelyNotes } from './cash.ts';
import { amountMax, minor } from './money.ts';

const anyDue = fc.nat(amountMax).map(minor);

describe('changeFor', () => {
  test('what is given less the change is what is due, or it says why not', () => {
    fc.assert(
      fc.property(anyDue, anyDue, fc.boolean(), (due, given, confirmed) => {
        const change = changeFor(due, given, confirmed);
        if (change.ok) {
          expect(given - change.value).toBe(due);
          expect(change.value).toBeGreaterThanOrEqual(0);
          expect(change.value).toBeLessThanOrEqual(cashOverMax);
        } else if (change.refusal.code === 'cash-short') {
          expect(change.refusal.missing).toBe(due - given);
        } else {
          expect(change.refusal).toMatchObject({ given, due });
        }
      }),
    );
  });

  test('a yes of the cashier answers the question, and never more than that', () => {
    fc.assert(
      fc.property(anyDue, fc.nat(2 * cashOverMax), (due, over) => {
        const given = minor(due + over);
        const asked = changeFor(due, given, false);
        const sure = changeFor(due, given, true);
        if (over > cashOverMax) expect(sure).toMatchObject({ ok: false, refusal: { code: 'cash-absurd' } });
        else expect(sure).toEqual({ ok: true, value: over });
        if (!asked.ok && over <= cashOverMax) expect(asked.refusal.code).toBe('cash-needs-confirmation');
      }),
    );
  });

  test.each([
    [2350, 2350, 'fine'],
    [2350, 5000, 'fine'],
    [2350, 10_000, 'fine'],
    [50, 10_000, 'fine'], // a hundred for a sweet
    [2000, 20_000, 'fine'], // exactly ten times the due sum
    [2000, 20_001, 'cash-needs-confirmation'],
    [500, 20_000, 'cash-needs-confirmation'], // forty times the due sum
    [100_000, 200_000, 'fine'], // exactly 1,000.00 of change
    [100_000, 200_001, 'cash-needs-confirmation'],
    [1000, 10_001_000, 'cash-needs-confirmation'], // exactly 100,000.00 of change
    [1000, 10_001_001, 'cash-absurd'],
    [2350, 2349, 'cash-short'],
    [0, 0, 'fine'],
  ])('due %i, given %i: %s', (due, given, expected) => {
    const change = changeFor(minor(due), minor(given), false);
    expect(change.ok ? 'fine' : change.refusal.code).toBe(expected);
  });
});

describe('likelyNotes', () => {
  test('each covers the due sum with something over, smallest first, no more than asked for', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000).map(minor),
        fc.constantFrom('CNY', 'USD', 'XXX'),
        fc.nat(8),
        (due, currency, most) => {
          const notes = likelyNotes(due, currency, most);
          expect(notes.length).toBeLessThanOrEqual(most);
          expect(notes).toEqual([...new Set(notes)].sort((a, b) => a - b));
          for (const note of notes) expect(note).toBeGreaterThan(due);
        },
      ),
    );
  });

  test.each([
    ['CNY', 2350, [2400, 2500, 3000, 4000, 5000, 10_000]],
    ['USD', 2350, [2400, 2500, 3000, 4000, 5000, 10_000]],
    ['GBP', 2350, [2400, 2500, 3000, 4000, 5000]],
    ['EUR', 2350, [2400, 2500, 3000, 4000, 5000, 10_000]],
    ['USD', 120, [200, 500, 1000, 2000, 5000, 10_000]],
    ['GBP', 120, [200, 500, 1000, 2000, 5000]],
    ['EUR', 12_001, [12_100, 12_200, 12_500, 13_000, 14_000, 15_000]],
  ])('examples in %s: %i is paid with %j', (currency, due, expected) => {
    expect(likelyNotes(minor(due), currency, 6)).toEqual(expected);
  });

  test('money that the till does not know is only rounded up: to its whole unit, to ten, to a hundred', () => {
    expect(likelyNotes(minor(2350), 'SEK', 6)).toEqual([2400, 3000, 10_000]);
    expect(likelyNotes(minor(1234), 'JPY', 6)).toEqual([1240, 1300]);
    expect(likelyNotes(minor(2350), 'KWD', 6)).toEqual([3000, 10_000, 100_000]);
  });

  test('a due sum that is itself a note is not offered twice', () => {
    expect(likelyNotes(minor(10_000), 'CNY', 4)).toEqual([]);
    expect(likelyNotes(minor(0), 'CNY', 4)).toEqual([]);
  });
});
