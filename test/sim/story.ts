import { openCashier } from './cashier.ts';
import { chanceOf } from './chance.ts';
import {
  auditAcknowledged,
  auditDesk,
  auditIntents,
  auditJournal,
  auditSales,
  auditSecrets,
} from './ending.ts';
import { isFinalName, openAuditor, type Violation } from './invariants.ts';
import { openPage } from './page.ts';
import type { Shop } from './shop.ts';
import { openWorld } from './world.ts';

export type StoryResult = {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly crashes: number;
  readonly payments: number;
  readonly sales: number;
  readonly refunds: number;
  /** Payments that wait for a person when all is over. */
  readonly onDesk: number;
  readonly virtualMs: number;
  /** Two runs of a seed give the same one. */
  readonly trace: string;
};

/** After so long the weather clears, whatever the cashier is doing. */
const roughMs = 12 * 60_000;
/** Then everything works: for a while, for what still comes late, and until all is settled, or never will be. */
const fairMs = 5 * 60_000;
const fairMsMax = 15 * 60_000;
const againMs = 30_000;
const customersMax = 2;
const moreWork = 4;

/** One story: a few customers in bad weather, then a time in which everything works. */
export async function tell(seed: number, shop: Shop, show?: (line: string) => void): Promise<StoryResult> {
  shop.disk.reset();
  const world = openWorld(seed, shop.disk, show && { show });
  const { timeline, power, trace } = world;
  const chance = chanceOf(seed, 'cashier');
  const auditor = openAuditor(world);
  const isManager = chance.happens(0.5);
  const page = openPage(world, chanceOf(seed, 'page'), isManager ? shop.owner : shop.cashier, shop.owner);
  const cashier = openCashier({ world, page, chance, auditor, isManager });
  power.whenStarted(() => auditAcknowledged(power.db()!, page, auditor));

  const told = happens();
  let isOver = false;
  const ends = () => {
    isOver = true;
  };
  told.then(ends, ends);
  if (!(await timeline.runUntil(() => isOver))) throw new Error(`seed ${seed}: nothing happens any more`);
  await told;
  for (const trouble of [...power.troubles, ...page.troubles]) auditor.add('broken-promise', trouble);
  return resultOf();

  async function happens(): Promise<void> {
    const customers = chance.whole(1, customersMax);
    while (timeline.now() < roughMs && auditor.said.sales.length < customers) await cashier.work();
    // A refund of what was sold last, or one more customer, who will not see the end.
    for (let left = chance.whole(0, moreWork); left > 0; left -= 1) await cashier.work();
    world.clear();
    const clearedAt = timeline.now();
    await timeline.sleep(fairMs);
    while (timeline.now() < clearedAt + fairMsMax && !auditor.isSettled()) await timeline.sleep(againMs);
    page.managerComes();
    await cashier.openShift();
    const desk = await page.see('paying.desk');
    const db = power.db()!;
    auditor.audit(db);
    auditDesk(desk, auditor);
    auditSales(auditor, cashier.rung);
    auditIntents(db, auditor);
    auditJournal(db, auditor);
    auditAcknowledged(db, page, auditor);
    auditSecrets(world, auditor);
  }

  function resultOf(): StoryResult {
    const { payments, sales, refunds } = auditor.said;
    return {
      seed,
      violations: auditor.violations(),
      sales: sales.length,
      payments: payments.size,
      refunds: refunds.size,
      crashes: power.crashes(),
      onDesk: [...payments.values()].filter(({ state }) => !isFinalName(state.name)).length,
      virtualMs: timeline.now(),
      trace: trace.digest(),
    };
  }
}
