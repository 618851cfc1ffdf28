import { expect, test } from 'vitest';
import type { RowProblem } from '../../../shared/contract/catalog.ts';
import { gathered } from './gathered.ts';

const problem = (row: number, level: RowProblem['level'], code: string): RowProblem => ({
  row,
  level,
  code,
  field: null,
});

test('says each kind of problem once, with its lines, and what keeps rows out first', () => {
  const problems = [
    problem(2, 'warning', 'check-digit-wrong'),
    problem(3, 'warning', 'check-digit-wrong'),
    problem(3, 'warning', 'price-zero'),
    problem(9, 'rejected', 'name-missing'),
  ];
  expect(gathered(problems)).toEqual([
    { code: 'name-missing', level: 'rejected', rows: [9] },
    { code: 'check-digit-wrong', level: 'warning', rows: [2, 3] },
    { code: 'price-zero', level: 'warning', rows: [3] },
  ]);
});
