import type { SessionView } from '../../../shared/contract/session.ts';
import { findWord } from '../../../shared/contract/words.ts';
import type { SignInHow } from '../../../shared/domain/facts/people.ts';
import { isAbove, type Permission, type Role } from '../../../shared/domain/roles.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { ok } from '../../../shared/lib/result.ts';
import {
  type Actor,
  type Answer,
  type Feature,
  type FeatureParts,
  refuse,
  systemActor,
  type Tx,
} from '../../core/feature.ts';
import type { BadgeScans, PaymentScans, Person } from '../../core/ports.ts';
import type { Session } from '../../core/session.ts';
import { IdleLock } from './idle-lock.ts';
import { Lockout } from './lockout.ts';
import { sessionProject } from './project.ts';
import { type CodeCheck, Proving, type ProvingPorts } from './proving.ts';

export type SessionPorts = ProvingPorts & {
  readonly session: Session;
  readonly payments: () => PaymentScans;
};

export type SessionHouse = {
  readonly feature: Feature<'session'>;
  readonly scans: BadgeScans;
  /** How long somebody is locked out by wrong tries. */
  lockedSeconds(staff: StaffId): number;
  stop(): void;
};

/** Signing in and out, and a manager's leave on the spot. */
export function sessionFeature(parts: FeatureParts, ports: SessionPorts): SessionHouse {
  const { session, setup } = ports;
  const lockout = new Lockout(parts);
  const proving = new Proving(parts, ports, lockout);
  const lock = new IdleLock(parts.env, {
    session,
    minutes: () => setup.settings().autoLockMinutes,
    needsEyes: () => ports.payments().needsEyes(),
    signOut: () => parts.act(systemActor, tx => signOut('idle', tx)),
  });

  const signOut = (why: 'asked' | 'idle' | 'switched' | 'changed', tx: Tx) => {
    if (session.staff) tx.record('signed-out', { staff: session.staff.id, why });
    tx.committed(() => session.signOut());
    tx.touch('session');
  };
  /** Puts somebody at the till, in place of whoever was there. The cart is nobody's and stays. */
  const putAtTill = (staff: StaffId, role: Role, record: () => void, tx: Tx) => {
    if (session.staff && session.staff.id !== staff) signOut('switched', tx);
    record();
    tx.committed(() => {
      session.signIn(staff, role);
      lock.arm();
    });
    tx.touch('session');
    return ok(view(ports, { id: staff, staff, role }));
  };
  const signIn = ({ id, role }: Person, how: SignInHow, tx: Tx) =>
    putAtTill(id, role, () => tx.record('signed-in', { staff: id, how }), tx);
  const signInByBadge = (person: Person, tx: Tx) =>
    needsCode(person) ? refuse('badge-not-enough', {}) : signIn(person, 'badge', tx);
  const approve = (
    proved: Answer<Person>,
    how: 'pin' | 'badge' | 'code',
    { word, subject, permission: asked }: Asked,
    tx: Tx,
  ) => {
    if (!proved.ok) return proved;
    const { id, name, role } = proved.value;
    const permission = asked ?? findWord(word)?.permission;
    if (!permission || !session.canApprove(role, permission))
      return refuse('not-allowed', { permission: permission ?? word });
    const approval = parts.env.newId();
    tx.record('approval-given', {
      approval,
      by: id,
      how,
      word,
      subject,
      ...(asked && asked !== findWord(word)?.permission && { permission: asked }),
    });
    tx.committed(() => session.addApproval(approval, { by: id, role, word, subject }));
    return ok({ approval, by: name });
  };
  /** Whoever is at the till with leave they no longer have goes. */
  const changed = (staff: StaffId, tx: Tx) => {
    if (session.staff?.id === staff) signOut('changed', tx);
  };

  const feature: Feature<'session'> = {
    family: 'session',
    prepare: {
      signIn: async ({ staff, pin, code }) => ({
        pin: await proving.checkPin(staff, pin),
        code: await proving.checkCode(staff, code),
      }),
      approve: ({ staff, pin }) => proving.checkPin(staff, pin),
      approveByCode: ({ staff, code }) => proving.checkCode(staff, code),
    },
    commands: {
      signIn: ({ staff, code }, tx, checked) => {
        const right = checked as { pin: boolean | 'lost'; code: CodeCheck };
        if (right.pin === 'lost' && !setup.staff(staff)?.blocked) {
          // The shop must sell, and who it is can't be told: a cashier's rights, and the journal says why. Whoever
          // can take the key file away could run the command line as well, so nothing is given that was not had.
          return putAtTill(staff, 'cashier', () => tx.record('signed-in-unproved', { staff }), tx);
        }
        const person = proving.byPin(staff, right.pin === true, tx);
        if (!person.ok) return person;
        if (!needsCode(person.value)) return signIn(person.value, 'pin', tx);
        if (code === undefined) return refuse('code-needed', {});
        const proved = proving.byCode(staff, right.code, tx);
        return proved.ok ? signIn(proved.value, 'pin-and-code', tx) : proved;
      },
      badge: ({ text }, tx) => {
        const person = proving.byBadge(text, tx);
        return person.ok ? signInByBadge(person.value, tx) : person;
      },
      signOut: (_input, tx) => {
        signOut('asked', tx);
        return ok(view(ports, { id: 'nobody', staff: null, role: 'nobody' }));
      },
      approve: ({ staff, ...asked }, tx, right) =>
        right === 'lost'
          ? refuse('pin-lost', {})
          : approve(proving.byPin(staff, right === true, tx), 'pin', asked, tx),
      approveByBadge: ({ text, ...asked }, tx) => approve(proving.byBadge(text, tx), 'badge', asked, tx),
      approveByCode: ({ staff, ...asked }, tx, check) =>
        approve(proving.byCode(staff, check as CodeCheck, tx), 'code', asked, tx),
      unlock: ({ staff }, tx) => {
        const person = setup.staff(staff);
        if (!person) return refuse('bad-input', { field: 'staff', problem: 'unknown' });
        // Else a manager could try the owner's PIN out, five tries at a time.
        if (isAbove(person.role, tx.actor.role)) return refuse('role-above-own', {});
        tx.record('sign-in-unlocked', { staff });
        return ok({});
      },
    },
    queries: {},
    watches: { current: { topics: ['session', 'setup'], read: (_input, actor) => view(ports, actor) } },
    tables: ['pin_failures', 'used_codes'],
    project: sessionProject,
    react: {
      'sign-in-failed': (_fact, tx) => tx.touch('setup'),
      'signed-in': (_fact, tx) => tx.touch('setup'),
      'sign-in-unlocked': (_fact, tx) => tx.touch('setup'),
      'setting-changed': (_fact, tx) => tx.committed(() => lock.arm()),
      'staff-blocked': ({ body }, tx) => changed(body.staff, tx),
      'role-changed': ({ body }, tx) => changed(body.staff, tx),
      'personal-erased': ({ body }, tx) => changed(body.staff, tx),
    },
  };
  return {
    feature,
    scans: {
      signInWith: (text, tx) => {
        const staff = proving.personWith(text);
        if (staff === undefined) return undefined;
        const person = proving.byBadge(text, tx);
        const signedIn = person.ok ? signInByBadge(person.value, tx) : person;
        return signedIn.ok ? ok({ name: signedIn.value.staff?.name ?? '' }) : signedIn;
      },
    },
    lockedSeconds: staff => lockout.secondsLeft(staff),
    stop: () => lock.stop(),
  };
}

type Asked = {
  readonly word: string;
  readonly subject: string;
  readonly permission?: Permission | undefined;
};

const needsCode = ({ role, secondFactor, sealedCodes }: Person): boolean =>
  role === 'owner' && secondFactor && sealedCodes !== null;

function view({ session, setup }: SessionPorts, actor: Actor): SessionView {
  const staff = actor.staff === null ? undefined : setup.staff(actor.staff);
  const { role } = actor;
  return {
    staff:
      staff && role !== 'nobody' && role !== 'customer' ? { id: staff.id, name: staff.name, role } : null,
    permissions: session.permissionsOf(actor),
  };
}
