import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDiscount, anyRung, cartId, ringUp } from '../../test/doubles/goods.ts';
import { minor } from './money.ts';
import { price } from './pricing.ts';
import {
  looksLikeReceipt,
  parseReceipt,
  receiptNumber,
  type SaleHead,
  type SaleId,
  type ShiftId,
  type StaffId,
  sealSale,
  type Tender,
} from './sale.ts';

const head: SaleHead = {
  id: 'sale-1' as SaleId,
  cart: cartId,
  number: 7,
  receipt: receiptNumber('1', 7),
  shift: 'shift-1' as ShiftId,
  cashier: 'staff-1' as StaffId,
  at: 1_790_000_000_000,
  offline: false,
  training: false,
  currency: 'CNY',
  taxMode: 'inclusive',
};
const cash = (amount: number, change: number): Tender => ({
  id: 'tender-1',
  kind: 'cash',
  amount: minor(amount),
  given: minor(amount + change),
  change: minor(change),
});
const priced = (rungs: Parameters<typeof ringUp>[0], ticket: Parameters<typeof ringUp>[1] = null) =>
  price(ringUp(rungs, ticket), { taxMode: 'inclusive' });

describe('sealSale', () => {
  test('copies every sum of the priced cart and adds nothing of its own', () => {
    const anyTicket = fc.option(anyDiscount, { nil: null });
    fc.assert(
      fc.property(
        fc.array(anyRung, { maxLength: 8 }),
        anyTicket,
        fc.nat(100_000),
        (rungs, ticket, change) => {
          const cart = priced(rungs, ticket);
          const sale = sealSale(head, cart, minor(0), [cash(cart.due, change)]);
          const { due, ...money } = cart;
          expect(sale).toEqual({
            ...head,
            ...money,
            rounding: 0,
            total: due,
            tenders: [cash(due, change)],
            change,
          });
          expect('due' in sale).toBe(false);
        },
      ),
    );
  });

  test('stops when tenders do not settle the sale to the fen', () => {
    const cart = priced([]);
    expect(sealSale(head, cart, minor(0), []).total).toBe(0);
    for (const wrong of [1, -1])
      expect(() => sealSale(head, cart, minor(0), [cash(wrong, 0)])).toThrow('settle');
  });

  test('takes what cash rounding left off, and stops when another way was rounded', () => {
    const cart = priced([]);
    const up = minor(5);
    expect(sealSale(head, cart, up, [cash(5, 0)])).toMatchObject({ rounding: 5, total: 5, net: 0 });
    const code: Tender = { ...cash(5, 0), kind: 'store-code', heard: '' };
    expect(() => sealSale(head, cart, up, [code])).toThrow('rounded');
  });

  test('stops when what was given and the change do not make up what was paid', () => {
    const cart = priced([]);
    expect(() => sealSale(head, cart, minor(0), [{ ...cash(0, 0), given: minor(5) }])).toThrow('change');
    expect(() => sealSale(head, cart, minor(0), [cash(0, -5)])).toThrow('change');
  });
});

test('receipt numbers have the till in front and six digits that may grow', () => {
  expect([1, 123, 999_999, 1_000_000].map(number => receiptNumber('1', number))).toEqual([
    '1-000001',
    '1-000123',
    '1-999999',
    '1-1000000',
  ]);
});

test('a receipt is read as it was printed; a payment code or a piece of goods is none', () => {
  expect(parseReceipt('1-000123')).toEqual({ label: '1', digits: '000123' });
  expect(parseReceipt('b2-000123')).toEqual({ label: 'B2', digits: '000123' });
  expect(parseReceipt('123')).toEqual({ label: null, digits: '123' });
  for (const text of ['', '1-', '1-R000001', '130123456789012345', 'x1-2-3'])
    expect(parseReceipt(text)).toBeUndefined();
  expect(looksLikeReceipt(receiptNumber('A1', 7))).toBe(true);
  for (const text of ['000123', '1-R000001', '6901234567892', '1-12'])
    expect(looksLikeReceipt(text)).toBe(false);
});
