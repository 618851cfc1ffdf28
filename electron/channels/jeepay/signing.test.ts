import { expect, test } from 'vitest';
import { isSigned, signatureOf } from './signing.ts';

test('the example of Jeepay’s documentation is signed as Jeepay signs it, not as the page says', () => {
  const fields = {
    platId: '1000',
    mchOrderNo: 'P0123456789101',
    amount: '10000',
    clientIp: '192.168.0.111',
    returnUrl: 'https://www.baidu.com',
    notifyUrl: 'https://www.baidu.com',
    reqTime: '20190723141000',
    version: '1.0',
  };
  // The page says 4A5078DABBCE0D9C4E7668DACB96FF7A, which no reading of its own rules gives.
  expect(signatureOf(fields, 'EWEFD123RGSRETYDFNGFGFGSHDFGH')).toBe('84E1CA56F984502BBAC06EA6707157F5');
});

// jeequan/jeepay-skills, tests/signature_vectors.json: all eight, checked there against Jeepay's own Java.
const common = { reqTime: '1700000000123', signType: 'MD5', version: '1.0' };
const vectors: readonly (readonly [string, object, string])[] = [
  [
    'fields as usual',
    { mchNo: 'M1621873433953', appId: '60cc09bce4b0f1c0b83761c9', amount: 100 },
    'CE76B1B36C5B683AD2F8FB0FCA95055B',
  ],
  ['nought counts', { amount: 0, state: 0 }, '6F5CE7D1150794CB08A853964CDF3723'],
  ['null and empty do not', { amount: 1, absent: null, empty: '' }, '7DC985B98166C7A092595BA23A981F50'],
  ['capitals do not sort first', { Zebra: 'last', apple: 'first' }, '9C90DE387B013B218B091D5BA0BB76B2'],
  [
    'the equals sign sorts along, and values after equal names',
    { a: 'z', A: 'a', a0: 'prefix' },
    'BA9AF3B13F07EC35495DCC96D8171C56',
  ],
  ['false and a blank count', { enabled: false, memo: ' ' }, '15674BFD4022123071E0B1CD1A2A20BF'],
  ['Chinese is UTF-8', { subject: '测试商品', amount: 1 }, 'F9F6BC7ED815F9B4D129B4C16D28E2C7'],
  [
    'an old signature is not signed',
    { amount: 1, sign: 'OLD_SIGNATURE' },
    '7DC985B98166C7A092595BA23A981F50',
  ],
];

test.each(vectors)('as Jeepay signs: %s', (_, fields, signature) => {
  expect(signatureOf({ ...common, ...fields }, 'offline-test-key')).toBe(signature);
});

test('a signature is right in any case of its letters, for these fields and this secret alone', () => {
  const fields = { amount: 1, state: 2 };
  const signature = signatureOf(fields, 'secret');
  expect(isSigned(fields, signature.toLowerCase(), 'secret')).toBe(true);
  expect(isSigned({ ...fields, extra: null }, signature, 'secret')).toBe(true);
  expect(isSigned({ ...fields, amount: 2 }, signature, 'secret')).toBe(false);
  expect(isSigned(fields, signature, 'another')).toBe(false);
  for (const sign of [undefined, null, '', 0, {}, `${signature} `])
    expect(isSigned(fields, sign, 'secret')).toBe(false);
});

test('the signature of a successful close is the same for every order: that of nothing at all', () => {
  expect(signatureOf({}, 'secret')).toBe(signatureOf({ errCode: null, errMsg: '' }, 'secret'));
});
