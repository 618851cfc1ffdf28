import type { Language } from '../../shared/contract/setup.ts';
import type { ShiftTotals } from '../../shared/contract/shifts.ts';
import type { VerifyReport } from '../../shared/contract/syncing.ts';
import type { CartId } from '../../shared/domain/cart.ts';
import { isWeighed } from '../../shared/domain/item.ts';
import { type Minor, minor } from '../../shared/domain/money.ts';
import { one } from '../../shared/domain/quantity.ts';
import { formatsFor } from '../../shared/i18n/format.ts';
import { assert } from '../../shared/lib/assert.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { type Customer, customersOfTheDay } from './customers.ts';
import type { ShotGateway } from './gateway.ts';
import type { Hands } from './hands.ts';
import { type Person, putAside, ringUp, type Served, takeCash, takeCode, withLeave } from './serve.ts';
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

export type DayEnd = { readonly totals: ShiftTotals; readonly verified: VerifyReport };

const salesOfTheDay = 40;
/** The gateway is down for twelve sales in the middle of the day: from this one on, counted from 0. */
const outageFrom = 14;
const outageSales = 12;
/** Settled by customers' codes: every other one while there is network, and the last. */
const byCode = (sold: number): boolean => (sold % 2 === 0 && !isOutage(sold)) || sold === salesOfTheDay - 1;
const isOutage = (sold: number): boolean => sold >= outageFrom && sold < outageFrom + outageSales;
/** Of these the provider's answer is lost on the way, with the money taken. */
const lostReplies = [4, 30];
const float: Minor = minor(50_000);

/** Plays one day, from the first start to the count in the evening, by the words that the page says. */
export async function playDay(stage: Stage): Promise<DayEnd> {
  const { hands, gateway, words, tell } = stage;
  const format = formatsFor(stage.language, 'CNY');
  const demo = readDemoShop();
  tell(words.title(stage.seed));
  const { manager, cashier, shop, goods } = await openDemoShop(hands, demo, stage.language);
  tell(words.opened(shop, goods));
  await hands.say('syncing.enrol', { url: gateway.url, code: gateway.code });
  for (const [channel, values] of Object.entries(gateway.channels))
    await hands.say('paying.configureChannel', { channel, values });
  await hands.until('syncing.state', sync => sync.link === 'online');
  await changePlaces(hands, cashier);
  await hands.say('shifts.open', { float });
  tell(words.shift(format.amount(float)));
  const customers = customersOfTheDay(demo.items, salesOfTheDay, seededRng(stage.seed));
  const taken = await serveAll(customers, stage, manager);
  await sendBack(stage, manager);
  // What lies in the drawer is what was put in and given out, by the hand that did it.
  const totals = await hands.say('shifts.close', { counted: minor(float + taken) });
  const apart = (totals.cashCounted ?? 0) - totals.cashExpected;
  const verdict =
    apart === 0 ? words.even : (apart > 0 ? words.over : words.short)(format.amount(minor(Math.abs(apart))));
  tell(
    `${words.closed(format.amount(totals.cashExpected), format.amount(totals.cashCounted ?? minor(0)))} · ${verdict}`,
  );
  await changePlaces(hands, manager);
  await hands.until('printing.jobs', jobs =>
    jobs.every(job => job.state === 'sent' || job.state === 'printed'),
  );
  await hands.until('syncing.state', sync => sync.waitingRows === 0);
  const verified = await hands.ask('syncing.verify', {});
  tell(verified.verified ? words.verified(verified.rows) : words.notVerified);
  return { totals, verified };
}

async function changePlaces(hands: Hands, person: Person): Promise<void> {
  await hands.say('session.signOut', {});
  await hands.say('session.signIn', person);
}

/** Serves everybody; answers what has come into the drawer, given less change. */
async function serveAll(customers: readonly Customer[], stage: Stage, manager: Person): Promise<number> {
  const { hands, words, tell } = stage;
  let taken = 0;
  let absent: { readonly cart: CartId; readonly customer: Customer } | null = null;
  let sold = 0;
  const settle = async (customer: Customer, recalled: boolean) => {
    const served = byCode(sold)
      ? await takeCode(hands, customer, codeOf(sold))
      : await takeCash(hands, customer, sold);
    taken += served.cash;
    tell(saleLine(served, customer, recalled, sold, stage));
    sold += 1;
    if (sold === outageFrom) await loseNetwork(stage);
    if (sold === outageFrom + outageSales) await regainNetwork(stage);
    // The printer is given the time a customer takes to pack.
    await hands.until('printing.jobs', jobs =>
      jobs.every(job => job.state === 'sent' || job.state === 'printed'),
    );
  };
  for (const [place, customer] of customers.entries()) {
    await ringUp(hands, customer, manager);
    if (customer.comesBack) {
      const label = words.customer(place + 1);
      absent = { cart: await putAside(hands, label), customer };
      tell(words.heldBack(label));
      continue;
    }
    await settle(customer, false);
    if (!absent) continue;
    await hands.say('selling.recall', { cart: absent.cart });
    await settle(absent.customer, true);
    absent = null;
  }
  return taken;
}

/** The practice provider does what the last four digits say; every code is another one. */
function codeOf(sold: number): string {
  const scenario = lostReplies.includes(sold) ? '0030' : '0000';
  return `${sold % 4 === 0 ? '13' : '28'}${String(sold).padStart(12, '0')}${scenario}`;
}

/** The last customer brings everything back, and the money goes back to the wallet. */
async function sendBack({ hands, words, tell, language }: Stage, manager: Person): Promise<void> {
  const sale = (await hands.ask('selling.lastSales', { limit: 1 }))[0];
  const tender = sale?.tenders[0];
  assert(sale && tender?.kind === 'code', 'the last sale was settled by a code');
  const { attempt, amount } = tender;
  await withLeave(hands, 'paying.refund', { attempt, amount, reason: words.brought }, manager);
  await hands.until('paying.state', ({ refundsUnderWay }) => refundsUnderWay === 0);
  tell(words.refunded(sale.receipt, formatsFor(language, 'CNY').amount(amount)));
}

async function loseNetwork({ hands, gateway, words, tell }: Stage): Promise<void> {
  await hands.until('syncing.state', sync => sync.waitingSales === 0);
  await gateway.shoot();
  tell(words.outage);
  await hands.say('syncing.sendNow', {});
  await hands.until('syncing.state', sync => sync.link === 'offline');
}

async function regainNetwork({ hands, gateway, words, tell }: Stage): Promise<void> {
  const { waitingSales } = await hands.see('syncing.state');
  tell(words.waiting(waitingSales));
  await gateway.startAgain();
  await hands.say('syncing.sendNow', {});
  await hands.until('syncing.state', sync => sync.link === 'online' && sync.waitingSales === 0);
  tell(words.restored(waitingSales));
}

function saleLine(
  { paid, wallet, pieces, discounted, removed }: Served,
  { basket }: Customer,
  recalled: boolean,
  sold: number,
  { words, language }: Stage,
): string {
  const format = formatsFor(language, 'CNY');
  const notes = [
    basket.some(each => isWeighed(each.item.unit)) && words.notes.weighed,
    basket.some(each => !isWeighed(each.item.unit) && each.quantity !== one) && words.notes.times,
    discounted && words.notes.discounted,
    removed && words.notes.removed,
    recalled && words.notes.recalled,
    wallet && words.wallets[wallet],
    lostReplies.includes(sold) && words.notes.lostReply,
    isOutage(sold) && words.notes.offline,
  ].filter(note => note !== false && note !== null);
  return words.sale(
    paid.receipt,
    pieces,
    format.amount(paid.total),
    format.amount(paid.given),
    format.amount(paid.change),
    notes.length > 0 ? `  ${notes.join(' · ')}` : '',
  );
}
