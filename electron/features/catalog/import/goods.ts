import type { ImportField, RowProblem } from '../../../../shared/contract/catalog.ts';
import { looksLikeGtin, mod10Right } from '../../../../shared/domain/codes.ts';
import { type ItemFlags, isWeighed, type Pack, type Unit } from '../../../../shared/domain/item.ts';
import type { Minor } from '../../../../shared/domain/money.ts';
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
import { type MomentFault, readMoment } from './moment.ts';
import { readPacks } from './packs.ts';
import type { FileRow } from './reader.ts';
import { RowCells, type RowRules } from './row-cells.ts';

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

export const nameMax = 120;
export const categoryMax = 40;

/** Reads and checks one row. Without goods the row is rejected, and the last problem says why. */
export function readGoods(row: FileRow, rules: RowRules): RowReading {
  const cells = new RowCells(row, rules);
  if (row.fault) return rejected(cells, null, row.fault);
  const name = tameCell(cells.of('name'));
  if (name === '') return rejected(cells, 'name', 'name-missing');
  const price = readPrice(cells.of('price'), rules.minorDigits, rules.delimiter);
  if (!price.ok) {
    const isMissing = cells.of('price').trim() === '';
    return rejected(cells, 'price', isMissing ? 'price-missing' : `price-${price.refusal}`);
  }
  const codes = readCodes(cells.of('code'));
  if (!codes.ok) return rejected(cells, 'code', codes.refusal);
  const starts = startsOf(cells, rules);
  if (typeof starts === 'string') return rejected(cells, 'starts', starts);

  if (price.value === 0) cells.warn('price', 'price-zero');
  warnOfCodes(codes.value, cells);
  if (isLonger(name, nameMax)) cells.warn('name', 'name-too-long');
  if (name.includes('\ufffd')) cells.warn('name', 'undecodable');
  const unit = cells.optional('unit', readUnit, 'unit-unknown');
  const lowest = cells.optional('lowest', costBy, 'lowest-unreadable');
  const cost = cells.optional('cost', costBy, 'cost-unreadable');
  if (price.value < (lowest || cost || 0)) cells.warn('price', 'price-below-floor');
  const goods = {
    line: row.line,
    codes: codes.value.length > 0 ? codes.value : [codeMade(name)],
    name: name.length > nameMax ? clip(name, nameMax) : name,
    price: price.value,
    category: categoryOf(cells),
    unit,
    taxPermille: cells.optional('taxRate', readTaxRate, 'tax-rate-unreadable'),
    taxCode: cells.optional('taxCode', readTaxCode, 'tax-code-wrong'),
    flags: cells.optional('flags', readFlags, 'flag-unknown'),
    packs: rules.mapping.packCode === undefined ? null : packsOfRow(cells, rules, unit, codes.value),
    lowest,
    cost,
    starts,
  };
  return { goods, problems: cells.problems };
}

function rejected(cells: RowCells, field: ImportField | null, code: string): RowReading {
  cells.say('rejected', field, code);
  return { goods: null, problems: cells.problems };
}

function warnOfCodes(codes: readonly string[], cells: RowCells): void {
  if (codes.length === 0) cells.warn('code', 'code-missing');
  if (codes.some(isMisread)) cells.warn('code', 'check-digit-wrong');
}

const isMisread = (code: string): boolean => looksLikeGtin(code) && !mod10Right(code);

const isLonger = (text: string, most: number): boolean => text.length > most && [...text].length > most;

function categoryOf(cells: RowCells): string | null {
  const category = tameCell(cells.of('category'));
  if (category === '') return null;
  if (isLonger(category, categoryMax)) cells.warn('category', 'category-too-long');
  return clip(category, categoryMax);
}

const costBy = (cell: string, { minorDigits, delimiter }: RowRules): Minor | undefined =>
  readCost(cell, minorDigits, delimiter);

/** A moment that can't be read turns the row away: its price would count too early. */
function startsOf(cells: RowCells, rules: RowRules): number | null | MomentFault {
  if (rules.mapping.starts === undefined) return rules.starts;
  const cell = cells.of('starts');
  return tameCell(cell) === '' ? rules.starts : readMoment(cell, rules.now, rules.dayStart);
}

/** Packs, where the row names any; what is wrong with them costs only the packs. */
function packsOfRow(
  cells: RowCells,
  rules: RowRules,
  unit: Unit | null,
  codes: readonly string[],
): readonly Pack[] | null {
  const code = cells.of('packCode');
  if (tameCell(code) === '') return null;
  const [count, price] = [cells.of('packCount'), cells.of('packPrice')];
  const read = readPacks({ code, count, price }, rules.minorDigits, rules.delimiter);
  const fault = read.ok ? packFault(read.value, unit, codes) : read.refusal;
  if (read.ok && fault === null) return read.value;
  cells.warn('packCode', fault!);
  return null;
}

function packFault(packs: readonly Pack[], unit: Unit | null, codes: readonly string[]): string | null {
  if (unit !== null && isWeighed(unit)) return 'pack-of-weighed';
  return packs.some(pack => codes.includes(pack.code)) ? 'pack-code-taken' : null;
}

/** The codes of a row that may not be readable otherwise: which goods it is about. */
export function codesOfRow(row: FileRow, rules: RowRules): readonly string[] {
  const cells = new RowCells(row, rules);
  const codes = readCodes(cells.of('code'));
  if (codes.ok && codes.value.length > 0) return codes.value;
  const name = tameCell(cells.of('name'));
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
