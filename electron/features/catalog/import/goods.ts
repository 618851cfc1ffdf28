import type { ImportField, ImportMapping, RowProblem } from '../../../../shared/contract/catalog.ts';
import { looksLikeGtin, mod10Right } from '../../../../shared/domain/codes.ts';
import { type ItemFlags, isWeighed, type Pack, type Unit } from '../../../../shared/domain/item.ts';
import type { Minor } from '../../../../shared/domain/money.ts';
import { withoutMark } from '../../../../shared/lib/csv.ts';
import { clip } from '../../../../shared/lib/text.ts';
import {
  readCodes,
  readCost,
  readFlags,
  readPrice,
  readTaxCode,
  readTaxRate,
  readUnit,
  tameCell,
} from './cells.ts';
import { type DayStart, type MomentFault, readMoment } from './moment.ts';
import { readPacks } from './packs.ts';
import type { Delimiter, FileRow } from './reader.ts';

/**
 * One row of a price list, understood. Null is what the row does not say: goods that are known keep what
 * they have, new goods take the default.
 */
export type ListedGoods = {
  readonly line: number;
  readonly codes: readonly string[];
  readonly name: string;
  readonly price: Minor;
  readonly category: string | null;
  readonly unit: Unit | null;
  readonly taxPermille: number | null;
  readonly taxCode: string | null;
  readonly flags: ItemFlags | null;
  readonly packs: readonly Pack[] | null;
  /** Nothing (0) where the row says that there is none. */
  readonly lowest: Minor | null;
  readonly cost: Minor | null;
  /** Wall ms from which the price counts; null is at once. */
  readonly starts: number | null;
};

export type RowReading = { readonly goods: ListedGoods | null; readonly problems: readonly RowProblem[] };

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

export const nameMax = 120;
export const categoryMax = 40;

/** What there is to say of a row. Most rows give no cause, and a list of a million leaves nothing behind for them. */
class Remarks {
  readonly #row: number;
  problems: readonly RowProblem[] = none;

  constructor({ line }: FileRow) {
    this.#row = line;
  }

  say(level: RowProblem['level'], field: ImportField | null, code: string): void {
    this.problems = [...this.problems, { row: this.#row, level, field, code }];
  }

  warn(field: ImportField, code: string): void {
    this.say('warning', field, code);
  }

  reject(field: ImportField | null, code: string): RowReading {
    this.say('rejected', field, code);
    return { goods: null, problems: this.problems };
  }
}

const none: readonly RowProblem[] = [];

/** Reads and checks one row. Without goods the row is rejected, and the last problem says why. */
export function readGoods(row: FileRow, rules: RowRules): RowReading {
  const remarks = new Remarks(row);
  if (row.fault) return remarks.reject(null, row.fault);
  const name = tameCell(cellOf(row, 'name', rules));
  if (name === '') return remarks.reject('name', 'name-missing');
  const priceCell = cellOf(row, 'price', rules);
  const price = readPrice(priceCell, rules.minorDigits, rules.delimiter);
  if (!price.ok)
    return remarks.reject('price', priceCell.trim() === '' ? 'price-missing' : `price-${price.refusal}`);
  const codes = readCodes(cellOf(row, 'code', rules));
  if (!codes.ok) return remarks.reject('code', codes.refusal);

  const starts = startsOf(row, rules);
  if (typeof starts === 'string') return remarks.reject('starts', starts);

  if (price.value === 0) remarks.warn('price', 'price-zero');
  warnOfCodes(codes.value, remarks);
  if (isLonger(name, nameMax)) remarks.warn('name', 'name-too-long');
  if (name.includes('\ufffd')) remarks.warn('name', 'undecodable');

  const unit = optional(row, rules, 'unit', readUnit, 'unit-unknown', remarks);
  const lowest = optionalCost(row, rules, 'lowest', 'lowest-unreadable', remarks);
  const cost = optionalCost(row, rules, 'cost', 'cost-unreadable', remarks);
  if (price.value < (lowest || cost || 0)) remarks.warn('price', 'price-below-floor');
  const goods = {
    line: row.line,
    codes: codes.value.length > 0 ? codes.value : [codeMade(name)],
    name: name.length > nameMax ? clip(name, nameMax) : name,
    price: price.value,
    category: categoryOf(row, rules, remarks),
    unit,
    taxPermille: optional(row, rules, 'taxRate', readTaxRate, 'tax-rate-unreadable', remarks),
    taxCode: optional(row, rules, 'taxCode', readTaxCode, 'tax-code-wrong', remarks),
    flags: optional(row, rules, 'flags', readFlags, 'flag-unknown', remarks),
    packs: rules.mapping.packCode === undefined ? null : packsOfRow(row, rules, unit, codes.value, remarks),
    lowest,
    cost,
    starts,
  };
  return { goods, problems: remarks.problems };
}

function warnOfCodes(codes: readonly string[], remarks: Remarks): void {
  if (codes.length === 0) remarks.warn('code', 'code-missing');
  for (const code of codes) {
    if (!looksLikeGtin(code) || mod10Right(code)) continue;
    remarks.warn('code', 'check-digit-wrong');
    return;
  }
}

const isLonger = (text: string, most: number): boolean => text.length > most && [...text].length > most;

function categoryOf(row: FileRow, rules: RowRules, remarks: Remarks): string | null {
  const category = tameCell(cellOf(row, 'category', rules));
  if (category === '') return null;
  if (isLonger(category, categoryMax)) remarks.warn('category', 'category-too-long');
  return clip(category, categoryMax);
}

/** An optional cell: empty says nothing, unreadable says so and is left out. */
function optional<T>(
  row: FileRow,
  rules: RowRules,
  field: ImportField,
  read: (cell: string, rules: RowRules) => T | undefined,
  code: string,
  remarks: Remarks,
): T | null {
  const text = cellOf(row, field, rules);
  if (text === '' || tameCell(text) === '') return null;
  const value = read(text, rules);
  if (value === undefined) remarks.warn(field, code);
  return value ?? null;
}

const optionalCost = (
  row: FileRow,
  rules: RowRules,
  field: 'lowest' | 'cost',
  code: string,
  remarks: Remarks,
): Minor | null => optional(row, rules, field, costBy, code, remarks);

const costBy = (cell: string, { minorDigits, delimiter }: RowRules): Minor | undefined =>
  readCost(cell, minorDigits, delimiter);

/** A moment that can't be read turns the row away: its price would count too early. */
function startsOf(row: FileRow, rules: RowRules): number | null | MomentFault {
  if (rules.mapping.starts === undefined) return rules.starts;
  const cell = cellOf(row, 'starts', rules);
  return tameCell(cell) === '' ? rules.starts : readMoment(cell, rules.now, rules.dayStart);
}

function cellOf(row: FileRow, field: ImportField, { mapping }: RowRules): string {
  const column = mapping[field];
  return column === undefined ? '' : withoutMark(row.cells[column] ?? '');
}

/** Packs, where the row names any; what is wrong with them costs only the packs. */
function packsOfRow(
  row: FileRow,
  rules: RowRules,
  unit: Unit | null,
  codes: readonly string[],
  remarks: Remarks,
): readonly Pack[] | null {
  const code = cellOf(row, 'packCode', rules);
  if (tameCell(code) === '') return null;
  const [count, price] = [cellOf(row, 'packCount', rules), cellOf(row, 'packPrice', rules)];
  const read = readPacks({ code, count, price }, rules.minorDigits, rules.delimiter);
  const fault = read.ok ? packFault(read.value, unit, codes) : read.refusal;
  if (read.ok && fault === null) return read.value;
  remarks.warn('packCode', fault!);
  return null;
}

function packFault(packs: readonly Pack[], unit: Unit | null, codes: readonly string[]): string | null {
  if (unit !== null && isWeighed(unit)) return 'pack-of-weighed';
  return packs.some(pack => codes.includes(pack.code)) ? 'pack-code-taken' : null;
}

/** The codes of a row that may not be readable otherwise: which goods it is about. */
export function codesOfRow(row: FileRow, rules: RowRules): readonly string[] {
  const codes = readCodes(cellOf(row, 'code', rules));
  if (codes.ok && codes.value.length > 0) return codes.value;
  const name = tameCell(cellOf(row, 'name', rules));
  return name === '' ? [] : [codeMade(name)];
}

/** An in-house code for goods without one: the same name always gets the same, so a second import finds it again. */
export const codeMade = (name: string): string =>
  `EV${(hashOfText(name.normalize('NFKC')) % 10_000_000_000n).toString().padStart(10, '0')}`;

/** FNV-1a, 64 bits, over UTF-16 code units: small, the same everywhere, not for secrets. */
export function hashOfText(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash;
}
