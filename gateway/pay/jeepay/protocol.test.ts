import { expect, test } from 'vitest';
import {
  chargeFields,
  codeFor,
  heard,
  practiceTill,
  signedBody,
} from '../../../test/doubles/practice-till.ts';
import type { JeepayPath } from './provider.ts';

const charge = '/api/pay/unifiedOrder';

/** Code and message of the answer to a body as it is. */
function said(body: string, path: JeepayPath = charge) {
  const { code, msg } = heard(practiceTill().practice.jeepay(path, body));
  return [code, msg];
}
const saidOf = (changed: Readonly<Record<string, string | number | undefined>>) =>
  said(signedBody({ ...chargeFields('T1', codeFor('0000')), ...changed }));

test('takes JSON and forms, and a signature made elsewhere', () => {
  // Signed with openssl, over what stands in `signing.test.ts` in the same way.
  const fields = {
    mchNo: 'M0000000001',
    appId: 'practice0000000000000001',
    version: '1.0',
    signType: 'MD5',
    reqTime: '1700000000000',
    mchOrderNo: 'T1',
    wayCode: 'AUTO_BAR',
    amount: '1250',
    currency: 'cny',
    subject: 'goods',
    body: 'goods',
    channelExtra: '{"authCode":"130000000000000000"}',
    sign: '74AD9FA764B395FBFBD682226488448C',
  };
  expect(said(JSON.stringify(fields))).toEqual([0, 'SUCCESS']);
  expect(said(JSON.stringify({ ...fields, amount: 1250, notItsOwn: 'unseen' }))).toEqual([0, 'SUCCESS']);
  expect(said(new URLSearchParams(fields).toString())).toEqual([0, 'SUCCESS']);
  expect(said(JSON.stringify({ ...fields, sign: fields.sign.toLowerCase() }))).toEqual([0, 'SUCCESS']);
  expect(said(JSON.stringify({ ...fields, amount: 1251 }))).toEqual([9999, '验签失败']);
  expect(said(JSON.stringify({ ...fields, mchNo: 'M1' }))).toEqual([9999, '商户不存在或商户状态不可用']);
});

test('refuses in Jeepay’s words what it can’t take', () => {
  expect(said('{half')).toEqual([11, '参数有误[转换异常]']);
  expect(said('')).toEqual([9999, '版本号不能为空']);
  expect(saidOf({ mchOrderNo: ' ' })).toEqual([9999, '商户订单号不能为空']);
  expect(saidOf({ amount: 0 })).toEqual([9999, '支付金额不能为空']);
  expect(saidOf({ amount: undefined })).toEqual([9999, '支付金额不能为空']);
  expect(saidOf({ amount: 12.5 })).toEqual([10, '系统异常[can not cast to long, value : 12.5]']);
  expect(saidOf({ subject: undefined })).toEqual([9999, '商品标题不能为空']);
  expect(saidOf({ wayCode: 'CASH' })).toEqual([9999, '不支持的支付方式']);
  expect(saidOf({ channelExtra: '{}' })).toEqual([9999, '条码为空']);
  expect(saidOf({ channelExtra: 'null' })).toEqual([9999, '条码为空']);
  expect(saidOf({ channelExtra: 'x' })).toEqual([10, '系统异常[syntax error]']);
  expect(saidOf({ channelExtra: '{"authCode":"0112345678901234567"}' })).toEqual([9999, '不支持的条码']);
  expect(saidOf({ wayCode: 'WX_BAR', channelExtra: '{}' })).toEqual([9999, '用户支付条码[authCode]不可为空']);
  expect(saidOf({ body: 'x'.repeat(257) }), 'wider than its column').toEqual([9999, '系统异常']);
});

test('knows an order under both numbers, tells how it stands, and takes its number once', () => {
  const till = practiceTill();
  const { data } = heard(till.charge('T1', codeFor('0000', 'alipay')));
  expect(data).toEqual({
    payOrderId: 'P202311150613200000001',
    mchOrderNo: 'T1',
    orderState: 2,
    payDataType: 'none',
    payData: '',
  });
  const byOwn = till.ask('/api/pay/query', { payOrderId: data?.payOrderId });
  expect(byOwn).toEqual(till.query('T1'));
  expect(byOwn.data).toMatchObject({
    ...{ mchOrderNo: 'T1', ifCode: 'alipay', wayCode: 'ALI_BAR', amount: 1_250, currency: 'cny', state: 2 },
    ...{ createdAt: 1_700_000_000_000, successTime: 1_700_000_000_000 },
  });
  const again = heard(till.charge('T1', codeFor('0000', 'alipay', 1)));
  expect(again).toEqual({ code: 9999, msg: '商户订单[T1]已存在' });
  expect(till.practice.ledger.captured('T1')).toBe(1_250);
});

test('does not remember a cancel that came before its order', () => {
  const till = practiceTill();
  expect(till.close('T1')).toEqual({ code: 9999, msg: '订单不存在' });
  expect(till.query('T1')).toEqual({ code: 9999, msg: '订单不存在' });
  expect(heard(till.charge('T1', codeFor('0000'))).data).toMatchObject({ orderState: 2 });
  expect(till.close('T1')).toEqual({ code: 9999, msg: '当前订单不可关闭' });
  expect(till.ask('/api/pay/close', {})).toMatchObject({ code: 9999 });
  expect(till.ask('/api/pay/query', {})).toMatchObject({ code: 9999 });
});

test('a close says the same about every order', () => {
  const till = practiceTill();
  till.charge('T1', codeFor('0003'));
  till.charge('T2', codeFor('0003', 'alipay'));
  const constant = { code: 0, msg: 'SUCCESS', data: {}, sign: '488F230A6C5D01C782936BE97153DCC8' };
  expect([till.close('T1'), till.close('T2')]).toEqual([constant, constant]);
  expect(till.query('T1').data).toMatchObject({ state: 6 });
});

test('gives back no more than was paid, one refund at a time, each number once', async () => {
  const till = practiceTill();
  const refused = (order: string, number: string, amount: number) =>
    heard(till.refund(order, number, amount)).msg;
  expect(refused('T1', 'R1', 1)).toBe('退款订单不存在');
  till.charge('T0', codeFor('0003'));
  expect(refused('T0', 'R0', 1)).toBe('订单状态不正确， 无法完成退款');
  till.charge('T1', codeFor('0050'));
  expect(refused('T1', 'R1', 0)).toBe('退款金额请大于1分');
  expect(refused('T1', 'R1', 1_251)).toBe('申请金额超出订单可退款余额，请检查退款金额');
  expect(heard(till.refund('T1', 'R1', 1_000)).data).toMatchObject({
    state: 1,
    payAmount: 1_250,
    refundAmount: 1_000,
  });
  expect(refused('T1', 'R2', 1)).toBe('支付订单具有在途退款申请，请稍后再试');
  await till.env.pass(5_000);
  expect(refused('T1', 'R1', 1)).toBe('商户退款订单号[R1]已存在');
  till.refund('T1', 'R3', 250);
  await till.env.pass(5_000);
  expect(till.queryRefund('R3').data).toMatchObject({ state: 2, refundAmount: 250 });
  expect(till.query('T1').data).toMatchObject({ state: 5 });
  expect(till.practice.ledger.net('T1')).toBe(0);
  expect(till.queryRefund('R9')).toEqual({ code: 9999, msg: '订单不存在' });
});

test('an order that is never settled is closed when its time is over, whatever the wallet did', async () => {
  const till = practiceTill();
  till.charge('T1', codeFor('0022'));
  till.send(charge, { ...chargeFields('T2', codeFor('0003', 'alipay')), expiredTime: 60 });
  await till.env.pass(60_000);
  expect([till.query('T1').data?.state, till.query('T2').data?.state]).toEqual([0, 6]);
  await till.env.pass(7_140_000);
  expect(till.query('T1').data?.state).toBe(6);
  expect(till.practice.ledger.net('T1'), 'taken all the same').toBe(1_250);
});
