import { expect, test } from 'vitest';
import { signatureOf } from './signing.ts';

// The right column is what `printf '%s' TEXT | openssl md5` says of the text in the comment.

test('signs as Jeepay’s own code does, whose document has its own example wrong', () => {
  const example = {
    platId: '1000',
    mchOrderNo: 'P0123456789101',
    amount: '10000',
    clientIp: '192.168.0.111',
    returnUrl: 'https://www.baidu.com',
    notifyUrl: 'https://www.baidu.com',
    reqTime: '20190723141000',
    version: '1.0',
  };
  expect(signatureOf(example, 'EWEFD123RGSRETYDFNGFGFGSHDFGH')).toBe('84E1CA56F984502BBAC06EA6707157F5');
});

test('sorts without regard to case, and a key with a digit before the key without', () => {
  // a1=2&a=1&aa=4&aB=3&B=5&c=6&key=k
  const fields = { B: 5, c: 6, aB: 3, aa: 4, a: 1, a1: 2 };
  expect(signatureOf(fields, 'k')).toBe('2A67130653C8CBA30776D7E025007EE1');
});

test('leaves out what is empty or missing, but not zero, and reads text as UTF-8', () => {
  // amount=1250&body=可乐&mchNo=M0000000001&zero=0&key=worthless-practice-secret-that-stands-in-the-source
  const fields = { zero: 0, body: '可乐', mchNo: 'M0000000001', amount: 1250, gone: undefined, empty: '' };
  const secret = 'worthless-practice-secret-that-stands-in-the-source';
  const signature = '8D088744A9A37D612F792BF30E5922B4';
  expect(signatureOf(fields, secret)).toBe(signature);
  expect(signatureOf({ ...fields, sign: 'of before' }, secret)).toBe(signature);
  // key=worthless-practice-secret-that-stands-in-the-source
  expect(signatureOf({}, secret)).toBe('488F230A6C5D01C782936BE97153DCC8');
});
