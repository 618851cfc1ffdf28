import { cleanScan, codeSpellings } from '../../../../shared/domain/codes.ts';
import type { Item } from '../../../../shared/domain/item.ts';
import type { ReadDb } from '../../../db/open.ts';
import { addedAfter, addedFrom, addedMax } from '../added.ts';
import { itemOf, itemsNow, listedThrough, rowsWithCode, rowsWithCodes } from '../on-list.ts';
import { itemsAt, liveCatalogue, liveSlot } from '../slots.ts';
import { parseAliases } from './aliases.ts';
import type { HotGoods } from './hot.ts';
import { codesMeant, parseNear } from './near.ts';
import { answers, parseEnd, parseLongWord, parseQuery, type SearchQuery } from './query.ts';
import { ranksAnswering } from './stored.ts';
import { wholeTokens } from './tokens.ts';

/** Longer texts are nobody's search. */
const textMax = 200;

/** Items that carry this code, in any spelling of it, best-ranked first. */
export function itemsWithCode(db: ReadDb, code: string): Item[] {
  const slot = liveSlot(db);
  const [spelling = code, ...others] = codeSpellings(code);
  const found = [...rowsWithCode(db, slot, spelling)];
  for (const other of others) {
    for (const row of rowsWithCode(db, slot, other)) {
      if (!found.some(({ rank }) => rank === row.rank)) found.push(row);
    }
  }
  return found.map(row => itemOf(db, row));
}

/** `similar`: not what was typed, but what may be meant. */
export type Hit = Item & { readonly similar: boolean };

/**
 * Goods by what somebody typed: an exact code first, then beginnings and last digits of codes, Han characters,
 * full pinyin, initials or mixtures of them, most sold first; at most `limit`. Finds all there are within the limit.
 * A code in full is not looked for at the end of others.
 * Goods that only mean the same in Chinese come after what is written so.
 * Where that is little, goods that were meant if there is one slip in it come after them, as `similar`.
 */
export function search(db: ReadDb, text: string, limit: number, hot: HotGoods): Hit[] {
  const cleaned = cleanScan(text.slice(0, textMax)).text;
  const found = new Map<string, Item>();
  const take = (item: Item) => found.size < limit && found.set(item.id, item);
  if (cleaned !== '') itemsWithCode(db, cleaned).forEach(take);
  const exact = found.size;
  takeAll(db, parseQuery(cleaned), limit, hot, found);
  takeAll(db, parseLongWord(cleaned), limit, hot, found);
  if (exact === 0) takeAll(db, parseEnd(cleaned), limit, hot, found);
  const items = [...found.values()];
  takeAll(db, parseAliases(cleaned), limit, hot, found);
  const named = [...found.values()].slice(items.length);
  const literal = [...items.slice(0, exact), ...namesakesFirst(items.slice(exact), cleaned, hot)];
  if (exact === 0 && found.size < few) takeSimilar(db, cleaned, Math.min(limit, similarMax), hot, found);
  const similar = [...found.values()].slice(items.length + named.length);
  return [
    ...[...literal, ...named].map(item => ({ ...item, similar: false })),
    ...similar.map(item => ({ ...item, similar: true })),
  ];
}

/** Fewer hits than this are few, and what is similar is shown as well. */
const few = 5;
/** Goods shown where there are similar ones among them. */
const similarMax = 10;
/** Goods looked at to see whether they are similar, of those at hand and of the others: a millisecond of each. */
const similarRowsMax = 40;
/** Goods read at one go where not all of them are wanted. */
const rowsAtOnce = 20;

function takeSimilar(
  db: ReadDb,
  typed: string,
  limit: number,
  hot: HotGoods,
  found: Map<string, Item>,
): void {
  const slot = liveSlot(db);
  const itemNow = itemsNow(db);
  const codes = codesMeant(typed, code => listedThrough(db, slot, code));
  for (const row of rowsWithCodes(db, slot, codes, limit))
    if (found.size < limit) found.set(row.id, itemNow(row));
  takeAll(db, parseNear(typed), limit, hot, found, similarRowsMax);
}

/** Adds to `found` what answers `query`, up to `limit`; looks at no more than `rowsMax` goods of the index. */
function takeAll(
  db: ReadDb,
  query: SearchQuery | null,
  limit: number,
  hot: HotGoods,
  found: Map<string, Item>,
  rowsMax = Number.POSITIVE_INFINITY,
): void {
  if (!query || found.size >= limit) return;
  const take = (item: Item) => found.size < limit && found.set(item.id, item);
  hot.find(query, limit, rowsMax).forEach(take);
  if (found.size >= limit || hot.holdsAll()) return;
  // Goods that were added since the index was built are few, so each is looked at.
  for (const row of addedAfter(db, addedFrom, addedMax))
    if (query.matches(wholeTokens(row.name, [row.codes]))) take(itemOf(db, row));
  const { slot, items } = liveCatalogue(db);
  const itemNow = itemsNow(db);
  // What is exact is taken as it comes; of the rest nobody knows how many must be looked at.
  const atOnce = query.exact ? limit - found.size : Math.min(rowsAtOnce, rowsMax);
  let left = rowsMax;
  for (const ranks of ranksAnswering(db, slot, items, query.wanted, atOnce)) {
    const rows = itemsAt(db, slot, ranks.slice(0, left));
    for (const row of rows) if (answers(query, row.name, row.codes)) take(itemNow(row));
    left -= rows.length;
    if (left === 0 || found.size >= limit) return;
  }
}

/** Of goods that sold alike (nothing yet, in a new shop), those whose name begins with what was typed come first. */
function namesakesFirst(items: Item[], typed: string, hot: HotGoods): Item[] {
  const begins = (item: Item) => Number(item.name.toLowerCase().startsWith(typed.toLowerCase()));
  return items.sort((a, b) => hot.unitsOf(b.id) - hot.unitsOf(a.id) || begins(b) - begins(a));
}
