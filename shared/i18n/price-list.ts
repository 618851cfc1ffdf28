import type { ImportField } from '../contract/catalog.ts';
import type { Item, ItemFlags } from '../domain/item.ts';
import { type Minor, minor, plainAmount } from '../domain/money.ts';
import { type CsvFigure, csvMark, csvRow } from '../lib/csv.ts';
import { unitName } from './format.ts';
import type { LanguageTag } from './index.ts';
import { messagesOf } from './messages.ts';

// The catalogue as a file, in columns and words that an import reads back: goods for goods what it was.

const columns = [
  'code',
  'name',
  'price',
  'category',
  'unit',
  'taxRate',
  'taxCode',
  'flags',
  'packCode',
  'packCount',
  'packPrice',
  'lowest',
  'cost',
] as const satisfies readonly ImportField[];

/** How a file is written: the language of its words, and the minor digits of the shop's currency. */
export type PriceListWriting = { readonly language: LanguageTag; readonly minorDigits: number };

const headings = ({ language }: PriceListWriting): string[] =>
  columns.map(column => messagesOf(language).catalog.fields[column]);

function cellsOf(item: Item, { language, minorDigits }: PriceListWriting): (string | CsvFigure)[] {
  const { flagNames } = messagesOf(language).catalog;
  const flags = (Object.keys(flagNames) as (keyof ItemFlags)[]).filter(flag => item.flags[flag]);
  const packs = item.packs ?? [];
  const known = (amount: Minor | undefined) =>
    amount === undefined ? '' : { figure: plainAmount(amount, minorDigits) };
  const cells: Record<(typeof columns)[number], string | CsvFigure> = {
    code: item.codes.join(' '),
    name: item.name,
    price: { figure: plainAmount(item.price, minorDigits) },
    category: item.category,
    unit: unitName(item.unit, language),
    taxRate: `${plainAmount(minor(item.taxPermille), 1)}%`,
    taxCode: item.taxCode,
    flags: flags.map(flag => flagNames[flag]).join(' '),
    packCode: packs.map(({ code }) => code).join(';'),
    packCount: packs.map(({ count }) => String(count)).join(';'),
    packPrice: packs.some(({ price }) => price !== null)
      ? packs.map(({ price }) => (price === null ? '' : plainAmount(price, minorDigits))).join(';')
      : '',
    lowest: known(item.lowest),
    cost: known(item.cost),
  };
  return columns.map(column => cells[column]);
}

/** The mark and the row of headings of a CSV file. */
export const priceListHead = (writing: PriceListWriting): string => csvMark + csvRow(headings(writing));

export const priceListRows = (items: readonly Item[], writing: PriceListWriting): string =>
  items.map(item => csvRow(cellsOf(item, writing))).join('');

/** A row of a workbook, as its writer wants it: text is text, also where it is digits; only prices are numbers. */
export type BookRow = (
  | { value: string; type: StringConstructor; fontWeight?: 'bold' }
  | { value: number; type: NumberConstructor; format: string }
)[];

export const bookHead = (writing: PriceListWriting): BookRow =>
  headings(writing).map(value => ({ value, type: String, fontWeight: 'bold' }));

export function bookRow(item: Item, writing: PriceListWriting): BookRow {
  const format = writing.minorDigits === 0 ? '0' : `0.${'0'.repeat(writing.minorDigits)}`;
  return cellsOf(item, writing).map(cell =>
    typeof cell === 'string'
      ? { value: cell, type: String }
      : { value: Number(cell.figure), type: Number, format },
  );
}

/** Widths of the columns of a workbook, in characters. */
export const bookColumns = columns.map(column => ({
  width: column === 'name' || column === 'code' ? 28 : 14,
}));

/** `商品 2026-11-28.csv`. */
export const priceListName = (date: string, ending: string, language: LanguageTag): string =>
  `${messagesOf(language).catalog.goods} ${date}.${ending}`;
