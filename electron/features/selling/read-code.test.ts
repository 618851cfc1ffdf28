import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '../../../shared/domain/item.ts';
import { goods } from '../../../test/doubles/goods.ts';
import type { CatalogReads } from '../../core/ports.ts';
import { explainCode } from './read-code.ts';

const cola = goods('cola', 250, { codes: ['6901234567892'] });
const shelf = (items: readonly Item[]): CatalogReads => ({
  itemsWithCode: code => items.filter(item => item.codes.includes(code)),
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

test('tells links, short scans and wrong check digits apart', () => {
  expect(explainCode('https://qr.alipay.com/fkx0123', shelf([])).kind).toBe('link');
  expect(explainCode('12', shelf([])).kind).toBe('too-short');
  expect(explainCode('6901234567891', shelf([]))).toMatchObject({
    kind: 'unknown-code',
    checkDigitWrong: true,
    tail: '7891',
  });
});
