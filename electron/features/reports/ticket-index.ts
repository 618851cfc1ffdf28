import type { Cancel } from '../../../shared/env.ts';
import { project } from '../../core/core.ts';
import type { FeatureParts, LaterTables } from '../../core/feature.ts';
import { facts, journalHead, someFacts } from '../../core/journal.ts';
import type { ReadDb } from '../../db/open.ts';
import { ticketProject } from './ticket-rows.ts';

/** Facts taken into the tables in one slice: some milliseconds. */
const factsPerSlice = 100;
/** So many facts wait before an idle moment is used: rows share pages then. */
const waitingEnough = 100;

const throughKey = 'tickets-through';

export const ticketsThrough = (db: ReadDb): number =>
  Number(db.get<{ value: string }>(`SELECT value FROM meta WHERE key = '${throughKey}'`)!.value);

/** The tables as they follow from the journal, as far as they have got. */
export const ticketsLater: LaterTables = {
  tables: ['tickets', 'watched_acts'],
  project: ticketProject,
  through: ticketsThrough,
};

/**
 * Tickets and watched acts, found without reading the journal. They follow it in idle moments and, before
 * anything is read of them, to its very end: slice by slice, and the till sells in between.
 */
export class TicketIndex {
  readonly #parts: FeatureParts;
  #underWay: Promise<void> | null = null;
  #pause: Cancel = () => {};

  constructor(parts: FeatureParts) {
    this.#parts = parts;
  }

  /** For an idle moment. */
  idle(): void {
    if (this.#waiting() >= waitingEnough) this.#parts.env.spawn('ticket-index', () => this.upToDate());
  }

  /** Resolves when every fact that was in the journal at the call is in the tables. */
  upToDate(): Promise<void> {
    if (this.#waiting() === 0) return Promise.resolve();
    this.#underWay ??= this.#follow();
    return this.#underWay;
  }

  /** A slice that waits for its turn is not done any more; the next start goes on from there. */
  stop(): void {
    this.#pause();
  }

  #waiting(): number {
    const { db } = this.#parts;
    return journalHead(db).seq - ticketsThrough(db);
  }

  async #follow(): Promise<void> {
    try {
      const ahead = facts(this.#parts.db, ticketsThrough(this.#parts.db));
      do await this.#turn();
      while (this.#takeSlice(ahead));
    } finally {
      // In the same breath as the last look at the journal: who comes later finds what is new by itself.
      this.#underWay = null;
    }
  }

  #turn(): Promise<void> {
    return new Promise(resolve => {
      this.#pause = this.#parts.env.after(0, resolve);
    });
  }

  /** False when nothing was left to take. */
  #takeSlice(ahead: ReturnType<typeof facts>): boolean {
    const slice = someFacts(ahead, factsPerSlice);
    if (slice.length === 0) return false;
    this.#parts.slice(tx => {
      for (const fact of slice) project(ticketsLater, fact, tx.db);
      tx.db.run(`UPDATE meta SET value = ? WHERE key = '${throughKey}'`, [String(slice.at(-1)!.seq)]);
    });
    return true;
  }
}
