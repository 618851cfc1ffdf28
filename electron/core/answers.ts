import type { WriteDb } from '../db/open.ts';
import type { Answer } from './feature.ts';

/** Answers that are kept, about two days of a busy till; a command of before can't still be under way. */
const keptMax = 10_000;
const forgetEvery = 1_000;

/**
 * What commands were answered, so that one that is sent again is answered alike and not done twice. The answers stand
 * in the file, in the order they were given; where each stands is known in memory, for an index of ids would be one
 * more page in every commit.
 */
export class Answers {
  readonly #db: WriteDb;
  /** Oldest first. */
  readonly #places = new Map<string, number>();
  /** Where the last one stands that is known to be in the file. */
  #last = 0;
  #forgottenAt = 0;

  constructor(db: WriteDb) {
    this.#db = db;
    for (const { id, place } of db.each<{ id: string; place: number }>(
      'SELECT id, place FROM answers ORDER BY place',
    )) {
      this.#places.set(id, place);
      this.#last = place;
    }
  }

  /**
   * What this command was answered, or null. One whose COMMIT failed may be in the file all the same, and is found
   * there behind the last.
   */
  find(id: string): Answer<unknown> | null {
    const place = this.#places.get(id);
    const row =
      place === undefined
        ? this.#db.get<{ answer: string }>('SELECT answer FROM answers WHERE place > ? AND id = ?', [
            this.#last,
            id,
          ])
        : this.#db.get<{ answer: string }>('SELECT answer FROM answers WHERE place = ?', [place]);
    return row ? (JSON.parse(row.answer) as Answer<unknown>) : null;
  }

  /** Inside the command's transaction; `committed` is to follow. */
  keep(id: string, answer: Answer<unknown>): void {
    this.#db.run('INSERT INTO answers (place, id, answer) VALUES (?, ?, ?)', [
      this.#last + 1,
      id,
      JSON.stringify(answer),
    ]);
  }

  /** What `keep` wrote last is in the file. */
  committed(id: string): void {
    this.#last += 1;
    this.#places.set(id, this.#last);
  }

  /** For an idle moment: answers so old that nobody can still be waiting for them go. */
  forgetOld(): void {
    if (this.#last < this.#forgottenAt + forgetEvery) return;
    this.#forgottenAt = this.#last;
    const through = this.#last - keptMax;
    this.#db.run('DELETE FROM answers WHERE place <= ?', [through]);
    for (const [id, place] of this.#places) {
      if (place > through) break;
      this.#places.delete(id);
    }
  }
}
