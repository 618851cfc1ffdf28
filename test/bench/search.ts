import { openReadDb, type ReadDb } from '../../electron/db/open.ts';
import { HotGoods } from '../../electron/features/catalog/search/hot.ts';
import { search } from '../../electron/features/catalog/search/search.ts';
import type { Paths } from '../../electron/host/paths.ts';
import type { FoundItem } from '../../shared/contract/catalog.ts';
import type { Item } from '../../shared/domain/item.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { oracle } from '../conformance/catalog-oracle.ts';
import { type ListedGoods, type QueryKind, queriesFor, slips, slipsBefore } from './goods.ts';
import { type Row, round, type Times, timesOf } from './measure.ts';
import type { OtherTill } from './other-till.ts';
import { openMiniSearch } from './search-peer.ts';

const limit = 20;
const p95GoalMs = 3;
const ratioGoal = 50;
/** The catalogue for which the ratio is promised. */
const goodsGoal = 1_000_000;
const queriesPerKind = 40;
const warmingPerKind = 20;
/** Kinds that a plain part of the name or code can also answer; what the others find, a LIKE cannot. */
const plainKinds: readonly QueryKind[] = ['han1', 'han2', 'codeStart', 'nothing'];

/** MiniSearch has no word for the end of a code: it would find nothing, at once. */
const peerless: readonly QueryKind[] = ['codeEnd'];

type Samples = { readonly ours: readonly number[]; readonly peer: number[] };

export type SearchTimes = {
  readonly goods: number;
  readonly ours: Times;
  /** MiniSearch with as many goods as it could hold, and ours on the queries that it was asked. */
  readonly peer: Times;
  readonly besidePeer: Times;
  readonly peerGoods: number;
  readonly byKind: Readonly<Record<string, { readonly ours: Times; readonly peer: Times | null }>>;
  readonly like: Times;
  readonly array: Times;
  /** Words with a slip, which have to be looked for more widely. */
  readonly slips: Times;
  /** Different queries, and how many of them did not find exactly the goods that brute force finds. */
  readonly queries: number;
  readonly misses: readonly string[];
};

/**
 * Searches as the screen does, word to answer, on a till in a process of its own; then MiniSearch with the same goods
 * and the same queries, in another one. Each is timed where it is, and has the machine to itself. Beside each plain
 * query a LIKE over the same table and a scan of an array of names. Afterwards every query is asked once more for all
 * it can find, and compared with a look at every name.
 */
export async function timeSearch(
  { database }: Paths,
  till: OtherTill,
  goods: readonly ListedGoods[],
  seed: number,
): Promise<SearchTimes> {
  const queries = queriesFor(goods, queriesPerKind, seededRng(3));
  const answers = new Map<string, readonly FoundItem[]>();
  const ours = await timeOurs(till, queries, queriesFor(goods, warmingPerKind, seededRng(4)), answers);
  for (let round = 0; round < 3; round++)
    for (const text of slipsBefore) await till.ask('search', { text, limit });
  const slipped: number[] = [];
  for (let round = 0; round < 10; round++)
    for (const text of slips) slipped.push((await till.ask('search', { text, limit })).ms);
  const peer = await openMiniSearch(goods.length, seed, limit);
  const db = openReadDb(database);
  const byKind = new Map<string, Samples>();
  const plain = { like: [] as number[], array: [] as number[] };
  try {
    for (const [kind, texts] of Object.entries(queries)) {
      const samples: Samples = { ours: ours.get(kind)!, peer: [] };
      for (const text of texts) {
        if (!peerless.includes(kind as QueryKind)) samples.peer.push((await peer.ask(text)).ms);
        if (plainKinds.includes(kind as QueryKind)) timePlain(db, goods, text, plain);
      }
      byKind.set(kind, samples);
    }
    const asked = [...byKind.values()].filter(({ peer }) => peer.length > 0);
    return {
      goods: goods.length,
      slips: timesOf(slipped),
      ours: timesOf([...byKind.values()].flatMap(each => each.ours)),
      peer: timesOf(asked.flatMap(each => each.peer)),
      besidePeer: timesOf(asked.flatMap(each => each.ours)),
      peerGoods: peer.goods,
      byKind: Object.fromEntries([...byKind].map(([kind, samples]) => [kind, timesIn(samples)])),
      like: timesOf(plain.like),
      array: timesOf(plain.array),
      queries: answers.size,
      misses: [...answers].filter(([text, found]) => !isWhole(db, goods, text, found)).map(([text]) => text),
    };
  } finally {
    peer.stop();
    db.close();
  }
}

/** How long each query of each kind takes the till, once it is in the middle of its day; with `answers`, what it finds. */
async function timeOurs(
  till: OtherTill,
  queries: Readonly<Record<string, readonly string[]>>,
  warming: Readonly<Record<string, readonly string[]>>,
  answers: Map<string, readonly FoundItem[]>,
): Promise<Map<string, readonly number[]>> {
  for (const text of Object.values(warming).flat()) await till.ask('search', { text, limit });
  const times = new Map<string, readonly number[]>();
  for (const [kind, texts] of Object.entries(queries)) {
    const samples: number[] = [];
    for (const text of texts) {
      const { ms, found } = await till.ask('search', { text, limit });
      samples.push(ms);
      answers.set(text, found);
    }
    times.set(kind, samples);
  }
  return times;
}

export function searchRows(times: SearchTimes): Row[] {
  const { goods, ours, peer, besidePeer, like, array, misses } = times;
  const ratios = { p50: round(peer.p50 / besidePeer.p50), p95: round(peer.p95 / besidePeer.p95) };
  const named = misses.length === 0 ? '' : ` (${misses.slice(0, 10).join(', ')})`;
  return [
    {
      name: `search as you type, ${goods} goods`,
      goal: `p95 <= ${p95GoalMs} ms, every query finds exactly what brute force finds`,
      met: ours.p95 <= p95GoalMs && misses.length === 0,
      measured: { ...times },
      said: `${said(ours)}; ${misses.length} of ${times.queries} queries missed${named} (LIKE ${said(like)}; array ${said(array)})`,
    },
    {
      name: `search for words with a slip, ${goods} goods`,
      goal: `p95 <= ${p95GoalMs} ms`,
      met: times.slips.p95 <= p95GoalMs,
      measured: times.slips,
      said: said(times.slips),
    },
    {
      name: `search against MiniSearch, ${times.peerGoods} goods in it`,
      goal: `>= ${ratioGoal}x as fast at ${goodsGoal} goods, median and p95 of the same queries`,
      met: times.peerGoods < goodsGoal ? null : Math.min(ratios.p50, ratios.p95) >= ratioGoal,
      measured: ratios,
      said: `${ratios.p50}x at the median, ${ratios.p95}x at p95 (MiniSearch ${said(peer)})`,
    },
  ];
}

const said = ({ p50, p95, max }: Times): string => `p50 ${p50}, p95 ${p95}, max ${max} ms`;

const timesIn = ({ ours, peer }: Samples) => ({
  ours: timesOf(ours),
  peer: peer.length === 0 ? null : timesOf(peer),
});

function timePlain(
  db: ReadDb,
  goods: readonly ListedGoods[],
  text: string,
  { like, array }: { like: number[]; array: number[] },
): void {
  const { slot } = db.get<{ slot: string }>('SELECT slot FROM catalog_live')!;
  const sql = `SELECT name, codes FROM catalog_items_${slot} WHERE name LIKE :text OR codes LIKE :text ORDER BY rank LIMIT ${limit}`;
  like.push(sync(() => db.all(sql, { text: `%${text}%` })));
  array.push(sync(() => firstOf(goods, limit, each => each.name.includes(text) || each.code.includes(text))));
}

/** Whether the till's answer, and all that its index holds for `text`, is what a look at every name finds. */
function isWhole(
  db: ReadDb,
  goods: readonly ListedGoods[],
  text: string,
  answered: readonly FoundItem[],
): boolean {
  const there = new Set(oracle(goods, text));
  const literal = (item: FoundItem) => !item.similar;
  const inIndex = search(db, text, goods.length, new HotGoods(db, undefined, 0)).filter(literal);
  const fits = (item: Item) => there.has(item.codes[0]!);
  const answer = answered.filter(literal);
  return (
    answer.length === Math.min(limit, there.size) &&
    answer.every(fits) &&
    inIndex.length === there.size &&
    inIndex.every(fits)
  );
}

function firstOf<T>(list: readonly T[], most: number, fits: (each: T) => boolean): T[] {
  const found: T[] = [];
  for (const each of list) {
    if (!fits(each)) continue;
    found.push(each);
    if (found.length === most) break;
  }
  return found;
}

function sync(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
