import {
  type Refusal,
  type RefusalCode,
  type Refusals,
  refusal,
  type ToldBelow,
} from '../../shared/contract/refusals.ts';
import type { Caller } from '../../shared/contract/router.ts';
import type {
  Answer,
  CheckedOf,
  CommandName,
  OutputOf,
  QueryName,
  WatchName,
  WordName,
} from '../../shared/contract/words.ts';
import type { Fact, FactKind, Facts } from '../../shared/domain/facts.ts';
import type { Standing } from '../../shared/domain/roles.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import type { Env } from '../../shared/env.ts';
import { type No, no } from '../../shared/lib/result.ts';
import type { ReadDb, WriteDb } from '../db/open.ts';
import type { RightOfWay } from './right-of-way.ts';

/** What a change touches; a watch names the topics it must be asked again for. */
export type Topic =
  | 'session'
  | 'setup'
  | 'health'
  | 'cart'
  | 'held'
  | 'moments'
  | 'quick-keys'
  | 'catalog'
  | 'shift'
  | 'jobs'
  | 'payments'
  | 'invoices'
  | 'sync'
  | 'backups'
  | 'practice';

/** Who acts. `id` stands in the journal: a staff id, `system`, or `cli:NAME`. `customer` only watches. */
export type Actor = { readonly id: string; readonly staff: StaffId | null; readonly role: Standing };

/** Work for after the commit, written with it: see `outbox.ts`. */
export type EffectKind = 'print' | 'payment' | 'refund' | 'backup';

/** Effects of one lane follow each other, and at most one of them waits; lanes do not wait for each other. */
export type EffectPlace = { readonly lane: string; readonly inMs: number };

/** One command's hold on the till: everything it does through it commits together, or not at all. */
export type Tx = {
  readonly db: WriteDb;
  readonly env: Env;
  readonly actor: Actor;
  /** Who allowed this command on the spot; null where nobody had to. */
  readonly approvedBy: StaffId | null;
  /** Wall ms of this command; the same for every fact of it. */
  readonly at: number;
  /** The same moment on the clock for deadlines (`FeatureParts.steadyMs`). */
  readonly steadyMs: number;
  /** Appends a fact to the journal, rebuilds its tables and lets features react, all in this transaction. */
  record<Kind extends FactKind>(
    kind: Kind,
    body: Facts[Kind],
    personal?: Readonly<Record<string, string>>,
  ): Fact<Kind>;
  /** Leaves work for the outbox, due at once; or in a lane, in place of what waits there. */
  effect(
    kind: EffectKind,
    body: Readonly<Record<string, string | number | boolean | null>>,
    place?: EffectPlace,
  ): void;
  /** Takes back what waits in a lane; what is being carried out goes on. */
  dropEffect(kind: EffectKind, lane: string): void;
  touch(topic: Topic): void;
  /** Runs `run` once all of this is on disk, before anybody is told: for what a feature keeps in memory only. */
  committed(run: () => void): void;
};

/** A command: checked input in, answer out, synchronously. A refusal commits what was written before it. */
export type CommandHandler<Name extends CommandName, Prepared = unknown> = (
  input: CheckedOf<Name>,
  tx: Tx,
  prepared: Prepared,
) => Answer<OutputOf<Name>>;

/** A fact's effect on the tables rebuilt from it; runs live and on replay, so it may look only at fact and tables. */
export type Project = { readonly [Kind in FactKind]?: (fact: Fact<Kind>, db: WriteDb) => void };

/** Tables that follow the journal in idle moments, many facts at a time: for what need not be in the fact's own transaction. */
export type LaterTables = {
  readonly tables: readonly string[];
  readonly project: Project;
  /** The journal row through which they have got. */
  readonly through: (db: ReadDb) => number;
};

/** What one fact leads to (further facts, effects, topics); never on replay. */
export type React = { readonly [Kind in FactKind]?: (fact: Fact<Kind>, tx: Tx) => void };

type CommandsOf<Family extends string> = {
  readonly [Name in CommandName as Name extends `${Family}.${infer Word}`
    ? Word
    : never]: CommandHandler<Name>;
};
type QueriesOf<Family extends string> = {
  readonly [Name in QueryName as Name extends `${Family}.${infer Word}` ? Word : never]: (
    input: CheckedOf<Name>,
  ) => Answer<OutputOf<Name>> | Promise<Answer<OutputOf<Name>>>;
};
type WatchesOf<Family extends string> = {
  readonly [Name in WatchName as Name extends `${Family}.${infer Word}` ? Word : never]: {
    readonly topics: readonly Topic[];
    readonly read: (input: CheckedOf<Name>, actor: Actor) => OutputOf<Name>;
  };
};
/** Slow work of a command, done before its transaction starts (hashing a PIN); it may read, not write. */
type PreparesOf<Family extends string> = {
  readonly [Name in CommandName as Name extends `${Family}.${infer Word}` ? Word : never]?: (
    input: CheckedOf<Name>,
    caller: Caller,
  ) => Promise<unknown>;
};

/**
 * Leave that a command needs beyond its word's own (`beyond` in the table), for what it would do as things stand;
 * null where none. `hidden`: not even that it needs any is told to who may not say the word itself.
 */
type LeavesOf<Family extends string> = {
  readonly [Name in CommandName as Name extends `${Family}.${infer Word}` ? Word : never]?: (
    input: CheckedOf<Name>,
    actor: Actor,
  ) => MoreLeave | null;
};
export type MoreLeave = { readonly about: readonly ToldBelow[]; readonly hidden: boolean };

/** What a feature gives to the core. Every word of its family has its handler here; the compiler checks that none is missing. */
export type Feature<Family extends string> = {
  readonly family: Family;
  readonly commands: CommandsOf<Family>;
  readonly queries: QueriesOf<Family>;
  /** What `read` gives is not changed afterwards: the next answer is compared with it. */
  readonly watches: WatchesOf<Family>;
  readonly prepare?: PreparesOf<Family>;
  readonly leave?: LeavesOf<Family>;
  /** Tables rebuilt from facts by `project`, and only by it; in an order in which they can be emptied. */
  readonly tables: readonly string[];
  readonly project: Project;
  /** Brought forward by the feature itself; `verify` rebuilds them as far as they have got. */
  readonly later?: LaterTables;
  readonly react: React;
};

/** A feature as the core keeps it, of whatever family; its words were typed where it was written. */
export type AnyFeature = Pick<Feature<never>, 'tables' | 'project' | 'later' | 'react'> & {
  readonly family: string;
  readonly commands: object;
  readonly queries: object;
  readonly watches: object;
  readonly prepare?: object;
  readonly leave?: object;
};

/** What every feature is made with: eyes on the database, the world, and leave to act outside a command. */
export type FeatureParts = {
  readonly db: ReadDb;
  readonly env: Env;
  /** Asked by long work before each of its pieces. */
  readonly way: RightOfWay;
  /** Runs `work` as one transaction of its own, as commands are; for answers from devices, imports and timers. */
  readonly act: <T>(actor: Actor, work: (tx: Tx) => T) => T;
  /**
   * As `act` of the system's own, for one slice of work that can begin again: not waited for until it is on
   * disk. What stands on it is done by `act`, which has everything before it on disk as well.
   */
  readonly slice: <T>(work: (tx: Tx) => T) => T;
  /**
   * Ms for deadlines on disk: the wall clock as it was at the till's start, plus what has passed since.
   * Setting the clock moves no deadline while the till runs.
   */
  readonly steadyMs: () => number;
};

export const systemActor: Actor = { id: 'system', staff: null, role: 'nobody' };

export const refuse = <Code extends RefusalCode>(code: Code, params: Refusals[Code]): No<Refusal> =>
  no(refusal(code, params));

export type { Answer, Refusal, WordName };
