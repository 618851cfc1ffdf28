import { openReadDb } from '../../electron/db/open.ts';
import type { Item } from '../../shared/domain/item.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { type ListedGoods, type QueryKind, queriesFor } from './goods.ts';
import { type Row, type Times, timesOf } from './measure.ts';
import type { BenchTill } from './rig.ts';

const limit = 20;
const p95GoalMs = 3;
const queriesPerKind = 40;
/** Kinds that a plain part of the name or code can also answer; what the others find, a LIKE cannot. */
const plainKinds: readonly QueryKind[] = ['han1', 'han2', 'codeStart', 'nothing'];

export type SearchTimes = {
  readonly goods: number;
  readonly ours: Times;
  readonly byKind: Readonly<Record<string, Times>>;
  readonly like: Times;
  readonly array: Times;
  /** Of the plain queries: how many gave fewer goods than there are, or goods that do not match. */
  readonly misses: number;
};

/**
 * Searches as the screen does, word to answer; beside each plain query a LIKE over the same table and a
 * scan of an array of names. MiniSearch, the peer of the product's table, is not installed here.
 */
export async function timeSearch(till: BenchTill, goods: readonly ListedGoods[]): Promise<SearchTimes> {
  const queries = queriesFor(goods, queriesPerKind, seededRng(3));
  const [ours, like, array]: [number[], number[], number[]] = [[], [], []];
  const byKind: Record<string, Times> = {};
  let misses = 0;
  const db = openReadDb(till.paths.database);
  const { slot } = db.get<{ slot: string }>('SELECT slot FROM catalog_live')!;
  const likeSql = `SELECT name, codes FROM catalog_items_${slot} WHERE name LIKE :text OR codes LIKE :text ORDER BY rank LIMIT ${limit}`;
  const has = (each: ListedGoods, text: string) => each.name.includes(text) || each.code.includes(text);
  try {
    for (const [kind, texts] of Object.entries(queries)) {
      const samples: number[] = [];
      for (const text of texts) {
        const found = await timedSearch(till, text, samples);
        if (!plainKinds.includes(kind as QueryKind)) continue;
        like.push(sync(() => db.all(likeSql, { text: `%${text}%` })));
        array.push(sync(() => firstOf(goods, limit, each => has(each, text))));
        misses += missed(found, goods, text, has);
      }
      byKind[kind] = timesOf(samples);
      ours.push(...samples);
    }
  } finally {
    db.close();
  }
  return {
    goods: goods.length,
    ours: timesOf(ours),
    byKind,
    like: timesOf(like),
    array: timesOf(array),
    misses,
  };
}

export function searchRow(times: SearchTimes): Row {
  const { ours, like, array } = times;
  return {
    name: `search as you type, ${times.goods} goods`,
    goal: `p95 <= ${p95GoalMs} ms, nothing missed`,
    met: ours.p95 <= p95GoalMs && times.misses === 0,
    measured: { ...times },
    said: `p50 ${ours.p50}, p95 ${ours.p95}, max ${ours.max} ms (LIKE ${like.p50} / ${like.p95} / ${like.max}, array ${array.p50} / ${array.p95} / ${array.max}; ${times.misses} missed)`,
  };
}

async function timedSearch({ hands }: BenchTill, text: string, samples: number[]): Promise<readonly Item[]> {
  const began = performance.now();
  const found = await hands.ask('catalog.search', { text, limit });
  samples.push(performance.now() - began);
  return found;
}

/** 1 where the search gave fewer goods than brute force finds, or one that does not match. */
function missed(
  found: readonly Item[],
  goods: readonly ListedGoods[],
  text: string,
  has: (each: ListedGoods, text: string) => boolean,
): number {
  const there = firstOf(goods, limit, each => has(each, text)).length;
  const wrong = found.some(
    item => !item.name.includes(text) && !item.codes.some(code => code.includes(text)),
  );
  return found.length < there || wrong ? 1 : 0;
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
