import type { Desk } from './desk.ts';
import type { Order } from './order.ts';
import type { Words } from './words.ts';

/** Its looks at a payment on its way, where the wallet sends no notice. */
const lookMs = 5_000;
const looksMax = 6;
/** Its round of orders that are still on their way, of those older than ten minutes. */
const oldMs = 600_000;
const roundMs = 60_000;
/** What Alipay’s notice takes. WeChat Pay sends none for payment codes. */
const noticeMs = 1_000;
const expiryDefaultS = 7_200;
const expiryMaxS = 86_400;

/** Alipay tells Jeepay of a payment; nobody else does. */
export function notice(desk: Desk, order: Order): void {
  if (order.way.wallet !== 'alipay' || order.scenario.unheard) return;
  desk.world.after(noticeMs, () => hear(desk, order));
}

/** Follows an order that was left on its way, as little as Jeepay does: for half a minute, then in its rounds. */
export function follow(desk: Desk, order: Order): void {
  if (order.way.wallet !== 'alipay' && !order.scenario.unheard) look(desk, order, looksMax);
  desk.world.after(oldMs, () => goRound(desk, order));
}

function look(desk: Desk, order: Order, looks: number): void {
  desk.world.after(lookMs, () => {
    hear(desk, order);
    if (order.state === 1 && looks > 1) look(desk, order, looks - 1);
  });
}

/** Ends with the order’s expiry at the latest. */
function goRound(desk: Desk, order: Order): void {
  if (order.state !== 1) return;
  desk.world.after(roundMs, () => {
    hear(desk, order);
    goRound(desk, order);
  });
}

/** When its time is over an order is closed without a question to the wallet. */
export function expire({ world }: Desk, order: Order): void {
  const seconds = Math.min(Number(order.asked.expiredTime ?? expiryDefaultS), expiryMaxS);
  world.after(seconds * 1_000, () => {
    if (order.state === 0 || order.state === 1) order.state = 6;
  });
}

/**
 * Takes in how the wallet sees an order, which changes only orders on their way. That nothing was paid it
 * understands from WeChat Pay alone, and writes it down without code or message.
 */
export function hear(desk: Desk, order: Order): void {
  if (order.state !== 1) return;
  const { state } = desk.wallets.tradeOf(order.mchOrderNo);
  if (state === 'paid') believePaid(desk, order);
  else if (state !== 'waiting' && order.way.wallet === 'wechat') believeFailed(order, {});
}

export function believePaid({ world }: Desk, order: Order): void {
  order.state = 2;
  order.successTime = world.wallMs();
  order.channelOrderNo = `4200${order.payOrderId.slice(1)}`;
}

export function believeFailed(order: Order, words: Words): void {
  order.state = 3;
  order.words = words;
}
