import { expect, test } from 'vitest';
import type { StaffCard } from '../../../shared/contract/setup.ts';
import { type Equipped, leftToDo } from './left-to-do.ts';

const person = { blocked: false, forgotten: false } as StaffCard;
const fresh: Equipped = {
  items: 0,
  takesCodes: false,
  setup: {
    checklistHidden: false,
    training: 'no',
    staff: [person],
    printer: { transport: 'virtual', paper: 80 },
  },
};
const set = (change: Partial<Equipped['setup']>): Equipped => ({
  ...fresh,
  setup: { ...fresh.setup, ...change },
});

test('a till that was just set up says all that is left, the price list first', () => {
  expect(leftToDo(fresh)).toEqual(['prices', 'staff', 'printer', 'codes', 'practise']);
});

test('what is done is not asked for again, and a list with nothing left is gone', () => {
  expect(leftToDo({ ...fresh, items: 3 })).not.toContain('prices');
  expect(leftToDo(set({ staff: [person, person] }))).not.toContain('staff');
  expect(leftToDo(set({ staff: [person, { ...person, blocked: true }] }))).toContain('staff');
  const { setup } = set({ staff: [person, person], printer: { transport: 'file', paper: 80, path: '/p' } });
  expect(leftToDo({ items: 3, takesCodes: true, setup })).toEqual([]);
});

test('a list that the owner sent away stays away, and a till that only trains has none', () => {
  expect(leftToDo(set({ checklistHidden: true }))).toEqual([]);
  for (const training of ['demo', 'country', 'practice'] as const)
    expect(leftToDo(set({ training }))).toEqual([]);
});
