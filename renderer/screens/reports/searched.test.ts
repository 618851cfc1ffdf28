import { expect, test } from 'vitest';
import { searched, tailOfReceipt } from './searched.ts';

test('digits alone are looked for in receipt numbers, noughts in front and all; with a point they are an amount', () => {
  expect(searched('', 2)).toEqual({});
  expect(searched('0012', 2)).toEqual({ tail: '0012' });
  expect(searched('12.', 2)).toEqual({ amount: 1_200 });
  expect(searched('12.5', 2)).toEqual({ amount: 1_250 });
});

test('a receipt that is scanned finds its ticket, whatever else is scanned finds none', () => {
  expect(tailOfReceipt('1-000123')).toBe('000123');
  expect(tailOfReceipt('R1-000004')).toBe('000004');
  for (const other of ['6901234567892', '134567890123456789', 'https://x/1-000123']) {
    expect(tailOfReceipt(other)).toBeNull();
  }
});
