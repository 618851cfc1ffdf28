import type { Outcome } from '../outcome.ts';
import { fail, say, sayNothing, well } from './answer.ts';
import { type Desk, findOrder } from './desk.ts';
import { type Form, text } from './fields.ts';
import { believePaid } from './hearing.ts';
import { type Order, queryView } from './order.ts';
import type { Fields } from './signing.ts';
import { closeRefused } from './words.ts';

export const orderForm: Form = { mchOrderNo: text(), payOrderId: text() };

const unnamed = ({ mchOrderNo, payOrderId }: Fields) => !mchOrderNo && !payOrderId;

/** `/api/pay/query`: what stands in Jeepay’s own table; the wallet is not asked. */
export function query(desk: Desk, fields: Fields): Outcome {
  if (unnamed(fields)) return say(fail('mchOrderNo 和 payOrderId不能同时为空'));
  const order = findOrder(desk, fields);
  return say(order ? well(queryView(order)) : fail('订单不存在'));
}

/**
 * `/api/pay/close`: an order that it does not know it does not remember either, one in state 0 it closes
 * without a word to the wallet, and what it says of success is the same about every order.
 */
export function close(desk: Desk, fields: Fields): Outcome {
  if (unnamed(fields)) return say(fail('mchOrderNo 和 payOrderId 不能同时为空'));
  const order = findOrder(desk, fields);
  if (!order) return say(fail('订单不存在'));
  if (order.state !== 0 && order.state !== 1) return say(fail('当前订单不可关闭'));
  if (order.state === 0) order.state = 6;
  else if (!desk.wallets.close(order.mchOrderNo)) return refused(desk, order);
  // A notice of payment that came in between is not overwritten, and not spoken of.
  else if (desk.wallets.tradeOf(order.mchOrderNo).state === 'paid') believePaid(desk, order);
  else order.state = 6;
  return say(well({}));
}

/** The second refusal of 0040 shows what Jeepay says when it stumbles over the wallet’s: nothing. */
function refused({ wallets }: Desk, { mchOrderNo, way }: Order): Outcome {
  return wallets.tradeOf(mchOrderNo).cancelsRefused === 2 ? sayNothing : say(fail(closeRefused[way.wallet]));
}
