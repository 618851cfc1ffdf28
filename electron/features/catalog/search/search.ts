import { cleanScan, codeSpellings } from '../../../../shared/domain/codes.ts';
import type { Item } from '../../../../shared/domain/item.ts';
import type { ReadDb } from '../../../db/open.ts';
import { itemOfRow, itemsByCode, itemsMatching, liveCatalogue } from '../slots.ts';
import { HotGoods } from './hot.ts';
import { parseQuery } from './query.ts';
import { wholeTokens } from './tokens.ts';

/** Longer texts are nobody's search. */
const textMax = 200;

/** Items that carry this code, in any spelling of it, best-ranked first. */
export function itemsWithCode(db: ReadDb, code: string): Item[] {
  const { slot } = liveCatalogue(db);
  const seen = new Set<number>();
  const found: Item[] = [];
  for (const spelling of codeSpellings(code)) {
    for (const row of itemsByCode(db, slot, spelling)) {
      if (!seen.has(row.rank)) found.push(itemOfRow(row));
      seen.add(row.rank);
    }
  }
  return found;
}

/**
 * Goods by what somebody typed: an exact code first, then code beginnings, Han characters, full pinyin,
 * initials or mixtures of them, most sold first; at most `limit`. Finds all there are within the limit.
 * Without `hot` the goods at hand are gathered first, which takes some 20 ms: for command lines.
 */
export function search(db: ReadDb, text: string, limit: number, hot = new HotGoods(db)): Item[] {
  const cleaned = cleanScan(text.slice(0, textMax)).text;
  const found = new Map<string, Item>();
  const take = (item: Item) => found.size < limit && found.set(item.id, item);
  if (cleaned !== '') itemsWithCode(db, cleaned).forEach(take);
  const query = parseQuery(cleaned);
  if (!query || found.size >= limit) return [...found.values()];
  hot.find(query, limit).forEach(take);
  if (found.size >= limit || hot.holdsAll()) return [...found.values()];
  for (const row of itemsMatching(db, liveCatalogue(db).slot, query.expression)) {
    if (!query.exact && !query.matches(wholeTokens(row.name, row.codes.split(' ')))) continue;
    take(itemOfRow(row));
    if (found.size >= limit) break;
  }
  return [...found.values()];
}
