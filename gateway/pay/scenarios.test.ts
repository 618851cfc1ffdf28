import { describe, expect, test } from 'vitest';
import { codeFor, heard, isSigned, practiceTill } from '../../test/doubles/practice-till.ts';
import { scenarioTable } from './scenario-table.ts';
import { type Wallet, wallets } from './scenarios.ts';

const amount = 1_250;

/** Charges one code and gives its till, with what came back at once. */
function charged(suffix: string, wallet: Wallet = 'wechat') {
  const till = practiceTill();
  const outcome = till.charge('T1', codeFor(suffix, wallet));
  const state = () => till.query('T1').data?.state;
  const net = () => till.practice.ledger.net('T1');
  return { ...till, outcome, answer: heard(outcome), state, net };
}

test('no number stands twice in the table, and other digits are paid at once', () => {
  expect(new Set(scenarioTable.map(row => row.suffix)).size).toBe(scenarioTable.length);
  const { answer, net } = charged('9876');
  expect(answer.data).toMatchObject({ orderState: 2 });
  expect(net()).toBe(amount);
});

describe('the customer', () => {
  test.each(wallets)('pays after 8 s, and Jeepay hears of it soon (%s)', async wallet => {
    const { env, answer, state, net } = charged('0001', wallet);
    expect([answer.data?.orderState, net()]).toEqual([1, 0]);
    await env.pass(7_999);
    expect(net()).toBe(0);
    await env.pass(1);
    expect([state(), net()]).toEqual([1, amount]);
    await env.pass(2_000);
    expect(state()).toBe(2);
  });

  test('pays after 40 s: Alipay sends a notice, of WeChat Pay Jeepay learns in its round after ten minutes', async () => {
    for (const [wallet, heardAfterMs] of [
      ['alipay', 41_000],
      ['wechat', 660_000],
      ['unionpay', 660_000],
    ] as const) {
      const { env, state, net } = charged('0002', wallet);
      await env.pass(40_000);
      expect(net()).toBe(amount);
      await env.pass(heardAfterMs - 40_001);
      expect([wallet, state()]).toEqual([wallet, 1]);
      await env.pass(1);
      expect([wallet, state()]).toEqual([wallet, 2]);
    }
  });

  test('never pays: only of WeChat Pay does Jeepay understand it, without a code or a word', async () => {
    const { env, state, query, close } = charged('0003');
    await env.pass(45_000);
    expect(state()).toBe(1);
    expect(close('T1'), 'the wallet closed it before').toEqual({ code: 9999, msg: 'OK' });
    await env.pass(615_000);
    expect(query('T1').data).toMatchObject({ state: 3 });
    expect(query('T1').data).not.toHaveProperty('errMsg');
    const alipay = charged('0003', 'alipay');
    await alipay.env.pass(180_000);
    expect(alipay.close('T1').msg).toBe('交易状态不合法');
    await alipay.env.pass(7_019_999);
    expect(alipay.state()).toBe(1);
    await alipay.env.pass(1);
    expect(alipay.state()).toBe(6);
  });

  test('cancels after 6 s; with Alipay that leaves the order open', async () => {
    const wechat = charged('0004');
    const alipay = charged('0004', 'alipay');
    await Promise.all([wechat.env.pass(10_000), alipay.env.pass(10_000)]);
    expect([wechat.state(), alipay.state()]).toEqual([3, 1]);
    expect(alipay.close('T1').code).toBe(0);
    expect([wechat.net(), alipay.net(), alipay.state()]).toEqual([0, 0, 6]);
  });

  test.each(wallets)('pays, and nobody tells Jeepay for eleven minutes (%s)', async wallet => {
    const { env, state, net } = charged('0005', wallet);
    await env.pass(659_999);
    expect([state(), net()]).toEqual([1, amount]);
    await env.pass(1);
    expect(state()).toBe(2);
  });
});

describe('declines', () => {
  const rows = scenarioTable.filter(row => row.group === 'declined').map(row => row.suffix);
  test.each(rows.flatMap(suffix => wallets.map(wallet => [suffix, wallet] as const)))(
    '%s by %s names a code, takes nothing and stays so',
    async (suffix, wallet) => {
      const { env, answer, net, query } = charged(suffix, wallet);
      expect(answer.data).toMatchObject({
        orderState: 3,
        errCode: expect.any(String),
        errMsg: expect.any(String),
      });
      expect(isSigned(answer)).toBe(true);
      await env.pass(8_000_000);
      expect(query('T1').data).toMatchObject({ state: 3, errCode: answer.data?.errCode });
      expect(net()).toBe(0);
    },
  );

  test('a code is used up by its first charge, even by a declined one', () => {
    for (const suffix of ['0000', '0003', '0010', '0030', '0022']) {
      const till = charged(suffix);
      const second = heard(till.charge('T2', codeFor(suffix)));
      expect([suffix, second.data]).toEqual([
        suffix,
        expect.objectContaining({ errCode: 'AUTH_CODE_INVALID' }),
      ]);
      expect(till.practice.ledger.net('T2')).toBe(0);
    }
  });

  test('a code that a phone shows lives for a minute', async () => {
    const till = practiceTill();
    for (const turn of [0, 1]) till.practice.show(codeFor('0000', 'wechat', turn));
    await till.env.pass(60_000);
    expect(heard(till.charge('T1', codeFor('0000', 'wechat', 0))).data).toMatchObject({ orderState: 2 });
    await till.env.pass(1);
    expect(heard(till.charge('T2', codeFor('0000', 'wechat', 1))).data).toMatchObject({
      errCode: 'AUTHCODEEXPIRE',
    });
  });
});

describe('the provider gets it wrong', () => {
  test.each([
    ['wechat', undefined, 'Read timed out'],
    ['alipay', 'ACQ.SYSTEM_ERROR', 'Service Currently Unavailable【系统异常】'],
    ['unionpay', '04', '交易状态未知，请查询对账结果'],
  ] as const)('calls a payment of %s failed, taken or not', async (wallet, errCode, errMsg) => {
    for (const [suffix, taken] of [
      ['0020', amount],
      ['0021', 0],
    ] as const) {
      const { env, answer, net, query } = charged(suffix, wallet);
      expect(answer.data).toMatchObject({ orderState: 3, errMsg });
      expect(answer.data?.errCode).toBe(errCode);
      await env.pass(8_000_000);
      expect([query('T1').data?.state, net()]).toEqual([3, taken]);
    }
  });

  test('leaves an order open that was paid, and closes it by itself when asked to', () => {
    const { answer, state, net, close } = charged('0022', 'alipay');
    expect(answer).toEqual({ code: 9999, msg: '系统异常' });
    expect([state(), net()]).toEqual([0, amount]);
    expect(close('T1').code).toBe(0);
    expect([state(), net()]).toEqual([6, amount]);
  });
});

describe('the wire fails', () => {
  test('after the money was taken, or before anything was done', () => {
    for (const [suffix, does, taken] of [
      ['0030', 'drop', amount],
      ['0031', 'drop', 0],
      ['0033', 'reply', amount],
      ['0034', 'reply', 0],
      ['0035', 'cut', amount],
    ] as const) {
      const { outcome, query, net } = charged(suffix);
      expect([suffix, outcome.does, net()]).toEqual([suffix, does, taken]);
      if (taken) expect(query('T1').data).toMatchObject({ state: 2 });
      else expect(query('T1')).toEqual({ code: 9999, msg: '订单不存在' });
    }
    expect(charged('0033').outcome).toMatchObject({ status: 502, type: 'text/html; charset=utf-8' });
    expect(charged('0034').outcome).toMatchObject({ status: 502 });
  });

  test('for half a minute, while the money is taken after a second', async () => {
    const { env, outcome, state, net } = charged('0032');
    expect(outcome.delayMs).toBe(30_000);
    await env.pass(1_000);
    expect([state(), net()]).toEqual([0, amount]);
    await env.pass(29_000);
    expect(state()).toBe(2);
  });

  test('in what the answer says of itself', async () => {
    for (const suffix of ['0036', '0037']) {
      const { answer, query } = charged(suffix);
      expect([suffix, answer.data?.orderState, isSigned(answer)]).toEqual([suffix, 2, false]);
      expect(isSigned(query('T1'))).toBe(true);
    }
    const other = charged('0039').answer;
    expect([other.data?.mchOrderNo, isSigned(other)]).toEqual(['T19', true]);
    const { env, net, query } = charged('0038');
    await env.pass(5_000);
    expect([query('T1').data?.amount, query('T1').data?.state, net()]).toEqual([amount + 1, 2, amount]);
    expect(isSigned(query('T1'))).toBe(true);
  });
});

describe('cancels', () => {
  test.each(wallets)('are refused twice, then taken (%s)', async wallet => {
    const { env, state, net, close } = charged('0040', wallet);
    await env.pass(50_000);
    expect(close('T1').code).toBe(9999);
    expect(close('T1'), 'an empty body').toEqual({});
    expect(state()).toBe(1);
    expect(close('T1').code).toBe(0);
    await env.pass(8_000_000);
    expect([state(), net()]).toEqual([6, 0]);
  });

  test('are taken, and the customer pays all the same', async () => {
    const { env, state, net, close } = charged('0041');
    await env.pass(50_000);
    expect([close('T1').code, net()]).toEqual([0, 0]);
    await env.pass(3_000);
    expect([state(), net()]).toEqual([6, amount]);
  });

  test('come too late', async () => {
    const { env, state, net, close } = charged('0042', 'alipay');
    await env.pass(50_000);
    expect(close('T1')).toEqual({ code: 9999, msg: '交易状态不合法' });
    expect([state(), net()]).toEqual([1, amount]);
    await env.pass(1_000);
    expect(state()).toBe(2);
  });

  test('claim what is not so', async () => {
    const { env, state, net, close } = charged('0043');
    await env.pass(50_000);
    expect(close('T1')).toMatchObject({ code: 0, data: {} });
    expect([state(), net()]).toEqual([2, amount]);
  });
});

test('refunds fail, are lost or are done against what is said', () => {
  const given = (suffix: string) => {
    const till = charged(suffix, 'alipay');
    const outcome = till.refund('T1', 'R1', 250);
    return {
      said: heard(outcome),
      does: outcome.does,
      state: till.queryRefund('R1').data?.state,
      net: till.net(),
    };
  };
  expect(given('0051')).toMatchObject({
    state: 3,
    net: amount,
    said: { data: { errCode: 'ACQ.SELLER_BALANCE_NOT_ENOUGH' } },
  });
  expect(given('0052')).toMatchObject({ does: 'drop', state: 2, net: 1_000 });
  const misread = given('0053');
  expect(misread).toMatchObject({ state: 3, net: 1_000, said: { data: { errMsg: 'Read timed out' } } });
  expect(misread.said.data).not.toHaveProperty('errCode');
  expect(given('0054')).toMatchObject({ state: 0, net: 1_000, said: { code: 9999, msg: '系统异常' } });
});

test('a refund that was done unheard can’t be done a second time under another number', () => {
  for (const suffix of ['0053', '0054']) {
    const { refund, net } = charged(suffix);
    refund('T1', 'R1', 1_000);
    refund('T1', 'R2', 1_000);
    expect([suffix, net()]).toEqual([suffix, 250]);
  }
});

test('what will differ in notices and statements stands on the ledger', () => {
  const later = (suffix: string) => charged(suffix).practice.ledger.accounts()[0]?.later;
  expect(['0060', '0070', '0071', '0072', '0073', '0000'].map(later)).toEqual([
    ...['notice-thrice', 'row-missing', 'row-extra', 'other-amount', 'next-day'],
    undefined,
  ]);
});
