import fc from 'fast-check';
import { type Minor, minor } from '../../shared/domain/money.ts';
import { type PricedCart, price } from '../../shared/domain/pricing.ts';
import { cashRoundings, roundingOf } from '../../shared/domain/rounding.ts';
import { type Sale, type SaleHead, sealSale, type Tender } from '../../shared/domain/sale.ts';
import type { TaxMode } from '../../shared/domain/tax.ts';
import { anyDiscount, anyRung, cartId, ringUp } from './goods.ts';

// Finished sales for tests of what comes back.

const head: Omit<SaleHead, 'taxMode'> = {
  id: 'sale-1' as SaleHead['id'],
  cart: cartId,
  number: 123,
  receipt: '1-000123',
  shift: 'shift-1' as SaleHead['shift'],
  cashier: 'staff-1' as SaleHead['cashier'],
  at: 1_790_000_000_000,
  offline: false,
  training: false,
  currency: 'CNY',
};

export const cashTender = (amount: Minor, change = 0): Tender => ({
  id: 'cash-1',
  kind: 'cash',
  amount,
  given: minor(amount + change),
  change: minor(change),
});

/** A cart paid in cash. */
export const saleOf = (priced: PricedCart, taxMode: TaxMode, rounding = minor(0), change = 0): Sale =>
  sealSale({ ...head, taxMode }, priced, rounding, [cashTender(minor(priced.due + rounding), change)]);

/** Anything a shop can have sold: discounts on lines and on the whole, both tax modes, weighed goods, cash rounding. */
export const anySale: fc.Arbitrary<Sale> = fc
  .record({
    rungs: fc.array(anyRung, { minLength: 1, maxLength: 6 }),
    ticket: fc.option(anyDiscount, { nil: null }),
    taxMode: fc.constantFrom<TaxMode>('inclusive', 'exclusive'),
    rounding: fc.constantFrom(...cashRoundings),
  })
  .map(({ rungs, ticket, taxMode, rounding }) => {
    const priced = price(ringUp(rungs, ticket), { taxMode });
    return saleOf(priced, taxMode, roundingOf(priced.due, rounding));
  });
