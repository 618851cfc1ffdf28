import type { ImportField, ImportMapping, RowProblem } from '../../../../shared/contract/catalog.ts';
import { checkDigitRight, looksLikeGtin } from '../../../../shared/domain/codes.ts';
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

/** Reads and checks one row. Without goods the row is rejected, and the last problem says why. */
export function readGoods(row: FileRow, rules: RowRules): RowReading {
  const problems: RowProblem[] = [];
  const say = (level: RowProblem['level'], field: ImportField | null, code: string) => {
    problems.push({ row: row.line, level, field, code });
  };
  const reject = (field: ImportField | null, code: string): RowReading => {
    say('rejected', field, code);
    return { goods: null, problems };
  };
  const cell = (field: ImportField): string => cellOf(row, field, rules);

  if (row.fault) return reject(null, row.fault);
  const name = tameCell(cell('name'));
  if (name === '') return reject('name', 'name-missing');
  const price = readPrice(cell('price'), rules.minorDigits, rules.delimiter);
  if (!price.ok)
    return reject('price', cell('price').trim() === '' ? 'price-missing' : `price-${price.refusal}`);
  const codes = readCodes(cell('code'));
  if (!codes.ok) return reject('code', codes.refusal);

  const starts = startsOf(row, rules);
  if (typeof starts === 'string') return reject('starts', starts);

  if (price.value === 0) say('warning', 'price', 'price-zero');
  if (codes.value.length === 0) say('warning', 'code', 'code-missing');
  if (codes.value.some(code => looksLikeGtin(code) && !checkDigitRight(code)))
    say('warning', 'code', 'check-digit-wrong');
  if (name.length > nameMax && [...name].length > nameMax) say('warning', 'name', 'name-too-long');
  if (name.includes('\ufffd')) say('warning', 'name', 'undecodable');

  /** An optional cell: empty says nothing, unreadable says so and is left out. */
  const optional = <T>(field: ImportField, read: (cell: string) => T | undefined, code: string): T | null => {
    const text = cell(field);
    if (text === '' || tameCell(text) === '') return null;
    const value = read(text);
    if (value === undefined) say('warning', field, code);
    return value ?? null;
  };
  const unit = optional('unit', readUnit, 'unit-unknown');
  const amount = (field: 'lowest' | 'cost', code: string) =>
    optional(field, text => readCost(text, rules.minorDigits, rules.delimiter), code);
  const [lowest, cost] = [amount('lowest', 'lowest-unreadable'), amount('cost', 'cost-unreadable')];
  if (price.value < (lowest || cost || 0)) say('warning', 'price', 'price-below-floor');
  return {
    goods: {
      line: row.line,
      codes: codes.value.length > 0 ? codes.value : [codeMade(name)],
      name: name.length > nameMax ? clip(name, nameMax) : name,
      price: price.value,
      category: optional('category', text => clip(tameCell(text), categoryMax), 'category-too-long'),
      unit,
      taxPermille: optional('taxRate', readTaxRate, 'tax-rate-unreadable'),
      taxCode: optional('taxCode', readTaxCode, 'tax-code-wrong'),
      flags: optional('flags', readFlags, 'flag-unknown'),
      packs: rules.mapping.packCode === undefined ? null : packsOfRow(row, rules, unit, codes.value, say),
      lowest,
      cost,
      starts,
    },
    problems,
  };
}

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

type Say = (level: RowProblem['level'], field: ImportField, code: string) => void;

/** Packs, where the row names any; what is wrong with them costs only the packs. */
function packsOfRow(
  row: FileRow,
  rules: RowRules,
  unit: Unit | null,
  codes: readonly string[],
  say: Say,
): readonly Pack[] | null {
  const code = cellOf(row, 'packCode', rules);
  if (tameCell(code) === '') return null;
  const [count, price] = [cellOf(row, 'packCount', rules), cellOf(row, 'packPrice', rules)];
  const read = readPacks({ code, count, price }, rules.minorDigits, rules.delimiter);
  const fault = read.ok ? packFault(read.value, unit, codes) : read.refusal;
  if (read.ok && fault === null) return read.value;
  say('warning', 'packCode', fault!);
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
