import type { SessionView } from '../../../shared/contract/session.ts';
import { findWord } from '../../../shared/contract/words.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { type No, ok } from '../../../shared/lib/result.ts';
import {
  type Actor,
  type Feature,
  type FeatureParts,
  type Refusal,
  refuse,
  type Tx,
} from '../../core/feature.ts';
import type { SetupReads } from '../../core/ports.ts';
import type { Session } from '../../core/session.ts';
import type { WriteDb } from '../../db/open.ts';
import { Lockout } from './lockout.ts';

export type SessionPorts = {
  readonly session: Session;
  readonly setup: SetupReads;
  /** Whether the PIN is the one behind the hash, or that its key is `lost`; slow on purpose. */
  readonly verifyPin: (pinHash: string, pin: string) => Promise<boolean | 'lost'>;
};

/** Signing in and out, and a manager's leave on the spot. */
export function sessionFeature(parts: FeatureParts, ports: SessionPorts): Feature<'session'> {
  const { session, setup } = ports;
  const lockout = new Lockout(parts);
  const verify = async ({ staff, pin = '' }: { staff: StaffId; pin?: string | undefined }) => {
    const pinHash = setup.staff(staff)?.pinHash;
    return pinHash ? ports.verifyPin(pinHash, pin) : false;
  };
  const signIn = (staff: StaffId, role: Role, tx: Tx) => {
    tx.committed(() => session.signIn(staff, role));
    tx.touch('session');
    return ok(view(ports, { id: staff, staff, role }));
  };
  /** Who has proved to be themselves, or why not. A wrong PIN counts even when many are tried at once. */
  const prove = (staff: StaffId, right: boolean, tx: Tx): No<Refusal> | null => {
    // Nobody of that name works here: the journal takes no text from somebody unknown.
    if (!setup.staff(staff)) return refuse('pin-wrong', { triesLeft: 0 });
    const seconds = lockout.secondsLeft(staff);
    if (seconds > 0) return refuse('pin-locked', { seconds });
    if (right) return null;
    const failure = lockout.failed(staff, tx);
    return failure.locked
      ? refuse('pin-locked', { seconds: failure.seconds })
      : refuse('pin-wrong', { triesLeft: failure.triesLeft });
  };
  return {
    family: 'session',
    prepare: { signIn: verify, approve: verify },
    commands: {
      signIn: ({ staff }, tx, right) => {
        if (right === 'lost') {
          // The shop must sell, and who it is can't be told: a cashier's rights, and the journal says why. Whoever
          // can take the key file away could run the command line as well, so nothing is given that was not had.
          tx.record('signed-in-unproved', { staff });
          return signIn(staff, 'cashier', tx);
        }
        const refused = prove(staff, right === true, tx);
        if (refused) return refused;
        tx.record('signed-in', { staff });
        return signIn(staff, setup.staff(staff)!.role, tx);
      },
      signOut: (_input, tx) => {
        if (session.staff) tx.record('signed-out', { staff: session.staff.id });
        tx.committed(() => session.signOut());
        tx.touch('session');
        return ok(view(ports, { id: 'nobody', staff: null, role: 'nobody' }));
      },
      approve: ({ staff, word, subject }, tx, right) => {
        if (right === 'lost') return refuse('pin-lost', {});
        const refused = prove(staff, right === true, tx);
        if (refused) return refused;
        const person = setup.staff(staff)!;
        const permission = findWord(word)?.permission;
        if (!permission || !session.canApprove(person.role, permission))
          return refuse('not-allowed', { permission: permission ?? word });
        const approval = parts.env.newId();
        tx.record('approval-given', { approval, by: staff, word, subject });
        tx.committed(() => session.addApproval(approval, staff, word, subject));
        return ok({ approval, by: person.name });
      },
    },
    queries: {},
    watches: { current: { topics: ['session', 'setup'], read: (_input, actor) => view(ports, actor) } },
    tables: ['pin_failures'],
    project: {
      'sign-in-failed': ({ body }, db) => {
        db.run(
          'INSERT INTO pin_failures (staff, failures) VALUES (?, 1) ON CONFLICT (staff) DO UPDATE SET failures = failures + 1',
          [body.staff],
        );
      },
      'signed-in': ({ body }, db) => forgive(body.staff, db),
      'pin-set': ({ body }, db) => forgive(body.staff, db),
    },
    react: {},
  };
}

const forgive = (staff: StaffId, db: WriteDb): void => {
  db.run('DELETE FROM pin_failures WHERE staff = ?', [staff]);
};

function view({ session, setup }: SessionPorts, actor: Actor): SessionView {
  const staff = actor.staff === null ? undefined : setup.staff(actor.staff);
  const { role } = actor;
  return {
    staff: staff && role !== 'nobody' ? { id: staff.id, name: staff.name, role } : null,
    permissions: session.permissionsOf(actor),
  };
}
