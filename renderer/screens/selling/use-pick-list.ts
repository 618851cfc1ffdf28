import { useState } from 'react';

/**
 * The mark in a list that arrows move. `list` is the list itself: another one starts at the top again.
 * `moved` tells whether the cashier has used the arrows, that is, means the marked row.
 * `first` is the row that is marked before that; -1 for none, where Enter must not take anything unasked.
 */
export function usePickList(list: readonly unknown[], first = 0) {
  const [mark, setMark] = useState<{ readonly of: unknown; readonly row: number } | null>(null);
  const mine = mark?.of === list ? mark : null;
  const row = mine ? Math.min(mine.row, Math.max(0, list.length - 1)) : first;
  return {
    row,
    moved: mine !== null,
    move: (by: number) => setMark({ of: list, row: Math.max(0, Math.min(row + by, list.length - 1)) }),
  };
}
