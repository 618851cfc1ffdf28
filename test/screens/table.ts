import { asideRows } from './aside-rows.ts';
import { counterRows } from './counter-rows.ts';
import { newRows } from './new-rows.ts';
import { officeRows } from './office-rows.ts';
import { payingRows } from './paying-rows.ts';
import type { Table } from './row.ts';

/**
 * Everything there is to see, in the order in which one till goes through it. Whatever looks at every screen
 * goes by this table; a new screen without a row here does not compile.
 */
export const table: Table = {
  ...newRows,
  counter: [...counterRows, ...payingRows],
  ...officeRows,
  ...asideRows,
};
