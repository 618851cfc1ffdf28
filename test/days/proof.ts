import { openReadDb } from '../../electron/db/open.ts';
import { realEnv } from '../../electron/host/env.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { roundingsIn } from '../../shared/domain/rounding.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { liveFigures, recount } from '../../tools/demo/recount.ts';
import { mustBe, openShop, throwAway } from '../doubles/till.ts';
import { playDay } from './day.ts';

/** Days are played on one till until its journal is so long that proving it takes longer than living it. */
const daysPerTill = 10;
/** Those that a shop in China is offered. */
const roundings = roundingsIn('CN');
const dayMs = 24 * 60 * 60_000;

export type Proof = {
  readonly days: number;
  readonly words: number;
  readonly refused: number;
  readonly rows: number;
  /** What did not agree, with the seed of its till. */
  readonly faults: readonly string[];
};

/**
 * Plays days of chance on real tills. After each day every table is rebuilt from the journal and compared
 * (`verify`), and the running totals are counted again by code of their own. A fault names the seed to play again.
 */
export async function proveDays(
  days: number,
  firstSeed: number,
  told: (days: number) => void,
): Promise<Proof> {
  let [words, refused, rows, played] = [0, 0, 0, 0];
  const faults: string[] = [];
  for (let seed = firstSeed; played < days; seed += 1) {
    let aheadMs = 0;
    const real = realEnv((level, event, facts) => {
      if (level === 'error') faults.push(`seed ${seed}: ${event} ${JSON.stringify(facts)}`);
    });
    const shop = await openShop({ env: { ...real, wallMs: () => real.wallMs() + aheadMs } });
    const rng = seededRng(seed);
    try {
      const rounding = roundings[seed % roundings.length]!;
      mustBe(await shop.say('setup.change', { setting: 'cash-rounding', value: rounding }));
      for (let day = 0; day < daysPerTill && played < days; day += 1) {
        const done = await playDay(shop, rng);
        words += done.length;
        refused += done.filter(word => !word.endsWith(' ok')).length;
        const found = await faultsOf(shop);
        faults.push(...found.map(fault => `seed ${seed}, day ${day}: ${fault}`));
        played += 1;
        told(played);
        // What is wrong today is wrong tomorrow as well; once is enough.
        if (found.length > 0) break;
        // Now and then the clock is wrong in the morning.
        aheadMs += rng() < 0.1 ? -dayMs : dayMs;
      }
      rows += mustBe(await shop.ask('syncing.verify', {})).rows;
    } catch (error) {
      faults.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
      played += 1;
    } finally {
      await shop.stop();
      throwAway(shop);
    }
  }
  return { days: played, words, refused, rows, faults };
}

async function faultsOf(shop: Awaited<ReturnType<typeof openShop>>): Promise<string[]> {
  const { verified, fault, projections } = mustBe(await shop.ask('syncing.verify', {}));
  const tables = projections.filter(each => !each.same).map(each => each.table);
  const db = openReadDb(pathsOf(shop.data).database);
  try {
    const counted = recount(db);
    const live = liveFigures(db);
    const apart = (Object.keys(live) as (keyof typeof live)[]).filter(
      what => JSON.stringify(live[what]) !== JSON.stringify(counted[what]),
    );
    return [
      ...(verified || tables.length > 0 ? [] : [`the journal: ${JSON.stringify(fault)}`]),
      ...tables.map(table => `table ${table} is not what the journal rebuilds`),
      ...apart.map(
        what => `${what}: ${JSON.stringify(counted[what])} counted, ${JSON.stringify(live[what])} kept`,
      ),
    ];
  } finally {
    db.close();
  }
}
