import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { apply } from '../../../../shared/domain/cart.ts';
import { minor } from '../../../../shared/domain/money.ts';
import { price } from '../../../../shared/domain/pricing.ts';
import { pieces } from '../../../../shared/domain/quantity.ts';
import type { ShiftId } from '../../../../shared/domain/sale.ts';
import { oneFor, refundOf, saleOf } from '../../../../test/doubles/day-of-sales.ts';
import { cartOf, goods } from '../../../../test/doubles/goods.ts';
import {
  atHour,
  mustGive,
  openReportsTill,
  type ReportsTill,
} from '../../../../test/doubles/reports-till.ts';
import { type Counted, standsOf } from './stands.ts';

const counted = (tickets: number, count: number): Counted => ({ tickets, count, amount: minor(0) });
const stands = (...all: readonly Counted[]) => standsOf(all).map(figure => figure.stands);

describe('who stands out', () => {
  test('is who does it more than twice as often as the middle one of the others, in as many tickets', () => {
    expect(stands(counted(100, 9), counted(100, 4), counted(100, 4))).toEqual(['out', 'in-line', 'in-line']);
    expect(stands(counted(100, 8), counted(100, 4), counted(100, 4))).toEqual([
      'in-line',
      'in-line',
      'in-line',
    ]);
    // Twice as many tickets with twice as many removals is no more often.
    expect(stands(counted(400, 16), counted(100, 4), counted(100, 4))).toEqual([
      'in-line',
      'in-line',
      'in-line',
    ]);
  });

  test('nobody for twice, however rare it is elsewhere; three times is looked at', () => {
    expect(stands(counted(10, 2), counted(10, 0), counted(10, 0))[0]).toBe('in-line');
    expect(stands(counted(10, 3), counted(10, 0), counted(10, 0))[0]).toBe('out');
  });

  test('nobody with fewer than two others to compare with', () => {
    expect(stands(counted(10, 9), counted(10, 0))).toEqual(['alone', 'alone']);
    expect(stands(counted(10, 9))).toEqual(['alone']);
  });

  test('does not change what the others are measured by: one very bad hand hides no second one', () => {
    const all = [counted(100, 90), counted(100, 30), counted(100, 4), counted(100, 4), counted(100, 4)];
    expect(stands(...all)).toEqual(['out', 'out', 'in-line', 'in-line', 'in-line']);
  });

  test('is the same whatever the order of people', () => {
    const anyone = fc.record({ tickets: fc.nat(500), count: fc.nat(50) });
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 8 }), people => {
        const all = people.map(({ tickets, count }) => counted(tickets, count));
        expect(standsOf([...all].reverse()).reverse()).toEqual(standsOf(all));
      }),
    );
  });
});

describe('the losses of some days', () => {
  let till: ReportsTill;
  beforeEach(() => {
    till = openReportsTill();
  });
  afterEach(() => till.throwAway());
  const day = '2026-11-27';
  const at = atHour(day, 10);
  const shift = 'shift-1' as ShiftId;
  const cart = cartOf([goods('1', 300), pieces(2)], [goods('2', 500), pieces(1)]);

  test('are counted by who did it, with what the goods would have cost, on those days only', async () => {
    const sale = saleOf(oneFor(1_000), { number: 1, at, staff: 'li' });
    till.tell('sale-completed', { sale }, at, 'li');
    till.tell('sale-refunded', { refund: refundOf(sale, { number: 1, at, staff: 'wang' }) }, at, 'wang');
    till.tell('line-removed', { cart: cart.id, shift, line: cart.lines[0]! }, at, 'li');
    till.tell('cart-voided', { shift, cart }, at, 'li');
    // 3.00 to 2.00 and on to 1.50, twice: what was taken off is 3.00, not 2.00 and 3.00.
    const priced = (unitPrice: number, before: number) => ({
      cart: cart.id,
      shift,
      line: { ...cart.lines[0]!, unitPrice: minor(unitPrice) },
      before: minor(before),
    });
    till.tell('price-overridden', priced(200, 300), at, 'li');
    till.tell('price-overridden', priced(150, 200), at, 'li');
    till.tell('drawer-opened', { shift, reason: '换零钱' }, at, 'wang');
    till.tell('drawer-opened', { shift, reason: '换零钱' }, atHour('2026-11-28', 0), 'wang');
    const cheaper = cartOf([goods('1', 1_000), pieces(1)]);
    const reduced = apply(cheaper, { do: 'discount-ticket', discount: { kind: 'amount', off: minor(150) } });
    if (!reduced.ok) throw new Error(reduced.refusal);
    const less = saleOf(price(reduced.value, { taxMode: 'inclusive' }), { number: 2, at, staff: 'wang' });
    till.tell('sale-completed', { sale: less }, at, 'wang');
    const view = await mustGive(till.reports.feature.queries.losses({ from: day, to: day }));
    const figures = view.cashiers.map(({ name, tickets, figures: each }) => ({
      name,
      tickets,
      voids: [each.voids.count, each.voids.amount],
      openings: each.openings.count,
      refunds: [each.refunds.count, each.refunds.amount],
      discounts: [each.discounts.count, each.discounts.amount],
      overrides: [each.overrides.count, each.overrides.amount],
    }));
    expect(figures).toEqual([
      {
        name: '名wang',
        tickets: 2,
        voids: [0, 0],
        openings: 1,
        refunds: [1, 1_000],
        discounts: [1, 150],
        overrides: [0, 0],
      },
      {
        name: '名li',
        tickets: 1,
        voids: [2, 1_700],
        openings: 0,
        refunds: [0, 0],
        discounts: [0, 0],
        overrides: [2, 300],
      },
    ]);
  });
});
