import { cleanScan, codeSpellings } from '../../../../shared/domain/codes.ts';
import type { Item } from '../../../../shared/domain/item.ts';
import type { ReadDb } from '../../../db/open.ts';
import { itemAt, itemOfRow, itemsByCode, liveCatalogue, liveSlot } from '../slots.ts';
import type { HotGoods } from './hot.ts';
import { parseQuery, type SearchQuery } from './query.ts';
import { ranksAnswering } from './stored.ts';
import { wholeTokens } from './tokens.ts';

/** Longer texts are nobody's search. */
const textMax = 200;

/** Items that carry this code, in any spelling of it, best-ranked first. */
export function itemsWithCode(db: ReadDb, code: string): Item[] {
  const slot = liveSlot(db);
  const [spelling = code, ...others] = codeSpellings(code);
  const found = itemsByCode(db, slot, spelling);
  for (const other of others) {
    for (const row of itemsByCode(db, slot, other)) {
      if (!found.some(({ rank }) => rank === row.rank)) found.push(row);
    }
  }
  return found.map(itemOfRow);
}

/**
 * Goods by what somebody typed: an exact code first, then code beginnings, Han characters, full pinyin,
 * initials or mixtures of them, most sold first; at most `limit`. Finds all there are within the limit.
 */
export function search(db: ReadDb, text: string, limit: number, hot: HotGoods): Item[] {
  const cleaned = cleanScan(text.slice(0, textMax)).text;
  const found = new Map<string, Item>();
  const take = (item: Item) => found.size < limit && found.set(item.id, item);
  if (cleaned !== '') itemsWithCode(db, cleaned).forEach(take);
  const exact = found.size;
  const query = parseQuery(cleaned);
  if (query && found.size < limit) hot.find(query, limit).forEach(take);
  if (query && found.size < limit && !hot.holdsAll()) findStored(db, query, limit, take, found);
  const items = [...found.values()];
  return [...items.slice(0, exact), ...namesakesFirst(items.slice(exact), cleaned, hot)];
}

function findStored(
  db: ReadDb,
  query: SearchQuery,
  limit: number,
  take: (item: Item) => void,
  found: ReadonlyMap<string, Item>,
): void {
  const { slot, items } = liveCatalogue(db);
  for (const rank of ranksAnswering(db, slot, items, query.wanted)) {
    const row = itemAt(db, slot, rank)!;
    if (!query.exact && !query.matches(wholeTokens(row.name, row.codes.split(' ')))) continue;
    take(itemOfRow(row));
    if (found.size >= limit) return;
  }
}

/** Of goods that sold alike (nothing yet, in a new shop), those whose name begins with what was typed come first. */
function namesakesFirst(items: Item[], typed: string, hot: HotGoods): Item[] {
  const begins = (item: Item) => Number(item.name.toLowerCase().startsWith(typed.toLowerCase()));
  return items.sort((a, b) => hot.unitsOf(b.id) - hot.unitsOf(a.id) || begins(b) - begins(a));
}
