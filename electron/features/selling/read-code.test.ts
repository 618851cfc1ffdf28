import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '../../../shared/domain/item.ts';
import type { LabelRule } from '../../../shared/domain/labels/rule.ts';
import { goods } from '../../../test/doubles/goods.ts';
import { printLabel } from '../../../test/doubles/labels.ts';
import type { CatalogReads } from '../../core/ports.ts';
import { explainCode } from './read-code.ts';
import type { Known } from './scanning.ts';

const cola = goods('cola', 250, { codes: ['6901234567892'] });
const shelf = (items: readonly Item[], rules: readonly LabelRule[] = []): Known => ({
  labelRules: () => rules,
  catalog: catalogOf(items),
});
const catalogOf = (items: readonly Item[]): CatalogReads => ({
  itemsWithCode: code => items.filter(item => item.codes.includes(code)),
  itemsFound: () => [],
  item: () => undefined,
  mostSold: () => [],
  categories: () => [],
  inCategory: () => [],
});

test('tells goods by name and price, and the symbology the scanner named', () => {
  expect(explainCode(']E06901234567892\r\n', shelf([cola]))).toEqual({
    kind: 'goods',
    code: '6901234567892',
    length: 13,
    aim: ']E0',
    items: [{ item: 'cola', code: '6901234567892', name: 'goods cola', price: 250, unit: 'piece' }],
  });
});

test('knows the code on a receipt, and lets the price list have it first', () => {
  expect(explainCode('1-000123', shelf([]))).toMatchObject({ kind: 'receipt', receipt: '1-000123' });
  const odd = goods('odd', 250, { codes: ['1-000123'] });
  expect(explainCode('1-000123', shelf([odd]))).toMatchObject({ kind: 'goods' });
});

test('never tells a payment code whole, whosever it is', () => {
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const codes = fc.oneof(
    fc.tuple(fc.constantFrom('10', '15'), digits(16)),
    fc.tuple(fc.constantFrom('25', '30'), digits(14)),
    fc.tuple(fc.constantFrom('25', '30'), digits(22)),
    fc.tuple(fc.constantFrom('62', '01'), digits(17)),
  );
  fc.assert(
    fc.property(codes, ([head, rest]) => {
      const code = head + rest;
      const reading = explainCode(code, shelf([]));
      expect(reading).toMatchObject({ kind: 'payment-code', length: code.length });
      const told = JSON.stringify(reading);
      for (let at = 0; at + 7 <= code.length; at += 1) expect(told).not.toContain(code.slice(at, at + 7));
      expect(reading.kind === 'payment-code' && reading.masked).toBe(
        `${code.slice(0, 2)}${'*'.repeat(code.length - 6)}${code.slice(-4)}`,
      );
    }),
  );
});

test('a label of the shop that looks like a payment code is goods, for the price list decides first', () => {
  const label = '280123456789012345';
  const lamp = goods('lamp', 9900, { codes: [label] });
  expect(explainCode(label, shelf([lamp])).kind).toBe('goods');
  expect(explainCode(label, shelf([])).kind).toBe('payment-code');
});

const sums: LabelRule = { pattern: '26WWWWWEEEEENNNNNC', amountFactor: 1, weightUnit: 'g', keepZeros: false };
const pork = goods('pork', 2580, { codes: ['12'], unit: 'kg' });

test('a label of the scale is its goods with what is printed on them, though it looks like a payment code', () => {
  const label = printLabel(sums, { item: 12, amount: 1321, weight: 512 });
  expect(explainCode(label, shelf([pork], [sums]))).toMatchObject({
    kind: 'goods',
    code: '12',
    items: [{ name: 'goods pork' }],
    label: { plu: '12', amount: 1321, measured: { grams: 512 } },
  });
  expect(explainCode(label, shelf([pork])).kind).toBe('payment-code');
  // Goods nobody has, or a digit that is wrong: then the shape decides, and the digits stay hidden.
  expect(explainCode(label, shelf([], [sums])).kind).toBe('payment-code');
  const wrong = label.slice(0, -1) + ((Number(label.at(-1)) + 1) % 10);
  expect(explainCode(wrong, shelf([pork], [sums])).kind).toBe('payment-code');
});

test('an unknown item code on a label is named, and a misread label is never looked up', () => {
  const short: LabelRule = { ...sums, pattern: '22WWWWWEEEEEC' };
  const label = printLabel(short, { item: 77, amount: 1321 });
  expect(explainCode(label, shelf([pork], [short]))).toMatchObject({
    kind: 'unknown-code',
    plu: '77',
    checkDigitWrong: false,
  });
  const right = printLabel(short, { item: 12, amount: 1321 });
  const wrong = right.slice(0, -1) + ((Number(right.at(-1)) + 1) % 10);
  expect(explainCode(wrong, shelf([pork], [short]))).toMatchObject({
    kind: 'unknown-code',
    checkDigitWrong: true,
  });
});

test('tells links, short scans and wrong check digits apart', () => {
  expect(explainCode('https://qr.alipay.com/fkx0123', shelf([])).kind).toBe('link');
  expect(explainCode('12', shelf([])).kind).toBe('too-short');
  expect(explainCode('6901234567891', shelf([]))).toMatchObject({
    kind: 'unknown-code',
    checkDigitWrong: true,
    tail: '7891',
  });
});
