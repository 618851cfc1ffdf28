import type { Cancel } from '../../shared/env.ts';
import type { ReadDb } from '../db/open.ts';
import { type EffectKind, type FeatureParts, systemActor, type Tx } from './feature.ts';

export type Effect = {
  readonly id: number;
  readonly kind: EffectKind;
  readonly body: Readonly<Record<string, string | number | boolean | null>>;
  readonly tries: number;
};

/** How an effect ends. Every ending is one transaction: the answer is applied as the effect goes. */
export type Settle = {
  /** The work is done, or given up; `apply` writes what came of it. */
  done(apply: (tx: Tx) => void): void;
  /** The world is not ready; ask again later. */
  again(inMs: number, apply: (tx: Tx) => void): void;
};

/** What carries one kind of effect out. One effect of a kind runs at a time, oldest first. */
export type EffectRunner = {
  readonly kind: EffectKind;
  run(effect: Effect, settle: Settle): Promise<void>;
  /** The till died while this effect ran; says what is now believed. The effect is gone after it. */
  crashed(effect: Effect, tx: Tx): void;
};

type Row = { id: number; kind: EffectKind; body: string; tries: number; due_at: number };

/** Longest nap: a wall clock that jumped must not make due work wait for ever. */
const napMaxMs = 60_000;

/**
 * Carries out what commands left in the outbox table, after their commit. Asynchronous work lives here
 * and nowhere else; it never holds a transaction open.
 */
export class Outbox {
  readonly #parts: FeatureParts;
  readonly #runners: ReadonlyMap<EffectKind, EffectRunner>;
  readonly #busy = new Set<EffectKind>();
  readonly #naps = new Map<EffectKind, Cancel>();
  #stopped = false;

  constructor(parts: FeatureParts, runners: readonly EffectRunner[]) {
    this.#parts = parts;
    this.#runners = new Map(runners.map(runner => [runner.kind, runner]));
  }

  /** Settles what a crash interrupted, then begins. */
  start(): void {
    const interrupted = this.#parts.db.all<Row>(
      'SELECT id, kind, body, tries, due_at FROM outbox WHERE running = 1 ORDER BY id',
    );
    for (const row of interrupted) {
      this.#parts.act(systemActor, tx => {
        this.#runners.get(row.kind)?.crashed(toEffect(row), tx);
        tx.db.run('DELETE FROM outbox WHERE id = ?', [row.id]);
      });
    }
    this.wake();
  }

  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#naps.values()) cancel();
  }

  /** Something may be due. Cheap to call after every commit. */
  wake(): void {
    for (const kind of this.#runners.keys()) this.#next(kind);
  }

  #next(kind: EffectKind): void {
    if (this.#stopped || this.#busy.has(kind)) return;
    this.#naps.get(kind)?.();
    const row = firstDue(this.#parts.db, kind);
    if (!row) return;
    const waitMs = row.due_at - this.#parts.env.wallMs();
    if (waitMs > 0) {
      this.#naps.set(
        kind,
        this.#parts.env.after(Math.min(waitMs, napMaxMs), () => this.#next(kind)),
      );
      return;
    }
    this.#busy.add(kind);
    this.#parts.env.spawn(`outbox.${kind}`, () => this.#carryOut(kind, toEffect(row)));
  }

  async #carryOut(kind: EffectKind, effect: Effect): Promise<void> {
    try {
      this.#parts.act(systemActor, tx =>
        tx.db.run('UPDATE outbox SET running = 1, tries = tries + 1 WHERE id = ?', [effect.id]),
      );
      await this.#runners.get(kind)!.run(effect, this.#settling(effect));
    } finally {
      this.#busy.delete(kind);
      this.#next(kind);
    }
  }

  #settling(effect: Effect): Settle {
    const end = (sql: string, cells: readonly number[], apply: (tx: Tx) => void) => {
      if (this.#stopped) return;
      this.#parts.act(systemActor, tx => {
        apply(tx);
        tx.db.run(sql, cells);
      });
    };
    return {
      done: apply => end('DELETE FROM outbox WHERE id = ?', [effect.id], apply),
      again: (inMs, apply) =>
        end(
          'UPDATE outbox SET running = 0, due_at = ? WHERE id = ?',
          [this.#parts.env.wallMs() + inMs, effect.id],
          apply,
        ),
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
