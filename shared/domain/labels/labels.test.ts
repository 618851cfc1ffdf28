import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goods, quantityFor } from '../../../test/doubles/goods.ts';
import { anyRule, printLabel } from '../../../test/doubles/labels.ts';
import { units } from '../item.ts';
import { minor } from '../money.ts';
import { extend } from '../quantity.ts';
import { type LabelReading, readLabel } from './read.ts';
import { readyMadeRules } from './ready-made.ts';
import { type LabelRule, parseRule, tidyPattern } from './rule.ts';
import { soldByLabel } from './sold.ts';

const rule = (pattern: string, over: Partial<LabelRule> = {}): LabelRule => ({
  pattern,
  amountFactor: 1,
  weightUnit: 'g',
  keepZeros: true,
  ...over,
});
const amounts = rule('22WWWWWEEEEEC');
const weights = rule('21WWWWWNNNNNC');
const both = rule('26WWWWWEEEEENNNNNC');

describe('a pattern', () => {
  test.each([
    ['22WWWWWEEEEEX', 'unknown-letter'],
    ['22wwwwweeeeec', 'unknown-letter'],
    ['FFWWWWWEEEEEC', 'flag-is-a-letter'],
    ['22WWWWWEEEEE', 'wrong-length'],
    ['', 'wrong-length'],
    ['WWWWWWWEEEEEC', 'no-flag'],
    ['22EEEEEEOOOOC', 'no-item-code'],
    ['22WWWWWWWWWWC', 'no-amount-or-weight'],
    ['22WWEEEEEWWWC', 'letter-apart'],
    ['22WWWW5EEEEEC', 'digit-inside'],
    ['22WWWEEEEEEEC', 'figure-too-long'],
    ['22WWWWWEEEECC', 'two-check-digits'],
  ])('%s is refused: %s', (pattern, why) => {
    expect(parseRule(rule(pattern))).toEqual({ ok: false, refusal: why });
  });

  test('as it stands in a manual is made one of ours', () => {
    expect(tidyPattern('22 wwwww-eeeee C')).toBe('22WWWWWEEEEEC');
    expect(tidyPattern('2WWWWWWEEEEEC+NNNNN')).toBe('2WWWWWWEEEEECNNNNN');
  });

  test('every ready-made rule is one', () => {
    for (const each of readyMadeRules) expect(parseRule(each)).toMatchObject({ ok: true });
  });
});

describe('a label', () => {
  test('says its item code, its sum and its weight', () => {
    expect(readLabel([amounts], '2200012012994')).toEqual({ plu: '00012', amount: 1299 });
    expect(readLabel([weights], '2100012005128')).toEqual({
      plu: '00012',
      measured: { count: 512, grams: 512 },
    });
    expect(readLabel([both], printLabel(both, { item: 12, amount: 1299, weight: 512 }))).toEqual({
      plu: '00012',
      amount: 1299,
      measured: { count: 512, grams: 512 },
    });
  });

  test('is read in the units that its scale prints', () => {
    const jiao = rule('22WWWWWEEEEEC', { amountFactor: 10, keepZeros: false });
    expect(readLabel([jiao], '2200012012994')).toEqual({ plu: '12', amount: 12_990 });
    const tens = rule('21WWWWWNNNNNC', { weightUnit: '10g' });
    expect(readLabel([tens], '2100012005128')).toMatchObject({ measured: { grams: 5120 } });
  });

  test('whatever a rule writes, it reads back', () => {
    const figure = (pattern: string, letter: string) =>
      fc.nat(10 ** Math.min(15, pattern.split(letter).length - 1) - 1);
    const printed = anyRule.chain(each =>
      fc.record({
        rule: fc.constant(each),
        item: figure(each.pattern, 'W'),
        amount: figure(each.pattern, 'E'),
        weight: figure(each.pattern, 'N'),
      }),
    );
    fc.assert(
      fc.property(printed, ({ rule: made, ...figures }) => {
        const read = readLabel([made], printLabel(made, figures)) as LabelReading;
        expect(Number(read.plu)).toBe(figures.item);
        expect(read.plu).toHaveLength(
          made.keepZeros ? made.pattern.split('W').length - 1 : String(figures.item).length,
        );
        expect(read.amount).toBe(made.pattern.includes('E') ? figures.amount * made.amountFactor : undefined);
        expect(read.measured?.count).toBe(made.pattern.includes('N') ? figures.weight : undefined);
      }),
    );
  });

  test('with one wrong digit is told, and never read as another code', () => {
    const misread = fc.record({
      item: fc.nat(99_999),
      amount: fc.nat(99_999),
      at: fc.nat(12),
      by: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(misread, ({ item, amount, at, by }) => {
        const label = printLabel(amounts, { item, amount });
        const wrong = [...label]
          .map((digit, place) => (place === at ? (Number(digit) + by) % 10 : digit))
          .join('');
        // A wrong flag makes it no label of this rule; anywhere else the check digit tells.
        expect(readLabel([amounts, rule('22WWWWWWEEEEE')], wrong)).toBe(
          wrong.startsWith('22') ? 'check-digit-wrong' : null,
        );
      }),
    );
  });

  test('goes to the first rule it fits, and other codes to none', () => {
    expect(readLabel([rule('22WWWWWNNNNNC'), amounts], '2200012012994')).toHaveProperty('measured');
    for (const other of ['6901234567892', '220001201299', '22000120129940', '22ABC12012996', ''])
      expect(readLabel([amounts, both], other)).toBeNull();
  });
});

describe('what a label sells', () => {
  const pork = goods('pork', 2580, { unit: 'kg' });

  test('a printed sum is the sum, with as much as it buys for show', () => {
    expect(soldByLabel(pork, { plu: '1', amount: minor(1299) })).toEqual({
      ok: true,
      value: { quantity: 503, stamped: 1299 },
    });
    expect(soldByLabel({ ...pork, price: minor(9_999_999) }, { plu: '1', amount: minor(1) })).toMatchObject({
      value: { quantity: 1 },
    });
  });

  test('goods sold by the piece are one where no count is printed', () => {
    const duck = goods('duck', 3800);
    expect(soldByLabel(duck, { plu: '1', amount: minor(3550) })).toEqual({
      ok: true,
      value: { quantity: 1000, stamped: 3550 },
    });
    expect(soldByLabel(duck, { plu: '1', measured: { count: 3, grams: 3 } })).toEqual({
      ok: true,
      value: { quantity: 3000 },
    });
  });

  test.each([
    ['kg', 512],
    ['500g', 1024],
    ['jin', 1024],
  ] as const)('512 g of goods priced per %s are %i thousandths of it', (unit, thousandths) => {
    const read = { plu: '1', measured: { count: 512, grams: 512 } };
    expect(soldByLabel({ ...pork, unit }, read)).toEqual({ ok: true, value: { quantity: thousandths } });
  });

  test('a sum that today’s price does not make is told, but for the fen that scales round otherwise', () => {
    const measured = { count: 512, grams: 512 };
    const worth = extend(pork.price, 512 as never);
    for (const [by, told] of [
      [0, undefined],
      [1, undefined],
      [-1, undefined],
      [2, worth],
      [-2, worth],
    ] as const) {
      const sold = soldByLabel(pork, { plu: '1', amount: minor(worth + by), measured });
      expect(sold.ok && sold.value).toEqual({
        quantity: 512,
        stamped: worth + by,
        ...(told !== undefined && { nowWorth: told }),
      });
    }
  });

  test('a label with nothing on it gives nothing away', () => {
    for (const empty of [{ amount: minor(0) }, { measured: { count: 0, grams: 0 } }])
      expect(soldByLabel(pork, { plu: '1', ...empty })).toEqual({ ok: false, refusal: 'label-empty' });
  });

  test('every label makes a quantity the till can hold, or is refused', () => {
    const reading = fc.record({
      amount: fc.option(fc.nat(99_999_900).map(minor), { nil: undefined }),
      count: fc.option(fc.nat(999_999), { nil: undefined }),
    });
    fc.assert(
      fc.property(reading, fc.constantFrom(...units), fc.nat(1_000_000), ({ amount, count }, unit, price) => {
        const sold = soldByLabel(
          { unit, price: minor(price) },
          {
            plu: '1',
            ...(amount !== undefined && { amount }),
            ...(count !== undefined && { measured: { count, grams: count * 10 } }),
          },
        );
        if (sold.ok) expect(sold.value.quantity).toBeGreaterThan(0);
        if (sold.ok && amount !== undefined) expect(sold.value.stamped).toBe(amount);
      }),
    );
    fc.assert(
      fc.property(quantityFor('kg'), grams => {
        const sold = soldByLabel(pork, { plu: '1', measured: { count: grams, grams } });
        expect(sold).toEqual({ ok: true, value: { quantity: grams } });
      }),
    );
  });
});
