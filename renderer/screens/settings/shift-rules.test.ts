import { expect, test } from 'vitest';
import type { ShiftRules } from '../../../shared/contract/shifts.ts';
import { minor } from '../../../shared/domain/money.ts';
import { draftOf, rulesOf } from './shift-rules.ts';

const rules: ShiftRules = {
  cutOffHour: 4,
  tolerance: minor(500),
  drawerLimit: minor(200_000),
  drawers: [{ drawer: 'main', name: '' }],
};

test('what is shown and saved again is what it was', () => {
  expect(rulesOf(draftOf(rules, 'CNY'), rules, 'CNY')).toEqual(rules);
});

test('a second drawer gets a code of its own, and the first keeps the one its shifts know', () => {
  const draft = { ...draftOf(rules, 'CNY'), names: ['前台', ' 后台 '] };
  expect(rulesOf(draft, rules, 'CNY')).toMatchObject({
    drawers: [
      { drawer: 'main', name: '前台' },
      { drawer: 'drawer-2', name: '后台' },
    ],
  });
});

test('a sum that can’t be read is named', () => {
  expect(rulesOf({ ...draftOf(rules, 'CNY'), tolerance: '五块' }, rules, 'CNY')).toEqual({
    wrong: 'tolerance',
  });
  expect(rulesOf({ ...draftOf(rules, 'CNY'), drawerLimit: '' }, rules, 'CNY')).toEqual({
    wrong: 'drawerLimit',
  });
});
