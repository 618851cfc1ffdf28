import { expect, test } from 'vitest';
import { minor } from '../money.ts';
import { type Cause, type Evidence, suspectsOf, type TicketHint } from './detective.ts';

const quiet: Evidence = {
  variance: minor(0),
  openingVariance: minor(0),
  varianceBefore: null,
  tickets: [],
  typed: [],
  voids: [],
  openings: [],
  others: [],
};
const ticket = (more: Partial<Record<'cash' | 'code' | 'unverified' | 'change', number>>): TicketHint => ({
  receipt: '1-000007',
  at: 5,
  by: '李敏',
  kind: 'sale',
  cash: minor(more.cash ?? 0),
  change: minor(more.change ?? 0),
  code: minor(more.code ?? 0),
  unverified: minor(more.unverified ?? 0),
});
const causes = (variance: number, evidence: Partial<Evidence>): Cause[] =>
  suspectsOf({ ...quiet, ...evidence, variance: minor(variance) }).map(suspect => suspect.cause);
const typed = (amount: number) => [{ at: 1, by: '李敏', what: '水费', amount: minor(amount) }];

test('an even drawer suspects nobody', () => {
  expect(suspectsOf({ ...quiet, openings: [{ at: 1, by: '李敏', amount: minor(0) }] })).toEqual([]);
});

test('a sale keyed as cash and paid by phone leaves the drawer short by it, and is named by its receipt', () => {
  const tickets = [ticket({ cash: 2_350 }), { ...ticket({ cash: 900 }), receipt: '1-000008' }];
  expect(suspectsOf({ ...quiet, tickets, variance: minor(-2_350) })).toEqual([
    { cause: 'cash-was-code', about: '1-000007', at: 5, by: '李敏', amount: 2_350 },
  ]);
});

test('a sale keyed as paid by phone and paid in cash leaves it over', () => {
  expect(causes(2_350, { tickets: [ticket({ code: 2_350 })] })).toEqual(['code-was-cash']);
  expect(causes(2_350, { tickets: [ticket({ unverified: 2_350 })] })).toEqual(['unverified-was-cash']);
});

test('change that stayed in the drawer, and change given twice', () => {
  const tickets = [ticket({ cash: 3_700, change: 1_300 })];
  expect(causes(1_300, { tickets })).toEqual(['change-not-given']);
  expect(causes(-1_300, { tickets })).toEqual(['change-given-twice']);
});

test('a wallet sale whose refund was given in cash', () => {
  expect(causes(-2_350, { tickets: [{ ...ticket({ code: 2_350 }), kind: 'refund' }] })).toEqual([
    'code-refunded-in-cash',
  ]);
});

test('a nought too many or too few, in what a person keyed in', () => {
  // 500.00 keyed as 50.00, and 50.00 keyed as 500.00: both are off by 450.00.
  expect(causes(-45_000, { typed: typed(5_000) })).toEqual(['factor-ten']);
  expect(causes(45_000, { typed: typed(50_000) })).toEqual(['factor-ten']);
});

test('two digits swapped: 36.00 keyed as 63.00 is off by 27.00', () => {
  expect(causes(2_700, { typed: typed(6_300) })).toEqual(['digits-swapped']);
  expect(causes(2_800, { typed: typed(6_300) })).toEqual([]);
});

test('a cart given up for the very sum that is too much in the drawer', () => {
  expect(causes(800, { voids: [{ at: 1, by: '李敏', amount: minor(800) }] })).toEqual([
    'voided-after-paying',
  ]);
});

test('the same sum the other way round in another drawer, and in the shift before', () => {
  expect(causes(-500, { others: [{ name: 'B Z3', variance: minor(500) }] })).toEqual(['other-drawer']);
  expect(causes(-500, { openingVariance: minor(-500) })).toEqual(['shift-before']);
  expect(causes(-500, { varianceBefore: minor(500) })).toEqual(['shift-before']);
});

test('a drawer opened without a sale explains any shortage, so it is named last', () => {
  const openings = [{ at: 9, by: '李敏', amount: minor(0) }];
  expect(causes(-2_350, { openings, tickets: [ticket({ cash: 2_350 })] })).toEqual([
    'cash-was-code',
    'drawer-opened',
  ]);
  expect(causes(2_350, { openings })).toEqual([]);
});
