import { type ItemFlags, noFlags, type Unit } from '../../../../shared/domain/item.ts';
import { type AmountFault, type Minor, minor, parseMinor } from '../../../../shared/domain/money.ts';
import { no, ok, type Result } from '../../../../shared/lib/result.ts';
import { tameText } from '../../../../shared/lib/text.ts';
import type { Delimiter } from './reader.ts';

// What single cells of a price list say.

export const codeMax = 40;
export const codesMax = 20;

/** Printable ASCII and common Han with single blanks inside: what nearly all cells are, and tame already. */
const isTame = /^(?:[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*)?$/;

/** `tameText`, spared where it would change nothing. */
export const tameCell = (cell: string): string => (isTame.test(cell) ? cell : tameText(cell));

export type CodeFault = 'code-too-long' | 'code-scientific';

/**
 * Codes of a cell, first one first, each once: several stand apart by blank, `;`, `|`, `,` or `、`.
 * Spreadsheet habits are undone (`="690..."`, a leading apostrophe); a code that a spreadsheet has turned
 * into `6.9E+12` is lost and said to be.
 */
export function readCodes(cell: string): Result<readonly string[], CodeFault> {
  // What nearly all cells are.
  if (/^[0-9]{1,20}$/.test(cell)) return ok([cell]);
  const plain = tameText(cell.normalize('NFKC'));
  const parts = plain.split(/[\s;|,、]+/).map(part => part.replace(/^(?:="?|')+|"+$/g, ''));
  const codes = [...new Set(parts.filter(part => part !== ''))];
  if (codes.some(code => /^\d(\.\d+)?E\+\d+$/i.test(code))) return no('code-scientific');
  if (codes.some(code => code.length > codeMax)) return no('code-too-long');
  return codes.length > codesMax ? no('code-too-long') : ok(codes);
}

/** The hundredths of `12.50`, as most lists write prices; -1 for what is written otherwise. Read by hand, for it is asked of every row. */
function hundredths(cell: string): number {
  const point = cell.length - 3;
  if (point < 1 || point > wholeDigitsMax) return -1;
  let value = 0;
  for (let at = 0; at < cell.length; at++) {
    const digit = cell.charCodeAt(at) - 0x30;
    if (at === point ? digit !== pointFromZero : digit < 0 || digit > 9) return -1;
    if (at !== point) value = value * 10 + digit;
  }
  return value;
}

/** Longer ones may be too large. */
const wholeDigitsMax = 7;
const pointFromZero = 0x2e - 0x30;

/** A price to the minor unit; in lists that are divided by `;` a comma may be the decimal sign. */
export function readPrice(cell: string, digits: number, delimiter: Delimiter): Result<Minor, AmountFault> {
  const plainPrice = digits === 2 ? hundredths(cell) : -1;
  if (plainPrice >= 0) return ok(minor(plainPrice));
  const plain = tameText(cell);
  const decimalComma = delimiter === ';' && /^[^,.]*\d,\d{1,2}\D*$/.test(plain);
  return parseMinor(decimalComma ? plain.replace(',', '.') : plain, digits);
}

/** A lowest price or a cost, which lists often know to a fraction of a fen: rounded up. Undefined for what is no amount. */
export function readCost(cell: string, digits: number, delimiter: Delimiter): Minor | undefined {
  const exact = readPrice(cell, digits, delimiter);
  if (exact.ok) return exact.value;
  if (exact.refusal !== 'too-many-decimals') return undefined;
  const [, whole, decimals = ''] = /^(.*)\.(\d+)\D*$/.exec(tameText(cell.normalize('NFKC'))) ?? [];
  const down = readPrice(`${whole}.${decimals.slice(0, digits)}`.replace(/\.$/, ''), digits, delimiter);
  return down.ok ? minor(down.value + 1) : undefined;
}

const pieceWords = new Set(
  '件 个 只 支 瓶 罐 袋 包 盒 箱 桶 条 块 片 张 本 把 双 套 副 对 根 颗 粒 枚 串 份 杯 碗 听 打 提 板 卷 排 台 部 盘 筒 组 扎 束 朵 棵 头 尾 壶 管 贴 枝 捆 匹 辆 座 面 顶 架 册 piece pieces pc pcs pce ea each unit item bottle can bag box pack'.split(
    ' ',
  ),
);
const weights: ReadonlyMap<string, Unit> = new Map([
  ['kg', 'kg'],
  ['公斤', 'kg'],
  ['千克', 'kg'],
  ['1kg', 'kg'],
  ['500g', '500g'],
  ['500克', '500g'],
  ['斤', 'jin'],
  ['市斤', 'jin'],
  ['jin', 'jin'],
]);

/** `瓶` is a piece, `公斤` a kg; undefined for a word nobody knows. */
export function readUnit(cell: string): Unit | undefined {
  const plain = tameText(cell.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(' ', '')
    .replace(/^[/元]+/, '');
  return weights.get(plain) ?? (pieceWords.has(plain) ? 'piece' : undefined);
}

/** VAT as `13%`, `13`, `0.13` or 免税, in thousandths, exactly; undefined for anything else. */
export function readTaxRate(cell: string): number | undefined {
  const plain = tameText(cell.normalize('NFKC')).replaceAll(' ', '');
  if (/^(免税|不征税|零税率|免征|exempt|none)$/i.test(plain)) return 0;
  const match = /^(\d{1,3})(?:\.(\d{1,6}))?(%?)$/.exec(plain);
  if (!match) return undefined;
  const [, whole = '', decimals = '', percent] = match;
  const isShare = percent === '' && Number(whole) === 0;
  const places = isShare ? 3 : 1;
  const kept = decimals.replace(/0+$/, '');
  if (kept.length > places) return undefined;
  const permille = Number(whole + kept.padEnd(places, '0'));
  return permille <= 1000 ? permille : undefined;
}

/** 税收分类编码: 19 digits; undefined for anything else. */
export function readTaxCode(cell: string): string | undefined {
  const plain = tameText(cell.normalize('NFKC')).replace(/^="?|^'|"$/g, '');
  return /^\d{19}$/.test(plain) ? plain : undefined;
}

const flagWords: readonly (readonly [keyof ItemFlags, RegExp])[] = [
  ['noDiscount', /^(不打折|不折扣|不参与折扣|禁止打折|特价|nodiscount)$/],
  ['ageCheck', /^(年龄|年龄限制|限成年人|未成年禁售|18\+|烟|酒|agecheck|age)$/],
  ['deposit', /^(押金|购物袋|袋|deposit|bag)$/],
];

/** Flags of a cell, `;`, `,`, `|` or blanks between them; undefined when one is not known. */
export function readFlags(cell: string): ItemFlags | undefined {
  const flags = { ...noFlags };
  const words = tameText(cell.normalize('NFKC'))
    .toLowerCase()
    .split(/[\s;|,、]+/)
    .filter(Boolean);
  for (const word of words) {
    const known = flagWords.find(([, shape]) => shape.test(word.replaceAll(/[-_]/g, '')));
    if (!known) return undefined;
    flags[known[0]] = true;
  }
  return flags;
}
