import type { StaffId } from '../sale.ts';

/** Who is at the till, and who gave leave for what. */
export type PeopleFacts = {
  'signed-in': { readonly staff: StaffId };
  /** Without a PIN, because the key to check it with was lost; with a cashier's rights whoever it is. */
  'signed-in-unproved': { readonly staff: StaffId };
  'signed-out': { readonly staff: StaffId };
  'sign-in-failed': { readonly staff: StaffId; readonly locked: boolean };
  'approval-given': {
    readonly approval: string;
    readonly by: StaffId;
    readonly word: string;
    readonly subject: string;
  };
  'approval-used': { readonly approval: string; readonly word: string };
};
