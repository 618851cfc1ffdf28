import type { ImportField, ImportMapping, RowProblem } from '../../../../shared/contract/catalog.ts';
import { withoutMark } from '../../../../shared/lib/csv.ts';
import { tameCell } from './cells.ts';
import type { DayStart } from './moment.ts';
import type { Delimiter, FileRow } from './reader.ts';

export type RowRules = {
  readonly mapping: ImportMapping;
  readonly delimiter: Delimiter;
  /** Minor digits of the shop's currency. */
  readonly minorDigits: number;
  /** From when prices count whose row says nothing; null is at once. */
  readonly starts: number | null;
  readonly now: number;
  readonly dayStart: DayStart;
};

/**
 * The cells of a row by what they mean, and what there is to say of them. Most rows give no cause, and a list of a
 * million leaves nothing behind for them.
 */
export class RowCells {
  readonly #row: FileRow;
  readonly #rules: RowRules;
  problems: readonly RowProblem[] = none;

  constructor(row: FileRow, rules: RowRules) {
    this.#row = row;
    this.#rules = rules;
  }

  /** Empty where the list has no such column. */
  of(field: ImportField): string {
    const column = this.#rules.mapping[field];
    return column === undefined ? '' : withoutMark(this.#row.cells[column] ?? '');
  }

  /** An optional cell: empty says nothing, unreadable (undefined) is said to be and left out. */
  optional<T>(
    field: ImportField,
    read: (cell: string, rules: RowRules) => T | undefined,
    code: string,
  ): T | null {
    const text = this.of(field);
    if (text === '' || tameCell(text) === '') return null;
    const value = read(text, this.#rules);
    if (value === undefined) this.warn(field, code);
    return value ?? null;
  }

  warn(field: ImportField, code: string): void {
    this.say('warning', field, code);
  }

  say(level: RowProblem['level'], field: ImportField | null, code: string): void {
    this.problems = [...this.problems, { row: this.#row.line, level, field, code }];
  }
}

const none: readonly RowProblem[] = [];
