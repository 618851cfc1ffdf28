import { z } from 'zod';
import type { Permission, Role } from '../domain/roles.ts';
import type { StaffId } from '../domain/sale.ts';
import { Id, None, Pin, StaffIdField } from './fields.ts';
import { command, watch } from './word.ts';

export type SessionView = {
  readonly staff: { readonly id: StaffId; readonly name: string; readonly role: Role } | null;
  /** What may be done without asking anybody. */
  readonly permissions: readonly Permission[];
};

/** Leave for one act, given on the spot: works once, for this word on this cart, for 60 s. */
export type ApprovalView = { readonly approval: string; readonly by: string };

export const session = {
  current: watch('open', None).returns<SessionView>(),
  /** `pin` is left out by whose PIN can't be checked (`StaffCard.pinLost`). */
  signIn: command('open', z.object({ staff: StaffIdField, pin: Pin.optional() })).returns<SessionView>(),
  signOut: command('open', None).returns<SessionView>(),
  approve: command(
    'open',
    z.object({ staff: StaffIdField, pin: Pin, word: Id, subject: z.string().max(64) }),
  ).returns<ApprovalView>(),
};
