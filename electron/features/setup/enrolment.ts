import { isAbove } from '../../../shared/domain/roles.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Feature, refuse } from '../../core/feature.ts';
import type { SetupReads } from '../../core/ports.ts';

export type CodePorts = {
  readonly signedIn: () => StaffId | null;
  /** A new secret, sealed, and the address that brings it to a phone. */
  readonly makeCodes: (
    shop: string,
    name: string,
  ) => Promise<{ readonly uri: string; readonly sealed: string }>;
  /** The step of time a code belongs to; null where it is wrong. */
  readonly stepOf: (sealed: string, code: string) => Promise<number | null | 'lost'>;
};

type Setup = Feature<'setup'>;
type Enrolment = {
  readonly prepare: NonNullable<Setup['prepare']>;
  readonly commands: Pick<Setup['commands'], 'enrolTotp' | 'confirmTotp' | 'removeTotp' | 'setSecondFactor'>;
  readonly totpUri: Setup['queries']['totpUri'];
};

/** One-time codes on a manager's phone. A secret is nobody's until its first code has been typed, and in memory till then. */
export function enrolment(reads: SetupReads, ports: CodePorts): Enrolment {
  type Pending = { readonly staff: StaffId; readonly uri: string; readonly sealed: string };
  let pending: Pending | null = null;
  /** Of the one who began, as long as nobody else has taken the till. */
  const mine = () => (pending && pending.staff === ports.signedIn() ? pending : null);
  return {
    prepare: {
      enrolTotp: () => {
        const staff = ports.signedIn();
        const name = staff === null ? '' : (reads.staff(staff)?.name ?? '');
        return ports.makeCodes(reads.settings().shop.name, name);
      },
      confirmTotp: async ({ code }) => {
        const begun = mine();
        return begun && { begun, step: await ports.stepOf(begun.sealed, code) };
      },
    },
    commands: {
      enrolTotp: (_input, tx, made) => {
        const { staff } = tx.actor;
        if (!staff) return refuse('not-signed-in', {});
        tx.committed(() => {
          pending = { staff, ...(made as Omit<Pending, 'staff'>) };
        });
        return ok({});
      },
      confirmTotp: (_input, tx, prepared) => {
        const { begun, step } = (prepared ?? {}) as { begun?: Pending; step?: number | null | 'lost' };
        if (!begun || begun !== mine()) return refuse('codes-not-set-up', {});
        if (typeof step !== 'number') return refuse('code-wrong', { triesLeft: null });
        tx.record('totp-enrolled', { staff: begun.staff }, { totp: begun.sealed });
        tx.record('code-used', { staff: begun.staff, step });
        tx.committed(() => {
          pending = null;
        });
        return ok({});
      },
      removeTotp: ({ staff }, tx) => {
        const person = reads.staff(staff);
        if (!person?.sealedCodes) return refuse('codes-not-set-up', {});
        if (isAbove(person.role, tx.actor.role)) return refuse('role-above-own', {});
        tx.record('totp-removed', { staff });
        return ok({});
      },
      setSecondFactor: ({ on }, tx) => {
        const { staff } = tx.actor;
        if (!staff) return refuse('not-signed-in', {});
        if (!reads.staff(staff)?.sealedCodes) return refuse('codes-not-set-up', {});
        tx.record('second-factor-set', { staff, on });
        return ok({});
      },
    },
    totpUri: () => {
      const begun = mine();
      return begun ? ok({ uri: begun.uri }) : refuse('codes-not-set-up', {});
    },
  };
}
