import type { Cancel } from '../../shared/env.ts';
import { assert } from '../../shared/lib/assert.ts';
import type { ReadDb } from '../db/open.ts';
import { type EffectKind, type FeatureParts, systemActor, type Tx } from './feature.ts';

export type Effect = {
  readonly id: number;
  readonly kind: EffectKind;
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

/** What carries one kind of effect out. One effect of a kind runs at a time, oldest first. */
export type EffectRunner = {
  readonly kind: EffectKind;
  run(effect: Effect, settle: Settle): Promise<void>;
  /** The till died after `begin`, or the end could not be written down; says what is now believed. The effect is gone after it. */
  crashed(effect: Effect, tx: Tx): void;
};

type Row = { id: number; kind: EffectKind; body: string; tries: number; due_at: number };

/** Nothing is put off for longer; what lies further ahead was written before the clock was set back, and is due. */
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
  readonly #busy = new Set<EffectKind>();
  readonly #naps = new Map<EffectKind, Cancel>();
  #woken = false;
  #stopped = false;

  constructor(parts: FeatureParts, runners: readonly EffectRunner[]) {
    this.#parts = parts;
    this.#runners = new Map(runners.map(runner => [runner.kind, runner]));
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
    if (this.#stopped || this.#busy.has(kind)) return;
    this.#naps.get(kind)?.();
    const row = firstDue(this.#parts.db, kind);
    if (!row) return;
    const waitMs = row.due_at - this.#parts.steadyMs();
    if (waitMs > 0 && waitMs <= napMaxMs) {
      this.#naps.set(
        kind,
        this.#parts.env.after(waitMs, () => this.#next(kind)),
      );
      return;
    }
    this.#busy.add(kind);
    this.#parts.env.spawn(`outbox.${kind}`, () => this.#carryOut(kind, toEffect(row)));
  }

  async #carryOut(kind: EffectKind, effect: Effect): Promise<void> {
    try {
      await this.#runners.get(kind)!.run(effect, this.#settling(effect));
    } catch (error) {
      this.#recoverLater(kind);
      throw error;
    }
    this.#busy.delete(kind);
    this.#next(kind);
  }

  /** Stays busy over the nap: at once it would fail again, and the till would do nothing else. */
  #recoverLater(kind: EffectKind): void {
    if (this.#stopped) return;
    this.#parts.env.after(faultNapMs, () =>
      this.#parts.env.spawn(`outbox.${kind}`, async () => {
        if (this.#stopped) return;
        try {
          this.#settleInterrupted(kind);
        } catch (error) {
          this.#recoverLater(kind);
          throw error;
        }
        this.#busy.delete(kind);
        this.#next(kind);
      }),
    );
  }

  /** What ran and was never settled, because the till died or the disk took no answer. */
  #settleInterrupted(kind: EffectKind): void {
    const interrupted = this.#parts.db.all<Row>(
      'SELECT id, kind, body, tries, due_at FROM outbox WHERE kind = ? AND running = 1 ORDER BY id',
      [kind],
    );
    for (const row of interrupted) {
      this.#parts.act(systemActor, tx => {
        this.#runners.get(kind)!.crashed(toEffect(row), tx);
        tx.db.run('DELETE FROM outbox WHERE id = ?', [row.id]);
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
          tx.db.run('UPDATE outbox SET running = 1, tries = tries + 1 WHERE id = ?', [effect.id]);
        }),
      done: apply =>
        end(tx => {
          apply(tx);
          tx.db.run('DELETE FROM outbox WHERE id = ?', [effect.id]);
        }),
      again: (inMs, apply) =>
        end(tx => {
          assert(inMs <= napMaxMs, 'nothing is put off for longer than the longest nap');
          apply(tx);
          tx.db.run('UPDATE outbox SET running = 0, due_at = ? WHERE id = ?', [
            tx.steadyMs + inMs,
            effect.id,
          ]);
        }),
    };
  }
}

const firstDue = (db: ReadDb, kind: EffectKind): Row | undefined =>
  db.get<Row>(
    'SELECT id, kind, body, tries, due_at FROM outbox WHERE kind = ? AND running = 0 ORDER BY due_at, id LIMIT 1',
    [kind],
  );

const toEffect = (row: Row): Effect => ({
  id: row.id,
  kind: row.kind,
  body: JSON.parse(row.body) as Effect['body'],
  tries: row.tries,
});
