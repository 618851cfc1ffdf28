import type { Cancel } from '../../shared/env.ts';
import { assert } from '../../shared/lib/assert.ts';
import type { ReadDb } from '../db/open.ts';
import { type EffectKind, type FeatureParts, systemActor, type Tx } from './feature.ts';

export type Effect = {
  readonly id: number;
  readonly kind: EffectKind;
  readonly lane: string;
  readonly body: Readonly<Record<string, string | number | boolean | null>>;
  readonly tries: number;
};

/** How an effect goes and ends. Every step is one transaction: what it means is applied with it. `inMs` at most `napMaxMs`. */
export type Settle = {
  /** Before the first step that the world can see. From here on, a till that dies was in the middle of it (`crashed`). */
  begin(apply: (tx: Tx) => void): void;
  /** The work is done, or given up; `apply` writes what came of it. */
  done(apply: (tx: Tx) => void): void;
  /** The world is not ready; ask again later. */
  again(inMs: number, apply: (tx: Tx) => void): void;
};

/** What carries one kind of effect out, oldest first; in a lane one after the other. */
export type EffectRunner = {
  readonly kind: EffectKind;
  /** Lanes of this kind that are carried out at the same time; 1 where it is not said. */
  readonly atOnce?: number;
  /** The longest it puts anything off; see `napMaxMs`. */
  readonly napMaxMs?: number;
  run(effect: Effect, settle: Settle): Promise<void>;
  /** The till died after `begin`, or the end could not be written down; says what is now believed. The effect is gone after it. */
  crashed(effect: Effect, tx: Tx): void;
};

type Row = { id: number; kind: EffectKind; lane: string; body: string; tries: number; due_at: number };

/** Where a runner names no other: nothing is put off for longer; what lies further ahead was written before the clock was set back, and is due. */
export const napMaxMs = 60_000;
/** After a fault (a full disk, mostly), before the next try. */
const faultNapMs = 1_000;

/**
 * Carries out what commands left in the outbox table, after their commit. Asynchronous work lives here
 * and nowhere else; it never holds a transaction open.
 */
export class Outbox {
  readonly #parts: FeatureParts;
  readonly #runners: ReadonlyMap<EffectKind, EffectRunner>;
  /** Lanes being carried out, of each kind. */
  readonly #busy: ReadonlyMap<EffectKind, Set<string>>;
  readonly #naps = new Map<EffectKind, Cancel>();
  #woken = false;
  #stopped = false;

  constructor(parts: FeatureParts, runners: readonly EffectRunner[]) {
    this.#parts = parts;
    this.#runners = new Map(runners.map(runner => [runner.kind, runner]));
    this.#busy = new Map(runners.map(({ kind }) => [kind, new Set<string>()]));
  }

  /** Settles what a crash interrupted, then begins. */
  start(): void {
    for (const kind of this.#runners.keys()) this.#settleInterrupted(kind);
    this.wake();
  }

  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#naps.values()) cancel();
  }

  /**
   * Something may be due. Cheap to call after every commit: what is due begins in a turn of its own, when
   * the answer to the command has gone out.
   */
  wake(): void {
    if (this.#woken) return;
    this.#woken = true;
    this.#parts.env.after(0, () => {
      this.#woken = false;
      for (const kind of this.#runners.keys()) this.#next(kind);
    });
  }

  #next(kind: EffectKind): void {
    const { atOnce = 1, napMaxMs: longestMs = napMaxMs } = this.#runners.get(kind)!;
    const busy = this.#busy.get(kind)!;
    this.#naps.get(kind)?.();
    while (!this.#stopped && busy.size < atOnce) {
      const row = firstDue(this.#parts.db, kind, busy);
      if (!row) return;
      const waitMs = row.due_at - this.#parts.steadyMs();
      if (waitMs > 0 && waitMs <= longestMs) {
        this.#naps.set(
          kind,
          this.#parts.env.after(waitMs, () => this.#next(kind)),
        );
        return;
      }
      busy.add(row.lane);
      this.#parts.env.spawn(`outbox.${kind}`, () => this.#carryOut(row));
    }
  }

  async #carryOut(row: Row): Promise<void> {
    const { kind, lane } = row;
    const effect = toEffect(row);
    try {
      await this.#runners.get(kind)!.run(effect, this.#settling(effect));
    } catch (error) {
      this.#recoverLater(kind, lane);
      throw error;
    }
    this.#busy.get(kind)!.delete(lane);
    this.#next(kind);
  }

  /** Stays busy over the nap: at once it would fail again, and the till would do nothing else. */
  #recoverLater(kind: EffectKind, lane: string): void {
    if (this.#stopped) return;
    this.#parts.env.after(faultNapMs, () =>
      this.#parts.env.spawn(`outbox.${kind}`, async () => {
        if (this.#stopped) return;
        try {
          this.#settleInterrupted(kind, lane);
        } catch (error) {
          this.#recoverLater(kind, lane);
          throw error;
        }
        this.#busy.get(kind)!.delete(lane);
        this.#next(kind);
      }),
    );
  }

  /** What ran and was never settled, because the till died or the disk took no answer. */
  #settleInterrupted(kind: EffectKind, lane: string | null = null): void {
    const interrupted = this.#parts.db.all<Row>(
      `SELECT ${columns} FROM outbox WHERE kind = :kind AND running = 1 AND (:lane IS NULL OR lane = :lane) ORDER BY id`,
      { kind, lane },
    );
    for (const row of interrupted) {
      this.#parts.act(systemActor, tx => {
        forget(tx, row);
        this.#runners.get(kind)!.crashed(toEffect(row), tx);
      });
    }
  }

  #settling(effect: Effect): Settle {
    const end = (work: (tx: Tx) => void) => {
      if (!this.#stopped) this.#parts.act(systemActor, work);
    };
    return {
      begin: apply =>
        end(tx => {
          apply(tx);
          tx.db.run('UPDATE outbox SET running = 1, tries = tries + 1 WHERE id = ? AND lane = ?', [
            effect.id,
            effect.lane,
          ]);
        }),
      done: apply =>
        end(tx => {
          forget(tx, effect);
          apply(tx);
        }),
      again: (inMs, apply) =>
        end(tx => {
          assert(inMs <= napMaxMs, 'nothing is put off for longer than the longest nap');
          apply(tx);
          tx.db.run('UPDATE outbox SET running = 0, due_at = ? WHERE id = ? AND lane = ?', [
            tx.steadyMs + inMs,
            effect.id,
            effect.lane,
          ]);
        }),
    };
  }
}

/**
 * Before what it leads to is written, and in its own lane only: SQLite gives the id of the last row to the next
 * one again, and what was taken back while it was carried out has left its id to somebody else's work.
 */
const forget = (tx: Tx, { id, lane }: { readonly id: number; readonly lane: string }): void =>
  void tx.db.run('DELETE FROM outbox WHERE id = ? AND lane = ?', [id, lane]);

const columns = 'id, kind, lane, body, tries, due_at';

/**
 * The first that waits in a lane nobody works on. A busy lane has one waiting at most, so few rows are enough.
 * `IN (?)`, and the limit written out: after `= ?` with an ORDER BY, and after `LIMIT ?`, SQLite plans anew at
 * every run, at six times the cost.
 */
const firstDue = (db: ReadDb, kind: EffectKind, busy: ReadonlySet<string>): Row | undefined =>
  db
    .all<Row>(
      `SELECT ${columns} FROM outbox WHERE kind IN (?) AND running = 0 ORDER BY due_at, id LIMIT ${busy.size + 1}`,
      [kind],
    )
    .find(({ lane }) => !busy.has(lane));

const toEffect = (row: Row): Effect => ({
  id: row.id,
  kind: row.kind,
  lane: row.lane,
  body: JSON.parse(row.body) as Effect['body'],
  tries: row.tries,
});
