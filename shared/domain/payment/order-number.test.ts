import { expect, test } from 'vitest';
import { orderNumber, refundNumber } from './order-number.ts';

const parts = {
  till: 'till-019ac6f0-1111-7000-8abc-0123456789ab',
  epoch: 'epoch-019ac6f0-2222-7000-8abc-fedcba987654',
  at: Date.UTC(2026, 10, 27, 23, 59),
  place: 1,
};

test('an order number is short enough for every provider, with room for its refunds', () => {
  expect(orderNumber(parts)).toBe('6GCLL0RBVX0261127000001');
  expect(refundNumber(orderNumber({ ...parts, place: 2_000_000_000 }), 99, 99)).toMatch(/^[0-9A-Z]{29}$/);
});

test('till, epoch and place each make another number, whatever the clock says', () => {
  const others = [
    { ...parts, till: 'till-019ac6f0-1111-7000-8abc-0123456789ac' },
    { ...parts, epoch: 'epoch-019ac6f0-2222-7000-8abc-fedcba987655' },
    { ...parts, place: 2 },
  ];
  expect(new Set([parts, ...others].map(orderNumber)).size).toBe(4);
});
