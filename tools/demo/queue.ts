import type { CartId } from '../../shared/domain/cart.ts';
import { isWeighed } from '../../shared/domain/item.ts';
import { one } from '../../shared/domain/quantity.ts';
import { formatsFor } from '../../shared/i18n/format.ts';
import type { Customer } from './customers.ts';
import { outageFrom, outageSales, type Stage } from './day.ts';
import { type Person, putAside, ringUp, type Served, takeCash, takeCode } from './serve.ts';

/** Settled by customers' codes: every other one while there is network, and the last of the day. */
const byCode = (sold: number, last: number): boolean => (sold % 2 === 0 && !isOutage(sold)) || sold === last;
const isOutage = (sold: number): boolean => sold >= outageFrom && sold < outageFrom + outageSales;
/** Of these the provider's answer is lost on the way, with the money taken. */
const lostReplies = [4, 30];

/** Serves everybody in the queue; `sold` sales were made before, of `last + 1` in all. */
export async function serveAll(
  customers: readonly Customer[],
  stage: Stage,
  manager: Person,
  { sold: before, last }: { readonly sold: number; readonly last: number },
): Promise<Served[]> {
  const { hands, words, tell } = stage;
  const all: Served[] = [];
  let absent: { readonly cart: CartId; readonly customer: Customer } | null = null;
  const settle = async (customer: Customer, recalled: boolean) => {
    const sold = before + all.length;
    const served = byCode(sold, last)
      ? await takeCode(hands, customer, codeOf(sold))
      : await takeCash(hands, customer, sold);
    all.push(served);
    tell(saleLine(served, customer, recalled, sold, stage));
    if (sold + 1 === outageFrom) await loseNetwork(stage);
    if (sold + 1 === outageFrom + outageSales) await regainNetwork(stage);
    // The printer is given the time a customer takes to pack.
    await hands.until('printing.jobs', jobs =>
      jobs.every(job => job.state === 'sent' || job.state === 'printed'),
    );
  };
  for (const [place, customer] of customers.entries()) {
    await ringUp(hands, customer, manager);
    if (customer.comesBack && place < customers.length - 1) {
      const label = words.customer(before + place + 1);
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
  return all;
}

/** The practice provider does what the last four digits say; every code is another one. */
function codeOf(sold: number): string {
  const scenario = lostReplies.includes(sold) ? '0030' : '0000';
  return `${sold % 4 === 0 ? '13' : '28'}${String(sold).padStart(12, '0')}${scenario}`;
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
