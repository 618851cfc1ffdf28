import type { Cell, WriteDb } from '../../db/open.ts';

/** Most of what writing a row costs is the call, not the row. */
const rowsAtOnce = 20;

/** Writes rows of one table many at a time; what is left is written by `flush`, before the transaction ends. */
export class RowBatch {
  readonly #columns: number;
  readonly #insertOne: string;
  readonly #insertMany: string;
  #cells: Cell[] = [];

  /** `same`: what stands in further columns of every row, as SQL; a value that need not be handed over is half written. */
  constructor(table: string, columns: readonly string[], same: Readonly<Record<string, string>> = {}) {
    const row = `(${[...columns.map(() => '?'), ...Object.values(same)].join(', ')})`;
    const insert = `INSERT INTO ${table} (${[...columns, ...Object.keys(same)].join(', ')}) VALUES `;
    this.#columns = columns.length;
    this.#insertOne = insert + row;
    this.#insertMany = insert + Array.from({ length: rowsAtOnce }, () => row).join(', ');
  }

  /** `cells` are one row. */
  add(db: WriteDb, ...cells: readonly Cell[]): void {
    this.#cells.push(...cells);
    if (this.#cells.length < rowsAtOnce * this.#columns) return;
    db.run(this.#insertMany, this.#cells);
    this.#cells = [];
  }

  flush(db: WriteDb): void {
    for (let from = 0; from < this.#cells.length; from += this.#columns) {
      db.run(this.#insertOne, this.#cells.slice(from, from + this.#columns));
    }
    this.#cells = [];
  }
}
