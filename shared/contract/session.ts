import { z } from 'zod';
import { type Permission, permissions, type Role } from '../domain/roles.ts';
import type { StaffId } from '../domain/sale.ts';
import { Id, None, OneTimeCode, Pin, ScanText, StaffIdField } from './fields.ts';
import { command, watch } from './word.ts';

export type SessionView = {
  readonly staff: { readonly id: StaffId; readonly name: string; readonly role: Role } | null;
  /** What may be done without asking anybody. */
  readonly permissions: readonly Permission[];
};

/** Leave for one act, given on the spot: works once, for this word on this cart, for 60 s. */
export type ApprovalView = { readonly approval: string; readonly by: string };

/** What leave is asked for: the word, a digest of everything that was said with it, and which leave where it is not the word's own. */
const asked = { word: Id, subject: z.string().max(64), permission: z.enum(permissions).optional() };

export const session = {
  current: watch('open', None).returns<SessionView>(),
  /**
   * `pin` is left out by whose PIN can't be checked (`StaffCard.pinLost`). `code-needed` asks for the same
   * again with a one-time code: the owner's second factor.
   */
  signIn: command(
    'open',
    z.object({ staff: StaffIdField, pin: Pin.optional(), code: OneTimeCode.optional() }),
  ).returns<SessionView>(),
  /** Signs in whose badge it is, in place of whoever was there. */
  badge: command('open', z.object({ text: ScanText })).returns<SessionView>(),
  signOut: command('open', None).returns<SessionView>(),
  approve: command('open', z.object({ staff: StaffIdField, pin: Pin, ...asked })).returns<ApprovalView>(),
  approveByBadge: command('open', z.object({ text: ScanText, ...asked })).returns<ApprovalView>(),
  /** A manager who is not in the shop reads a one-time code over the phone. */
  approveByCode: command(
    'open',
    z.object({ staff: StaffIdField, code: OneTimeCode, ...asked }),
  ).returns<ApprovalView>(),
  /** Lets somebody try again who is locked out; and badges, where those are. */
  unlock: command('manage-staff', z.object({ staff: StaffIdField })).returns<Record<string, never>>(),
};
