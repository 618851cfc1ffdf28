import { expect, test } from 'vitest';
import {
  charge,
  code,
  order,
  paperJeepay,
  queried,
  refused,
  replying,
  secret,
  signed,
  submitted,
  unknownOrder,
} from '../../../test/doubles/jeepay.ts';
import type { ChannelReply, Order } from '../channel.ts';
import { signatureOf } from './signing.ts';

const unknown = (why: string) => ({ kind: 'unknown', why });
const paid = { kind: 'paid', amount: 1_250, providerNumber: 'P1001' };
const lost = (why: 'timeout' | 'cut' | 'unreadable'): ChannelReply => ({ kind: 'lost', why });

const submit = (reply: ChannelReply, lookUp?: ChannelReply) =>
  paperJeepay({ 'pay/unifiedOrder': reply, 'pay/query': lookUp ?? [] }).channel.submit(charge, code);
const query = (reply: ChannelReply, of: Partial<Order> = {}) =>
  paperJeepay({ 'pay/query': reply }).channel.query({ ...order, ...of });
const cancel = (reply: ChannelReply) => paperJeepay({ 'pay/close': reply }).channel.cancel(order);

test('a charge is signed, in fen, and holds the code in channelExtra and nowhere else', async () => {
  const { channel, sent, logged } = paperJeepay({ 'pay/unifiedOrder': signed(submitted(1)) });
  expect(await channel.submit({ ...charge, subject: '可乐\u202e店'.padEnd(200, '长') }, code)).toEqual({
    kind: 'pending',
  });
  const [request] = sent;
  const { sign, ...fields } = JSON.parse(request!.body);
  expect(sign).toBe(signatureOf(fields, secret));
  expect(fields).toMatchObject({
    mchNo: 'M1',
    appId: 'A1',
    reqTime: '1700000000000',
    version: '1.0',
    signType: 'MD5',
    mchOrderNo: order.order,
    wayCode: 'AUTO_BAR',
    amount: 1_250,
    currency: 'cny',
    channelExtra: '{"authCode":"134567890123456789"}',
  });
  expect([...fields.subject].length).toBe(64);
  expect(fields.subject).toMatch(/^可乐 店长+…$/);
  expect(JSON.stringify([request!.url, request!.headers, { ...fields, channelExtra: '' }])).not.toContain(
    code.reveal(),
  );
  expect(request).toMatchObject({ method: 'POST', deadlineMs: 10_000 });
  expect(logged).toEqual([]);
});

test('a submit that says paid is looked up, as it names no amount', async () => {
  expect(await submit(signed(submitted(2)), signed(queried(2)))).toEqual(paid);
  expect(await submit(signed(submitted(2)), signed(queried(2, { amount: 1_249 })))).toEqual(
    unknown('wrong-amount'),
  );
});

test('a submit that says paid, and can’t be looked up, is unknown; it is never not sent', async () => {
  const says = signed(submitted(2));
  expect(await submit(says, { kind: 'not-sent', why: 'no-link' })).toEqual(unknown('cut'));
  expect(await submit(says, lost('timeout'))).toEqual(unknown('timeout'));
  for (const reply of [unknownOrder, signed(queried(1)), signed(queried(3, { errCode: 'NOTENOUGH' }))])
    expect(await submit(says, reply)).toEqual(unknown('contradictory'));
});

test('what did not leave the till is not sent; what may have left and came to nothing is unknown', async () => {
  for (const why of ['no-link', 'no-address', 'refused', 'not-secure'] as const)
    expect(await submit({ kind: 'not-sent', why })).toEqual({ kind: 'not-sent', why });
  for (const why of ['timeout', 'cut', 'unreadable'] as const)
    expect(await submit(lost(why))).toEqual(unknown(why));
});

test.each([
  ['a time-out towards WeChat Pay, called failed', submitted(3, { errMsg: 'Read timed out' })],
  ['the same from an older Jeepay, without a word', submitted(3)],
  ['a time-out with what WeChat Pay’s envelope said', submitted(3, { errCode: 'FAIL', errMsg: '签名' })],
  ['an unknown of Alipay’s, called failed', submitted(3, { errCode: 'ACQ.SYSTEM_ERROR', errMsg: 'x' })],
  ['the same under its other name', submitted(3, { errCode: 'aop.ACQ.SYSTEM_ERROR', errMsg: 'x' })],
  ['the same as a bare number', submitted(3, { errCode: '20000', errMsg: 'Service Currently Unavailable' })],
  ['an order that Alipay has been paid already', submitted(3, { errCode: 'ACQ.TRADE_HAS_SUCCESS' })],
  ['WeChat Pay knows the number as paid', submitted(3, { errCode: 'ORDERPAID' })],
  ['WeChat Pay has been seen to take money and say this', submitted(3, { errCode: 'PARAM_ERROR' })],
  ['a number of UnionPay’s, of which no list is public', submitted(3, { errCode: '51', errMsg: '余额不足' })],
  ['a code that looks like part of a list', submitted(3, { errCode: 'constructor', errMsg: 'x' })],
  ['an order that was made and went nowhere', submitted(0)],
])('a submit is unknown after %s', async (_, data) => {
  expect(await submit(signed(data))).toEqual(unknown('provider-trouble'));
});

test.each([
  ['a network error towards Alipay, of which Jeepay only says that it failed', 'Connection reset'],
  ['a number that is there already', `商户订单[${order.order}]已存在`],
  ['a fault of Jeepay’s', '系统异常'],
  ['a code it does not take', '不支持的条码'],
  ['an order it can’t know at a submit', '订单不存在'],
])('a refusal is never signed, so a submit is unknown after %s', async (_, msg) => {
  expect(await submit(refused(msg))).toEqual(unknown('provider-trouble'));
  expect(await submit(refused(msg, 10))).toEqual(unknown('provider-trouble'));
});

test.each([
  ['AUTHCODEEXPIRE', 'code-expired'],
  ['NOTENOUGH', 'funds'],
  ['ACQ.BUYER_BALANCE_NOT_ENOUGH', 'funds'],
  ['ACQ.PAYMENT_AUTH_CODE_INVALID', 'code-invalid'],
  ['ACQ.PAYMENT_REQUEST_HAS_RISK', 'risk'],
  ['MCHID_NOT_EXIST', 'merchant-setup'],
])('a failure that the wallet itself calls certain is declined: %s', async (errCode, reason) => {
  const more = { errCode, errMsg: '业务失败\n【号 134567890123456789】' };
  const declined = { kind: 'declined', reason, said: '业务失败 【号 …6789】' };
  expect(await submit(signed(submitted(3, more)))).toEqual(declined);
  expect(await query(signed(queried(3, more)))).toEqual(declined);
});

test('a submit is believed for its own order only', async () => {
  const other = { mchOrderNo: 'X1', errCode: 'NOTENOUGH' };
  for (const state of [1, 2, 3])
    expect(await submit(signed(submitted(state, other)))).toEqual(unknown('wrong-order'));
});

test('a failure that Jeepay learnt by asking has neither code nor message, and is certain once the order was pending', async () => {
  expect(await query(signed(queried(3)), { seen: true })).toMatchObject({
    kind: 'declined',
    reason: 'other',
  });
  expect(await query(signed(queried(3)))).toEqual(unknown('provider-trouble'));
  expect(await query(signed(queried(3, { errMsg: '网络' })), { seen: true })).toEqual(
    unknown('provider-trouble'),
  );
});

test('a closed order is cancelled only where it was pending and our own close was accepted', async () => {
  const closed = signed(queried(6));
  expect(await query(closed, { seen: true, cancelAccepted: true })).toEqual({ kind: 'cancelled' });
  for (const of of [{}, { seen: true }, { cancelAccepted: true }])
    expect(await query(closed, of)).toEqual(unknown('provider-trouble'));
});

test('an order that was paid and sent back elsewhere is neither', async () => {
  const both = { seen: true, cancelAccepted: true };
  for (const state of [4, 5, 7, -1])
    expect(await query(signed(queried(state)), both)).toEqual(unknown('contradictory'));
  expect(await query(signed(queried(0)), both)).toEqual(unknown('provider-trouble'));
});

test('paid wins, whatever was heard before', async () => {
  const late = { seen: true, cancelAccepted: true };
  expect(await query(signed(queried(2)), late)).toEqual(paid);
  expect(await query(signed(queried(1)), late)).toEqual({ kind: 'pending' });
});

test('an order that is not there is not found, by these very words alone', async () => {
  expect(await query(unknownOrder)).toEqual({ kind: 'not-found' });
  for (const msg of ['商户不存在或商户状态不可用', '商户应用不存在', '验签失败', '订单不存在。', ''])
    expect(await query(refused(msg))).toEqual(unknown('provider-trouble'));
});

test.each([
  ['another order', signed(queried(2, { mchOrderNo: 'X1' })), 'wrong-order'],
  ['another amount', signed(queried(2, { amount: 1_251 })), 'wrong-amount'],
  ['another currency', signed(queried(2, { currency: 'usd' })), 'wrong-amount'],
  ['no amount', signed(queried(2, { amount: null })), 'unreadable'],
  ['an amount in words', signed(queried(2, { amount: '1250' })), 'unreadable'],
  ['no number of Jeepay’s', signed(queried(2, { payOrderId: null })), 'unreadable'],
  ['another secret', signed(queried(2), 'another'), 'bad-signature'],
  ['no signature', replying(JSON.stringify({ code: 0, msg: '', data: queried(2) })), 'bad-signature'],
  ['nothing at all', replying(''), 'unreadable'],
  ['half an answer', replying('{"code":0,"data":{"sta'), 'unreadable'],
  ['no data', replying('{"code":0,"msg":"SUCCESS"}'), 'unreadable'],
  ['a page', replying('<html>Bad gateway</html>', 502), 'provider-trouble'],
  ['a page of a hotel’s network', replying('<html>Sign in</html>'), 'unreadable'],
])('a reply is not believed with %s', async (_, reply, why) => {
  expect(await query(reply)).toEqual(unknown(why));
});

test('a close that is accepted is a claim; one that went wrong is unknown', async () => {
  expect(await cancel(signed({}))).toEqual({ kind: 'cancelled' });
  expect(await cancel(unknownOrder)).toEqual({ kind: 'not-found' });
  expect(await cancel(replying(''))).toEqual(unknown('unreadable'));
  expect(await cancel(refused('当前订单不可关闭'))).toEqual(unknown('provider-trouble'));
  expect(await cancel(signed({ errCode: 'SYSTEMERROR' }))).toEqual(unknown('provider-trouble'));
  expect(await cancel(signed({}, 'another'))).toEqual(unknown('bad-signature'));
  expect(await cancel({ kind: 'not-sent', why: 'no-link' })).toEqual({ kind: 'not-sent', why: 'no-link' });
});

test('an order is found by Jeepay’s number or by ours, with what it is worth', async () => {
  const found = { kind: 'found', order: order.order, answer: paid };
  const byTheirs = paperJeepay({ 'pay/query': signed(queried(2)) });
  expect(await byTheirs.channel.find('P1001')).toEqual(found);
  const byOurs = paperJeepay({ 'pay/query': [unknownOrder, signed(queried(2))] });
  expect(await byOurs.channel.find(order.order)).toEqual(found);
  expect(byOurs.sent.map(({ body }) => Object.keys(JSON.parse(body)).at(-2))).toEqual([
    'payOrderId',
    'mchOrderNo',
  ]);
});

test('what is found under another number than asked for was not found', async () => {
  const find = (...replies: ChannelReply[]) => paperJeepay({ 'pay/query': replies }).channel.find('P2');
  expect(await find(unknownOrder, unknownOrder)).toEqual({ kind: 'not-found' });
  expect(await find(signed(queried(2)))).toEqual({ kind: 'no-answer' });
  expect(await find(unknownOrder, lost('timeout'))).toEqual({ kind: 'no-answer' });
  expect(await find(signed(queried(2, { payOrderId: 'P2', currency: 'usd' })))).toMatchObject({
    answer: unknown('wrong-amount'),
  });
});

test('the test asks about an order that can’t be, and says what is wrong', async () => {
  const tried = async (reply: ChannelReply) => {
    const { channel, sent } = paperJeepay({ 'pay/query': reply });
    const outcome = await channel.test();
    expect(sent.map(({ asked }) => asked)).toEqual(['pay/query']);
    return outcome.kind === 'works' ? outcome : outcome.why;
  };
  expect(await tried(unknownOrder)).toEqual({ kind: 'works', roundTripMs: 0 });
  expect(await tried(refused('验签失败'))).toBe('key-wrong');
  expect(await tried(refused('通信秘钥错误！'))).toBe('key-wrong');
  expect(await tried(refused('商户不存在或商户状态不可用'))).toBe('merchant-unknown');
  expect(await tried(refused('参数appId与商户号不匹配'))).toBe('merchant-unknown');
  expect(await tried(refused('系统异常', 10))).toBe('not-a-provider');
  expect(await tried(replying('<html></html>', 404))).toBe('not-a-provider');
  expect(await tried(signed(queried(2)))).toBe('not-a-provider');
  expect(await tried(lost('timeout'))).toBe('unreachable');
  expect(await tried({ kind: 'not-sent', why: 'refused' })).toBe('unreachable');
  expect(await tried({ kind: 'not-sent', why: 'not-secure' })).toBe('not-secure');
});

test('why Jeepay refuses is logged, cut short and without long numbers; that it knows no order is not worth it', async () => {
  const said = `付款码 ${code.reveal()} 无效${'!'.repeat(300)}`;
  const { channel, logged } = paperJeepay({
    'pay/unifiedOrder': refused(said),
    'pay/query': unknownOrder,
  });
  await channel.submit(charge, code);
  await channel.query(order);
  expect(logged).toEqual([
    {
      event: 'jeepay.refused',
      facts: { path: '/api/pay/unifiedOrder', said: expect.stringMatching(/^付款码 …6789 无效!+…$/) },
    },
  ]);
});
