import { describe, expect, test } from 'vitest';
import { isWeighed } from '../../shared/domain/item.ts';
import { one } from '../../shared/domain/quantity.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { customersOfTheDay } from './customers.ts';
import { readDemoShop } from './shop.ts';

const { items } = readDemoShop();

test('the same seed brings the same customers', () => {
  const day = (seed: number) => customersOfTheDay(items, 40, seededRng(seed));
  expect(day(5)).toEqual(day(5));
  expect(day(5)).not.toEqual(day(6));
});

describe.each([1, 2, 3, 99])('on day %d', seed => {
  const customers = customersOfTheDay(items, 40, seededRng(seed));
  test('everything happens that happens in a shop', () => {
    const kinds = customers.flatMap(customer => customer.basket);
    expect(kinds.some(each => isWeighed(each.item.unit) && each.quantity % 1000 !== 0)).toBe(true);
    expect(kinds.some(each => !isWeighed(each.item.unit) && each.quantity > one)).toBe(true);
    expect(kinds.some(each => each.discount)).toBe(true);
    expect(customers.some(each => each.ticketDiscount)).toBe(true);
    expect(customers.some(each => each.givesBack !== null)).toBe(true);
    expect(customers.some(each => each.comesBack)).toBe(true);
  });
  test('nobody is left with an empty basket, and nobody waits for a customer who never comes', () => {
    for (const { basket, givesBack } of customers)
      expect(basket.length).toBeGreaterThan(givesBack === null ? 0 : 1);
    expect(customers.at(-1)?.comesBack).toBe(false);
    for (const [place, { comesBack }] of customers.entries())
      if (comesBack) expect(customers[place + 1]?.comesBack).toBe(false);
  });
});
