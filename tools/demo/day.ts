import type { Language } from '../../shared/contract/setup.ts';
import type { VerifyReport } from '../../shared/contract/syncing.ts';
import { type Minor, minor } from '../../shared/domain/money.ts';
import type { DayReport } from '../../shared/domain/shift/day.ts';
import { formatsFor } from '../../shared/i18n/format.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { bringBack } from './bring-back.ts';
import { type ClosedShift, changePlaces, closeShift, planted } from './close.ts';
import { customersOfTheDay } from './customers.ts';
import type { ShotGateway } from './gateway.ts';
import type { Hands } from './hands.ts';
import { serveAll } from './queue.ts';
import type { Served } from './serve.ts';
import { openDemoShop, readDemoShop } from './shop.ts';
import type { DemoWords } from './words.ts';

export type Stage = {
  readonly hands: Hands;
  readonly gateway: ShotGateway;
  readonly seed: number;
  readonly language: Language;
  readonly words: DemoWords;
  readonly tell: (line: string) => void;
};

export type DayEnd = {
  /** In the order in which they were. */
  readonly shifts: readonly ClosedShift[];
  readonly day: DayReport;
  /** The receipt whose cash never reached the drawer. */
  readonly planted: string;
  readonly verified: VerifyReport;
};

const salesOfTheDay = 40;
const salesBeforeHandover = 20;
/** The gateway is down for twelve sales in the middle of the day: from this one on, counted from 0. */
export const outageFrom = 14;
export const outageSales = 12;
const float: Minor = minor(50_000);

/** Plays one day of two shifts, from the first start to the close of the day, by the words that the page says. */
export async function playDay(stage: Stage): Promise<DayEnd> {
  const { hands, gateway, words, tell } = stage;
  const demo = readDemoShop();
  tell(words.title(stage.seed));
  const { manager, cashier, shop, goods } = await openDemoShop(hands, demo, stage.language);
  tell(words.opened(shop, goods));
  await hands.say('syncing.enrol', { url: gateway.url, code: gateway.code });
  for (const [channel, values] of Object.entries(gateway.channels))
    await hands.say('paying.configureChannel', { channel, values });
  await hands.until('syncing.state', sync => sync.link === 'online');
  const customers = customersOfTheDay(demo.items, salesOfTheDay, seededRng(stage.seed));

  await changePlaces(stage, cashier);
  await open(stage, float);
  const last = salesOfTheDay - 1;
  const early = await serveAll(customers.slice(0, salesBeforeHandover), stage, manager, { sold: 0, last });
  // One customer was rung up as cash and paid by the shop's own code: that much is not in the drawer.
  const error = planted(early);
  const counted = minor(float + cashOf(early) - error.cash);
  const first = await closeShift(stage, counted, manager);

  await open(stage, counted);
  const late = await serveAll(customers.slice(salesBeforeHandover), stage, manager, {
    sold: early.length,
    last,
  });
  const back = await bringBack(stage, manager);
  const second = await closeShift(stage, minor(counted + cashOf(late) - back.cash), manager);
  return { ...(await endDay(stage, second)), shifts: [first, second], planted: error.paid.receipt };
}

/** What came into the drawer, given less change, by the hand that put it there. */
const cashOf = (served: readonly Served[]): number => served.reduce((all, each) => all + each.cash, 0);

async function open({ hands, words, tell, language }: Stage, amount: Minor): Promise<void> {
  const { openedBy } = await hands.say('shifts.open', { float: amount });
  tell(words.shift(openedBy, formatsFor(language, 'CNY').amount(amount)));
}

/** The manager closes the day, and everything is counted again. */
async function endDay(
  { hands, words, tell }: Stage,
  { z }: ClosedShift,
): Promise<Pick<DayEnd, 'day' | 'verified'>> {
  const day = await hands.say('shifts.closeDay', { day: z.head.day });
  tell(words.dayClosed(day.day, day.zs.length));
  await hands.until('printing.jobs', jobs =>
    jobs.every(job => job.state === 'sent' || job.state === 'printed'),
  );
  await hands.until('syncing.state', sync => sync.waitingRows === 0);
  const verified = await hands.ask('syncing.verify', {});
  tell(verified.verified ? words.verified(verified.rows) : words.notVerified);
  // That it was verified is a fact as well, and goes up like any other.
  await hands.until('syncing.state', sync => sync.waitingRows === 0);
  return { day, verified };
}
