import { createHash } from 'node:crypto';
import type { Caller } from '../../shared/contract/router.ts';
import type { WordName } from '../../shared/contract/words.ts';
import {
  approvable,
  askedEachTime,
  grantable,
  mayDo,
  type Permission,
  type Role,
} from '../../shared/domain/roles.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import type { Env } from '../../shared/env.ts';
import { canonicalJson, type Json } from '../../shared/lib/canonical.ts';
import type { Actor } from './feature.ts';

type Given = {
  readonly by: StaffId;
  readonly role: Role;
  readonly word: string;
  readonly subject: string;
};
type Approval = Given & { readonly expiresMs: number };
export type Leave = 'granted' | 'not-signed-in' | 'not-allowed' | 'needs-approval' | 'approval-not-valid';

const approvalLifeMs = 60_000;
const approvalsMax = 50;

/**
 * Who is at the till, and what they may do. Lives in memory: after a restart everybody signs in again,
 * and the cart is still there. Approvals work once, for one command with one input, for a minute.
 */
export class Session {
  readonly #env: Env;
  readonly #isSetUp: () => boolean;
  readonly #granted: () => readonly Permission[];
  readonly #approvals = new Map<string, Approval>();
  #staff: { readonly id: StaffId; readonly role: Role } | null = null;
  #actedMs = 0;

  /** `granted`: what the shop lets its cashiers do beyond their role. */
  constructor(env: Env, isSetUp: () => boolean, granted: () => readonly Permission[] = () => []) {
    this.#env = env;
    this.#isSetUp = isSetUp;
    this.#granted = granted;
  }

  get staff(): { readonly id: StaffId; readonly role: Role } | null {
    return this.#staff;
  }

  signIn(staff: StaffId, role: Role): void {
    this.signOut();
    this.#staff = { id: staff, role };
    this.acted();
  }

  /** Leave that was given to the one who goes is not the next one's to use. */
  signOut(): void {
    this.#staff = null;
    this.#approvals.clear();
  }

  /** Somebody at the page did something. */
  acted(): void {
    this.#actedMs = this.#env.monotonicMs();
  }

  /** How long nobody at the page has done anything. */
  idleMs(): number {
    return this.#env.monotonicMs() - this.#actedMs;
  }

  actorOf(caller: Caller): Actor {
    if (caller.kind === 'command-line') return { id: `cli:${caller.name}`, staff: null, role: 'operator' };
    if (caller.kind === 'customer') return { id: 'customer', staff: null, role: 'customer' };
    if (!this.#staff) return { id: 'nobody', staff: null, role: 'nobody' };
    return { id: this.#staff.id, staff: this.#staff.id, role: this.#staff.role };
  }

  permissionsOf(actor: Actor): readonly Permission[] {
    // The command line on the till's own machine may bring a price list before anybody has been hired.
    if (!this.#isSetUp() && actor.role !== 'operator' && actor.role !== 'customer')
      return [...mayDo.nobody, 'first-run'];
    const own = mayDo[actor.role];
    return actor.role === 'cashier' ? [...own, ...this.#granted()] : own;
  }

  /** Whether the actor may say this word with this input; an approval is only looked at here, and used up by `spendApproval`. */
  leaveFor(actor: Actor, { word, permission, subjects, approval }: Wanted): Leave {
    const holds = this.#may(actor, permission);
    if (holds && !askedEachTime.includes(permission)) return 'granted';
    if (actor.role === 'nobody') return 'not-signed-in';
    if (!approvable.includes(permission)) return 'not-allowed';
    if (approval === undefined) return 'needs-approval';
    const given = this.#given(approval, word, subjects());
    return given && this.canApprove(given.role, permission) ? 'granted' : 'approval-not-valid';
  }

  /** Most words of a cashier are asked about here, so the shop's setting is read for those it is about only. */
  #may(actor: Actor, permission: Permission): boolean {
    const isPlain = actor.role === 'cashier' && !grantable.includes(permission) && this.#isSetUp();
    return (isPlain ? mayDo.cashier : this.permissionsOf(actor)).includes(permission);
  }

  /** Whether a person of this role could allow the word. */
  canApprove(role: Role, permission: Permission): boolean {
    return approvable.includes(permission) && mayDo[role].includes(permission);
  }

  addApproval(approval: string, given: Given): void {
    if (this.#approvals.size >= approvalsMax) this.#approvals.clear();
    this.#approvals.set(approval, { ...given, expiresMs: this.#env.monotonicMs() + approvalLifeMs });
  }

  /** Who gave this leave, if it holds for this word and one of these subjects; null where it is for another, or too old. */
  giverOf(approval: string, word: string, subjects: readonly string[]): StaffId | null {
    return this.#given(approval, word, subjects)?.by ?? null;
  }

  #given(approval: string, word: string, subjects: readonly string[]): Given | null {
    const given = this.#approvals.get(approval);
    const holds =
      given?.word === word && subjects.includes(given.subject) && given.expiresMs > this.#env.monotonicMs();
    return holds ? given : null;
  }

  /** After the commit of the command it was for. */
  spendApproval(approval: string): void {
    this.#approvals.delete(approval);
  }
}

/** A word that somebody would say: the leave it needs, and what an approval of it may be bound to; of most words nobody asks. */
type Wanted = {
  readonly word: WordName;
  readonly permission: Permission;
  readonly subjects: () => readonly string[];
  readonly approval: string | undefined;
};

/**
 * What an approval is bound to: the word with everything that was said with it, so that 9折 allowed is not 1折
 * given; and what it would do beyond that, where that was told.
 */
export const subjectOf = (word: string, input: Json, about: Json = null): string =>
  createHash('sha256')
    .update(`${word}\n${canonicalJson(input)}${about === null ? '' : `\n${canonicalJson(about)}`}`)
    .digest('hex')
    .slice(0, 32);
