import { describe, expect, test } from 'vitest';
import { minor } from '../domain/money.ts';
import { quantity } from '../domain/quantity.ts';
import { formatsFor } from './format.ts';

const chinese = formatsFor('zh-CN', 'CNY', 'Asia/Shanghai');
const english = formatsFor('en', 'USD', 'America/New_York');

test('amounts carry the sign of their currency, and nothing is rounded', () => {
  expect(chinese.amount(minor(14_044))).toBe('¥140.44');
  expect(english.amount(minor(5))).toBe('$0.05');
  expect(chinese.amount(minor(-1200))).toBe('−¥12.00');
  expect(formatsFor('en', 'JPY').amount(minor(1200))).toBe('¥1200');
  expect(formatsFor('en', 'CHF').amount(minor(1200))).toBe('CHF 12.00');
});

test('pieces are bare figures, weighings name their unit', () => {
  expect(chinese.quantity(quantity(6000), 'piece')).toBe('6');
  expect(chinese.quantity(quantity(1284), 'kg')).toBe('1.284 kg');
  expect(chinese.unitPrice(minor(380), 'jin')).toBe('3.80 /斤');
  expect(english.unitPrice(minor(250), 'piece')).toBe('2.50');
});

describe('a share', () => {
  test('is what is left in Chinese', () => {
    expect(chinese.discount({ kind: 'share', permilleOff: 100 })).toBe('9折');
    expect(chinese.discount({ kind: 'share', permilleOff: 120 })).toBe('8.8折');
  });
  test('is what goes off in English', () => {
    expect(english.discount({ kind: 'share', permilleOff: 100 })).toBe('10% off');
    expect(english.discount({ kind: 'amount', off: minor(500) })).toBe('5.00 off');
  });
});

test('times are told in 24 hours, also at midnight, in the zone that was asked for', () => {
  const at = Date.UTC(2026, 10, 22, 16, 0);
  expect(chinese.time(at)).toBe('00:00');
  expect(chinese.date(at)).toBe('2026-11-23');
  expect(chinese.dayTime(at)).toBe('11-23 00:00');
  expect(english.time(at)).toBe('11:00');
});
