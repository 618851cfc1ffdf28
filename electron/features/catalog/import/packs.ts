import type { Pack } from '../../../../shared/domain/item.ts';
import type { Minor } from '../../../../shared/domain/money.ts';
import { packCountMax, packCountMin } from '../../../../shared/domain/pack.ts';
import { no, ok, type Result } from '../../../../shared/lib/result.ts';
import { tameText } from '../../../../shared/lib/text.ts';
import { readCodes, readPrice } from './cells.ts';
import type { Delimiter } from './reader.ts';

export type PackFault = 'pack-code-wrong' | 'pack-count-wrong' | 'pack-price-wrong';

/**
 * The packs of a row: a code, how many pieces are in it, and a price of its own or none. Several stand apart
 * by `;` in each of the three cells, in the same order.
 */
export function readPacks(
  cells: { readonly code: string; readonly count: string; readonly price: string },
  digits: number,
  delimiter: Delimiter,
): Result<readonly Pack[], PackFault> {
  const [counts, prices] = [partsOf(cells.count), partsOf(cells.price)];
  const packs: Pack[] = [];
  for (const [at, part] of partsOf(cells.code).entries()) {
    if (part === '') continue;
    const codes = readCodes(part);
    if (!codes.ok || codes.value.length !== 1) return no('pack-code-wrong');
    const count = readCount(counts[at] ?? '');
    if (count === undefined) return no('pack-count-wrong');
    const price = readPackPrice(prices[at] ?? '', digits, delimiter);
    if (price === undefined) return no('pack-price-wrong');
    const [code] = codes.value as [string];
    if (!packs.some(pack => pack.code === code)) packs.push({ code, count, price });
  }
  return ok(packs);
}

const partsOf = (cell: string): string[] => cell.normalize('NFKC').split(/[;|]/).map(tameText);

/** `24`, `1*24`, `24瓶`; undefined for anything else. */
function readCount(cell: string): number | undefined {
  const count = Number(/^(?:1 ?[*x×] ?)?(\d{1,4})(?:\.0+)?(?: ?\p{Script=Han}.*)?$/iu.exec(cell)?.[1]);
  return count >= packCountMin && count <= packCountMax ? count : undefined;
}

/** Null where none is said; a pack that is given away is a mistake. */
function readPackPrice(cell: string, digits: number, delimiter: Delimiter): Minor | null | undefined {
  if (cell === '') return null;
  const price = readPrice(cell, digits, delimiter);
  return price.ok && price.value > 0 ? price.value : undefined;
}
