import type { Minor } from '../money.ts';
import type { ShiftId, StaffId } from '../sale.ts';

/** Shifts, and the cash in the drawer. */
export type DrawerFacts = {
  'shift-opened': { readonly shift: ShiftId; readonly cashier: StaffId; readonly float: Minor };
  'shift-closed': { readonly shift: ShiftId; readonly expected: Minor; readonly counted: Minor };
  'drawer-opened': { readonly shift: ShiftId | null; readonly reason: string };
};
