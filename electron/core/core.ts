import type { z } from 'zod';
import { type Refusal, refusal } from '../../shared/contract/refusals.ts';
import type { Caller, CommandEnvelope, CorePort, StopSignal } from '../../shared/contract/router.ts';
import type { Word } from '../../shared/contract/word.ts';
import { type Answer, findWord, type WordName } from '../../shared/contract/words.ts';
import type { Fact, FactKind, Facts } from '../../shared/domain/facts.ts';
import { mayDo } from '../../shared/domain/roles.ts';
import type { Env } from '../../shared/env.ts';
import { assert } from '../../shared/lib/assert.ts';
import type { Json } from '../../shared/lib/canonical.ts';
import { no, ok } from '../../shared/lib/result.ts';
import type { WriteDb } from '../db/open.ts';
import { Answers } from './answers.ts';
import {
  type Actor,
  type AnyFeature,
  type EffectKind,
  type FeatureParts,
  type MoreLeave,
  systemActor,
  type Topic,
  type Tx,
} from './feature.ts';
import { Journal, type TillIdentity } from './journal.ts';
import { giverOf, refusedLeave, type Said } from './leave.ts';
import { RightOfWay } from './right-of-way.ts';
import type { Session } from './session.ts';
import { Watchers } from './watchers.ts';

type Handler = (input: unknown, tx: Tx, prepared: unknown) => Answer<unknown>;
/** What waits for the commit: who is told, and what is done in memory. */
type Aftermath = { readonly touched: Set<Topic>; readonly committed: (() => void)[] };
type Prepare = (input: unknown, caller: Caller) => Promise<unknown>;
type AsksMore = (input: unknown, actor: Actor) => MoreLeave | null;
type Envelope = { readonly word: string; readonly approval?: string | undefined };

export type CoreParts = {
  readonly db: WriteDb;
  readonly env: Env;
  readonly identity: TillIdentity;
};

/**
 * One command, one synchronous transaction, then tell the watchers. Everything that can change the till
 * comes through here: pages and command lines by word (`submit`), devices, timers and outbox answers by
 * `act`. What was checked is still true when it is written, because nothing in between awaits.
 */
export class Core implements CorePort {
  readonly #db: WriteDb;
  readonly #env: Env;
  readonly #journal: Journal;
  readonly #watchers = new Watchers();
  readonly #features = new Map<string, AnyFeature>();
  /** Commands that are being prepared, so that the same one sent again meanwhile waits for the same answer. */
  readonly #underWay = new Map<string, Promise<Answer<unknown>>>();
  #session: Session | null = null;
  #afterCommit: () => void = () => {};
  readonly #answers: Answers;
  /** What features are made with. */
  readonly parts: FeatureParts;

  constructor({ db, env, identity }: CoreParts) {
    this.#db = db;
    this.#env = env;
    this.#journal = new Journal(db, env, identity);
    this.#answers = new Answers(db);
    const aheadMs = env.wallMs() - env.monotonicMs();
    this.parts = {
      db,
      env,
      way: new RightOfWay(env),
      act: (actor, work) => this.#commit(actor, work),
      slice: work =>
        this.#commit(
          systemActor,
          work,
          () => null,
          run => db.slice(run),
        ),
      steadyMs: () => env.monotonicMs() + aheadMs,
    };
  }

  /** Puts the house together; once, before the first word. `afterCommit` runs after every commit. */
  open(features: readonly AnyFeature[], session: Session, afterCommit: () => void): void {
    for (const feature of features) {
      assert(!this.#features.has(feature.family), `one feature is called ${feature.family}`);
      this.#features.set(feature.family, feature);
    }
    this.#session = session;
    this.#afterCommit = afterCommit;
  }

  async submit(envelope: CommandEnvelope, caller: Caller): Promise<Answer<unknown>> {
    const checked = this.#check('command', envelope.word, envelope.input, caller);
    if (!checked.ok) return checked;
    this.#letFirst(checked.value.word);
    const { feature, name, word, input } = checked.value;
    const prepare = (feature.prepare as Readonly<Record<string, Prepare>> | undefined)?.[name];
    const perform = (prepared?: unknown) => this.#perform(envelope, word, input, caller, prepared);
    try {
      if (!prepare) return perform();
      return await this.#once(envelope.id, async () =>
        perform(
          this.#leave(envelope, word, input, caller) === null ? await prepare(input, caller) : undefined,
        ),
      );
    } catch (error) {
      const incident = this.#incident(envelope.word, error);
      return no(isDiskTrouble(error) ? refusal('disk-trouble', {}) : incident);
    }
  }

  /** Preparing may do something outside (enrol at a gateway): it is not done twice for one command. */
  async #once(id: string, work: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    const known = this.#answers.find(id) ?? this.#underWay.get(id);
    if (known) return known;
    const answer = work().finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, answer);
    return answer;
  }

  async query(name: string, input: unknown, caller: Caller): Promise<Answer<unknown>> {
    const checked = this.#check('query', name, input, caller);
    if (!checked.ok) return checked;
    this.#letFirst(checked.value.word);
    const { feature, word } = checked.value;
    const handlers = feature.queries as Readonly<
      Record<string, (input: unknown) => Answer<unknown> | Promise<Answer<unknown>>>
    >;
    try {
      // What a handler reads after it has waited for something is of a later moment.
      return await this.#db.reading(() => {
        const refused = this.#leave({ word: name }, word, checked.value.input, caller);
        return refused ? no(refused) : handlers[checked.value.name]!(checked.value.input);
      });
    } catch (error) {
      return no(this.#incident(name, error));
    }
  }

  async *watch(
    name: string,
    input: unknown,
    caller: Caller,
    signal: StopSignal,
  ): AsyncGenerator<Answer<unknown>> {
    const checked = this.#check('watch', name, input, caller);
    if (!checked.ok) {
      yield checked;
      return;
    }
    const { feature, word } = checked.value;
    const watches = feature.watches as Readonly<
      Record<string, { topics: readonly Topic[]; read: (input: unknown, actor: Actor) => unknown }>
    >;
    const { topics, read } = watches[checked.value.name]!;
    // Who is signed in decides what may be seen, so every watch also follows the session.
    yield* this.#watchers.follow(
      [...topics, 'session'],
      () => {
        try {
          return this.#db.reading(() => {
            const refused = this.#leave({ word: name }, word, checked.value.input, caller);
            return refused ? no(refused) : ok(read(checked.value.input, this.#theSession.actorOf(caller)));
          });
        } catch (error) {
          return no(this.#incident(name, error));
        }
      },
      signal,
    );
  }

  /** For an idle moment. */
  forgetOldAnswers(): void {
    this.#answers.forgetOld();
  }

  /** Wakes watchers for something that lives in memory only, such as a device's health. */
  tell(...topics: readonly Topic[]): void {
    this.#watchers.tell(new Set(topics));
  }

  get #theSession(): Session {
    assert(this.#session, 'the core has been opened');
    return this.#session;
  }

  #check(kind: Word['kind'], name: string, raw: unknown, caller: Caller) {
    const word = findWord(name);
    if (caller.kind === 'customer' && !isForCustomers(kind, word)) {
      this.#env.log('warn', 'customer.refused', { verb: kind, word: name.slice(0, 64) });
      return no(refusal('only-watches', {}));
    }
    const [family = '', short = ''] = name.split('.');
    const feature = this.#features.get(family);
    if (!word || word.kind !== kind || !feature)
      return no(refusal('unknown-word', { word: name.slice(0, 64) }));
    const input = word.input.safeParse(raw ?? {});
    if (!input.success) return no(refusal('bad-input', firstProblem(input.error)));
    return ok({ feature, name: short, word, input: input.data });
  }

  /** Words of a cashier's are said with somebody waiting; a manager who imports a list watches it going on. */
  #letFirst(word: Word): void {
    if (mayDo.cashier.includes(word.permission)) this.parts.way.take();
  }

  /** Null when the word may be said; else why not. */
  #leave(said: Envelope, word: Word, input: unknown, caller: Caller): Refusal | null {
    const actor = this.#theSession.actorOf(caller);
    return refusedLeave(this.#theSession, actor, this.#said(said, word, input, actor));
  }

  #said({ word: name, approval }: Envelope, word: Word, input: unknown, actor: Actor): Said {
    const [family = '', short = ''] = name.split('.');
    const asks = this.#features.get(family)?.leave as Readonly<Record<string, AsksMore>> | undefined;
    const more = word.beyond === undefined ? null : (asks?.[short]?.(input, actor) ?? null);
    return { name: name as WordName, word, input: input as Json, approval, more };
  }

  #perform(
    envelope: CommandEnvelope,
    word: Word,
    input: unknown,
    caller: Caller,
    prepared: unknown,
  ): Answer<unknown> {
    if (caller.kind === 'page') this.#theSession.acted();
    const actor = this.#theSession.actorOf(caller);
    const work = (tx: Tx): Answer<unknown> => {
      const remembered = this.#answers.find(envelope.id);
      if (remembered) return remembered;
      // First of all that follows the commit: what is done there may say commands itself.
      tx.committed(() => this.#answers.committed(envelope.id));
      const { approval } = envelope;
      if (approval !== undefined) tx.committed(() => this.#theSession.spendApproval(approval));
      const refused = this.#leave(envelope, word, input, caller);
      const given = refused ? no(refused) : this.#handle(envelope, input, tx, prepared);
      this.#answers.keep(envelope.id, given);
      return given;
    };
    const approvedBy =
      envelope.approval === undefined
        ? null
        : giverOf(this.#theSession, this.#said(envelope, word, input, actor));
    return this.#commit(
      actor,
      tx => work({ ...tx, approvedBy }),
      () => this.#answers.find(envelope.id),
    );
  }

  #handle(envelope: CommandEnvelope, input: unknown, tx: Tx, prepared: unknown): Answer<unknown> {
    const [family = '', name = ''] = envelope.word.split('.');
    const handlers = this.#features.get(family)!.commands as unknown as Readonly<Record<string, Handler>>;
    const answer = handlers[name]!(input, tx, prepared);
    const { approval, word } = envelope;
    if (approval !== undefined && tx.approvedBy && answer.ok)
      tx.record('approval-used', { approval, by: tx.approvedBy, word });
    return answer;
  }

  /** `found` looks for the work's result in a file whose COMMIT failed; null where it is not in. */
  #commit<T>(
    actor: Actor,
    work: (tx: Tx) => T,
    found: () => T | null = () => null,
    transaction = (run: () => T): T => this.#db.transaction(run),
  ): T {
    const aftermath: Aftermath = { touched: new Set(), committed: [] };
    const result = this.#soundly(() => transaction(() => work(this.#tx(actor, aftermath))), found);
    try {
      for (const run of aftermath.committed) run();
      if (aftermath.touched.size > 0) this.#watchers.tell(aftermath.touched);
      this.#afterCommit();
    } catch (error) {
      // What is on disk is done: trouble after that is ours to know, not a reason to say it failed.
      this.#incident('after-commit', error);
    }
    return result;
  }

  /**
   * A COMMIT that failed on the disk may still be on the disk. So after trouble with it the file is
   * opened anew and asked; only then is anybody told that it failed.
   */
  #soundly<T>(transaction: () => T, found: () => T | null): T {
    try {
      return transaction();
    } catch (error) {
      if (!isDiskTrouble(error)) throw error;
      this.#incident('disk', error);
      this.#db.reopen();
      const result = found();
      if (result === null) throw error;
      return result;
    }
  }

  #tx(actor: Actor, { touched, committed }: Aftermath): Tx {
    const at = this.#env.wallMs();
    const steadyMs = this.parts.steadyMs();
    const tx: Tx = {
      db: this.#db,
      env: this.#env,
      actor,
      approvedBy: null,
      at,
      steadyMs,
      record: <Kind extends FactKind>(
        kind: Kind,
        body: Facts[Kind],
        personal?: Readonly<Record<string, string>>,
      ) => {
        const fact = this.#journal.append(kind, actor.id, at, body, personal);
        touched.add('sync');
        this.#meet(fact as unknown as Fact, tx);
        return fact;
      },
      effect: (kind: EffectKind, body, place) => {
        if (place) tx.dropEffect(kind, place.lane);
        this.#db.run('INSERT INTO outbox (kind, body, due_at, lane) VALUES (?, ?, ?, ?)', [
          kind,
          JSON.stringify(body),
          steadyMs + (place?.inMs ?? 0),
          place?.lane ?? '',
        ]);
      },
      dropEffect: (kind, lane) => {
        this.#db.run('DELETE FROM outbox WHERE kind = ? AND lane = ? AND running = 0', [kind, lane]);
      },
      touch: topic => {
        touched.add(topic);
      },
      committed: run => {
        committed.push(run);
      },
    };
    return tx;
  }

  /** All tables first, then all reactions, so that a reaction reads every table as the fact left it. */
  #meet(fact: Fact, tx: Tx): void {
    for (const feature of this.#features.values()) project(feature, fact, this.#db);
    for (const feature of this.#features.values()) {
      (feature.react[fact.kind] as ((fact: Fact, tx: Tx) => void) | undefined)?.(fact, tx);
    }
  }

  #incident(where: string, error: unknown): Refusal {
    const incident = this.#env.newId().slice(-8);
    // The error itself, not its text: the log masks what an error's words may quote.
    this.#env.log('error', 'incident', { incident, where, error });
    return refusal('internal', { incident });
  }
}

/** One feature's tables after one fact; the same call live and on replay. */
export function project(feature: Pick<AnyFeature, 'project'>, fact: Fact, db: WriteDb): void {
  (feature.project[fact.kind] as ((fact: Fact, db: WriteDb) => void) | undefined)?.(fact, db);
}

/**
 * Whether the customer's screen may say it: watch what faces the customer. Looked at before anything else is, so that
 * no input of its is read, no answer of somebody else's repeated to it, and nothing of it is remembered.
 */
const isForCustomers = (verb: Word['kind'], word: Word | undefined): boolean =>
  verb === 'watch' && word?.kind === 'watch' && mayDo.customer.includes(word.permission);

function firstProblem(error: z.ZodError): { field: string; problem: string } {
  const issue = error.issues[0];
  return { field: issue?.path.join('.') ?? '', problem: issue?.code ?? 'invalid' };
}

const isDiskTrouble = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^SQLITE_(IOERR|FULL|CORRUPT|READONLY|CANTOPEN)/.test(error.code);
