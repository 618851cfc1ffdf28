import type { Permission } from '../roles.ts';
import type { StaffId } from '../sale.ts';

export type SignInHow = 'pin' | 'badge' | 'pin-and-code';

/** Who is at the till, and who gave leave for what. */
export type PeopleFacts = {
  'signed-in': { readonly staff: StaffId; readonly how: SignInHow };
  /** Without a PIN, because the key to check it with was lost; with a cashier's rights whoever it is. */
  'signed-in-unproved': { readonly staff: StaffId };
  /** `changed`: blocked, or given another role, while at the till. */
  'signed-out': { readonly staff: StaffId; readonly why: 'asked' | 'idle' | 'switched' | 'changed' };
  /** `staff` is `badge` where the badge was nobody's: what was scanned stands nowhere. */
  'sign-in-failed': {
    readonly staff: StaffId | 'badge';
    readonly by: 'pin' | 'badge' | 'code';
    readonly locked: boolean;
  };
  /** A manager let somebody try again before the lock was over. */
  'sign-in-unlocked': { readonly staff: StaffId };
  /** A one-time code was right; its step of 30 s works no second time for that person. */
  'code-used': { readonly staff: StaffId; readonly step: number };
  'approval-given': {
    readonly approval: string;
    readonly by: StaffId;
    readonly how: 'pin' | 'badge' | 'code';
    readonly word: string;
    readonly subject: string;
    /** Which leave, where it is more than the word's own. */
    readonly permission?: Permission;
  };
  /** Who asked is the fact's actor. */
  'approval-used': { readonly approval: string; readonly by: StaffId; readonly word: string };
};
