import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Minor, minor, sum } from '../money.ts';
import type { MoneyTender } from '../sale.ts';
import { planBack, type TenderLeft } from './plan.ts';

const tender = (id: string, kind: MoneyTender['kind'], amount: number, left = amount): TenderLeft => ({
  tender: { id, kind, amount: minor(amount), given: minor(amount), change: minor(0) } as MoneyTender,
  left: minor(left),
  held: false,
});
const plan = (total: number, tenders: readonly TenderLeft[], cash = false) => {
  const result = planBack(minor(total), tenders, cash);
  return result.ok
    ? result.value.map(part => `${part.tender.id} ${part.amount}${part.asCash ? ' cash' : ''}`)
    : result.refusal;
};
const split = [
  tender('notes', 'cash', 3_000),
  tender('shop', 'store-code', 2_000),
  tender('wx', 'code', 1_000),
];

describe('money goes back', () => {
  test('to the wallet first, then the shop’s code, and out of the drawer last', () => {
    expect(plan(500, split)).toEqual(['wx 500']);
    expect(plan(2_500, split)).toEqual(['wx 1000', 'shop 1500']);
    expect(plan(6_000, split)).toEqual(['wx 1000', 'shop 2000', 'notes 3000 cash']);
  });

  test('to no tender more than has not gone back yet', () => {
    const rest = [tender('notes', 'cash', 3_000, 100), tender('wx', 'code', 1_000, 0)];
    expect(plan(100, rest)).toEqual(['notes 100 cash']);
    expect(plan(101, rest)).toEqual({ code: 'refund-too-large', left: 100 });
  });

  test('all in cash where that was asked for, the wallet’s money last', () => {
    expect(plan(3_500, split, true)).toEqual(['notes 3000 cash', 'shop 500 cash']);
    expect(plan(6_000, split, true)).toEqual(['notes 3000 cash', 'shop 2000 cash', 'wx 1000 cash']);
  });

  test('to the fen, whatever the tenders were', () => {
    const some = fc.array(
      fc.record({
        kind: fc.constantFrom<MoneyTender['kind']>('cash', 'code', 'store-code'),
        left: fc.nat(1_000),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, fc.nat(5_000), fc.boolean(), (rows, total, cash) => {
        const tenders = rows.map(({ kind, left }, index) => tender(`t${index}`, kind, 1_000, left));
        const result = planBack(minor(total), tenders, cash);
        const left = sum(tenders.map(each => each.left));
        expect(result.ok).toBe(total <= left);
        if (!result.ok) return;
        expect(sum(result.value.map(part => part.amount))).toBe(total);
        for (const part of result.value) {
          expect(part.amount).toBeLessThanOrEqual(leftOf(tenders, part.tender));
          expect(part.amount).toBeGreaterThan(0);
        }
      }),
    );
  });
});

const leftOf = (tenders: readonly TenderLeft[], of: MoneyTender): Minor =>
  tenders.find(each => each.tender === of)!.left;
