import { expect, test } from 'vitest';
import type { StaffCard } from '../../shared/contract/setup.ts';
import { type Equipped, stepsOf } from './getting-started.ts';

const person = { blocked: false, forgotten: false } as StaffCard;
const fresh: Equipped = {
  items: 0,
  takesCodes: false,
  jobs: [],
  setup: {
    checklistHidden: false,
    training: 'no',
    staff: [person],
    printer: { transport: 'virtual', paper: 80 },
    practised: false,
  },
};
const set = (change: Partial<Equipped['setup']>): Equipped => ({
  ...fresh,
  setup: { ...fresh.setup, ...change },
});
const done = (equipped: Equipped) =>
  stepsOf(equipped)!
    .filter(step => step.done)
    .map(({ name }) => name);

test('a till that was just set up has everything before it, the price list first', () => {
  expect(stepsOf(fresh)!.map(({ name }) => name)).toEqual([
    'prices',
    'staff',
    'print',
    'practise',
    'printer',
    'codes',
  ]);
  expect(done(fresh)).toEqual([]);
});

test('a step is done when the till is so, whoever did it and wherever', () => {
  expect(done({ ...fresh, items: 3 })).toEqual(['prices']);
  expect(done(set({ staff: [person, person] }))).toEqual(['staff']);
  expect(done(set({ staff: [person, { ...person, blocked: true }] }))).toEqual([]);
  expect(done(set({ practised: true }))).toEqual(['practise']);
  expect(done(set({ printer: { transport: 'file', paper: 80, path: '/p' } }))).toEqual(['printer']);
  expect(done({ ...fresh, takesCodes: true })).toEqual(['codes']);
});

test('paper has come out only when the printer, or its screen, has taken it', () => {
  for (const state of ['queued', 'sending', 'blocked', 'failed', 'uncertain', 'expired'] as const)
    expect(done({ ...fresh, jobs: [{ state }] })).toEqual([]);
  for (const state of ['printed', 'sent'] as const)
    expect(done({ ...fresh, jobs: [{ state: 'queued' }, { state }] })).toEqual(['print']);
});

test('a list that the owner sent away stays away, and a till that only trains has none', () => {
  expect(stepsOf(set({ checklistHidden: true }))).toBeNull();
  for (const training of ['demo', 'country', 'practice'] as const)
    expect(stepsOf(set({ training }))).toBeNull();
});
