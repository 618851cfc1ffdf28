import type { RowProblem } from '../../../shared/contract/catalog.ts';

export type Gathered = Pick<RowProblem, 'code' | 'level'> & { readonly rows: readonly number[] };

/** Problems by what they are, those that keep a row out first, then the most frequent. */
export function gathered(problems: readonly RowProblem[]): Gathered[] {
  const kinds = Map.groupBy(problems, ({ level, code }) => `${level} ${code}`);
  return [...kinds.values()]
    .map(same => ({ code: same[0]!.code, level: same[0]!.level, rows: same.map(problem => problem.row) }))
    .sort((a, b) => rank(a) - rank(b) || b.rows.length - a.rows.length);
}

const rank = ({ level }: Pick<RowProblem, 'level'>): number => (level === 'rejected' ? 0 : 1);
