import { looksLikeBadge } from '../../../shared/domain/badge.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { isAbove } from '../../../shared/domain/roles.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, type Feature, refuse, type Tx } from '../../core/feature.ts';
import type { CatalogReads, Person, SetupReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { staffRows } from './settings.ts';

export type PeoplePorts = {
  readonly catalog: () => CatalogReads;
  /** What is kept of a badge's text. */
  readonly badgeDigest: (text: string) => Promise<string>;
  /** Whether the text is the one behind the digest. */
  readonly badgeMatches: (digest: string, text: string) => boolean;
};

type Commands = Feature<'setup'>['commands'];
type PeopleCommands = Pick<
  Commands,
  'setRole' | 'rename' | 'setBlocked' | 'forgetStaff' | 'setBadge' | 'removeBadge'
>;
type Done = Answer<Record<string, never>>;

/** What is done about people who work here, each by somebody who stands no lower. */
export function peopleCommands(reads: SetupReads, ports: PeoplePorts): PeopleCommands {
  const withPerson = (staff: StaffId, tx: Tx, act: (person: Person) => Done): Done => {
    const person = reads.staff(staff);
    if (!person) return refuse('bad-input', { field: 'staff', problem: 'unknown' });
    if (isForgotten(person)) return refuse('staff-forgotten', {});
    return isAbove(person.role, tx.actor.role) ? refuse('role-above-own', {}) : act(person);
  };
  return {
    setRole: ({ staff, role }, tx) =>
      withPerson(staff, tx, ({ role: before }) => {
        if (isAbove(role, tx.actor.role)) return refuse('role-above-own', {});
        if (role !== 'owner' && isLastOwner(tx.db, staff)) return refuse('last-owner', {});
        if (role !== before) tx.record('role-changed', { staff, before, after: role });
        return ok({});
      }),
    rename: ({ staff, name }, tx) =>
      withPerson(staff, tx, person => {
        if (staffRows(tx.db).some(row => row.name === name && row.id !== staff))
          return refuse('name-taken', { name });
        tx.record('staff-renamed', { staff }, { name, pin: person.pinHash ?? '' });
        return ok({});
      }),
    setBlocked: ({ staff, blocked }, tx) =>
      withPerson(staff, tx, person => {
        if (blocked && isLastOwner(tx.db, staff)) return refuse('last-owner', {});
        if (person.blocked !== blocked) tx.record(blocked ? 'staff-blocked' : 'staff-unblocked', { staff });
        return ok({});
      }),
    // The owner's own leave is enough, so that the command line can do it too, which stands beside the roles.
    forgetStaff: ({ staff }, tx) => {
      const person = reads.staff(staff);
      if (!person) return refuse('bad-input', { field: 'staff', problem: 'unknown' });
      if (isForgotten(person)) return refuse('staff-forgotten', {});
      if (isLastOwner(tx.db, staff)) return refuse('last-owner', {});
      eraseRemembered(person.name, tx);
      tx.record('personal-erased', { staff });
      return ok({});
    },
    setBadge: ({ staff, text: raw }, tx, digest) =>
      withPerson(staff, tx, () => {
        const { text } = cleanScan(raw);
        if (!looksLikeBadge(text) || ports.catalog().itemsWithCode(text).length > 0)
          return refuse('badge-unfit', {});
        const owner = reads.badges().find(each => ports.badgeMatches(each.digest, text))?.staff;
        if (owner && owner !== staff) return refuse('badge-taken', { name: reads.staff(owner)!.name });
        tx.record('badge-set', { staff }, { badge: String(digest) });
        return ok({});
      }),
    removeBadge: ({ staff }, tx) =>
      withPerson(staff, tx, () => {
        tx.record('badge-removed', { staff });
        return ok({});
      }),
  };
}

/** Not on replay: the clear texts are no projection, and a copy that is rebuilt has none. */
export function erasePersonal(staff: StaffId, tx: Tx): void {
  tx.db.run('UPDATE personal SET value = NULL WHERE seq IN (SELECT seq FROM staff_told WHERE staff = ?)', [
    staff,
  ]);
}

/** Answers that are kept in case a command is sent again may hold the name; not one of them is still under way. */
function eraseRemembered(name: string, tx: Tx): void {
  const quoted = JSON.stringify(name);
  tx.db.run('UPDATE answers SET answer = replace(answer, ?, ?) WHERE instr(answer, ?) > 0', [
    quoted,
    '""',
    quoted,
  ]);
}

const isForgotten = (person: Person): boolean => person.pinHash === null;

/** The last one who may change everything, and is not blocked. */
const isLastOwner = (db: ReadDb, staff: StaffId): boolean => {
  const owners = staffRows(db).filter(({ role, blocked }) => role === 'owner' && blocked === 0);
  return owners.length === 1 && owners[0]!.id === staff;
};
