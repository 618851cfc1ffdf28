import { no, ok, type Result } from '../../../shared/lib/result.ts';
import { dropped, type Outcome, proxyPage } from '../outcome.ts';
import { lateReplyMs, type Scenario } from '../scenarios.ts';
import type { Trade } from '../wallets.ts';
import { type Answer, fail, say, well } from './answer.ts';
import { carry } from './carrying.ts';
import { type Desk, rowsMax } from './desk.ts';
import { type Form, text, whole } from './fields.ts';
import { believeFailed, believePaid, expire, follow, hear, notice } from './hearing.ts';
import { type Order, submitView, type Way, wayNamed, wayOfCode } from './order.ts';
import type { Fields } from './signing.ts';
import { declineWords, misreadWords } from './words.ts';

export const submitForm: Form = {
  mchOrderNo: text('商户订单号不能为空'),
  wayCode: text('支付方式不能为空'),
  amount: whole('支付金额不能为空', '支付金额不能为空'),
  currency: text('货币代码不能为空'),
  clientIp: text(),
  subject: text('商品标题不能为空'),
  body: text('商品描述信息不能为空'),
  notifyUrl: text(),
  returnUrl: text(),
  expiredTime: whole(),
  channelExtra: text(),
  extParam: text(),
  divisionMode: whole(),
};

/** What the columns of its table hold, in characters; more is a system error. */
const widths = { mchOrderNo: 64, subject: 64, body: 256, extParam: 128 } as const;

/** `/api/pay/unifiedOrder`: charges a customer’s payment code. */
export function submit(desk: Desk, fields: Fields): Outcome {
  const read = readCode(fields);
  if (!read.ok) return say(read.refusal);
  const { code, way } = read.value;
  const mchOrderNo = String(fields.mchOrderNo);
  if (desk.orders.has(mchOrderNo)) return say(fail(`商户订单[${mchOrderNo}]已存在`));
  const tooWide = Object.entries(widths).some(([name, width]) => String(fields[name] ?? '').length > width);
  if (tooWide || desk.orders.size >= rowsMax) return say(fail('系统异常'));
  const scenario = desk.wallets.foresee(code);
  if (scenario.wire === 'drop-before') return dropped;
  if (scenario.wire === '502-before') return proxyPage(502);
  const order = newOrder(desk, fields, way, scenario);
  const { amount } = order;
  const paid = () => notice(desk, order);
  const trade = desk.wallets.charge({ order: mchOrderNo, wallet: way.wallet, code, amount, paid });
  expire(desk, order);
  if (scenario.trouble === 'left-open') return say(fail('系统异常'));
  if (scenario.wire === 'late') return late(desk, order);
  settle(desk, order, trade);
  return carry(order);
}

function readCode({ wayCode, channelExtra }: Fields): Result<{ code: string; way: Way }, Answer> {
  let extra: { authCode?: unknown; auth_code?: unknown };
  try {
    extra = Object(JSON.parse(String(channelExtra ?? '{}')));
  } catch {
    return no(fail('系统异常[syntax error]', 10)); // That, and no more, is what Jeepay says of it.
  }
  // Both spellings are read, as Jeepay’s JSON library does; its document has the second.
  const code = String(extra.authCode ?? extra.auth_code ?? '').trim();
  if (wayCode === 'AUTO_BAR') {
    const way = wayOfCode(code);
    return way ? ok({ code, way }) : no(fail(code === '' ? '条码为空' : '不支持的条码'));
  }
  const way = wayNamed(String(wayCode));
  if (!way) return no(fail('不支持的支付方式'));
  return code === '' ? no(fail('用户支付条码[authCode]不可为空')) : ok({ code, way });
}

function newOrder(desk: Desk, asked: Fields, way: Way, scenario: Scenario): Order {
  const order: Order = {
    payOrderId: desk.newNumber('P'),
    mchOrderNo: String(asked.mchOrderNo),
    way,
    amount: Number(asked.amount),
    createdAt: desk.world.wallMs(),
    asked,
    scenario,
    state: 0,
    words: {},
    refunded: 0,
    refundOnItsWay: false,
  };
  desk.orders.set(order.mchOrderNo, order);
  return order;
}

/** Writes down what the wallet answered, as Jeepay understands it. */
function settle(desk: Desk, order: Order, { state, scenario }: Trade): void {
  const { wallet } = order.way;
  const { customer, trouble } = scenario;
  if (trouble === 'misread') believeFailed(order, misreadWords[wallet]);
  else if (customer?.does === 'is-declined') believeFailed(order, declineWords[wallet][customer.why]);
  else if (state === 'paid') believePaid(desk, order);
  else {
    order.state = 1;
    follow(desk, order);
  }
}

/** Jeepay itself waits for the wallet so long; the order stands in state 0 meanwhile. */
function late(desk: Desk, order: Order): Outcome {
  desk.world.after(lateReplyMs, () => {
    if (order.state !== 0) return;
    order.state = 1;
    hear(desk, order);
  });
  return { ...say(well(submitView({ ...order, state: 2 }))), delayMs: lateReplyMs };
}
