import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FinishedSale } from '../../shared/contract/selling.ts';
import { walletOf } from '../../shared/domain/wallet-codes.ts';
import { goodsStage, payingStage, practiceCode } from './practice-guide.ts';

test('whoever practises is told what comes next: goods, the amount, the payment, and that it is done', () => {
  const finished = {} as FinishedSale;
  expect(goodsStage({ finished: null, priced: { pieces: 0 } })).toBe('scan');
  expect(goodsStage({ finished: null, priced: { pieces: 2 } })).toBe('freeze');
  expect(goodsStage({ finished, priced: { pieces: 0 } })).toBe('paid');
  expect(goodsStage({ finished, priced: { pieces: 1 } })).toBe('freeze');
  const codes = { can: true };
  expect(payingStage({ codes, intent: null })).toBeNull();
  expect(payingStage({ codes, intent: { attempt: null } })).toBe('pay');
  expect(payingStage({ codes, intent: { attempt: {} } })).toBe('under-way');
  expect(payingStage({ codes: { can: false }, intent: { attempt: null } })).toBe('under-way');
});

test('what stands in for the customer’s phone is a code of a wallet that pays at once, whatever chance says', () => {
  fc.assert(
    fc.property(fc.nat(0xffff_ffff), bits => {
      expect(practiceCode(bits)).toMatch(/^13\d{12}0000$/);
      expect(walletOf(practiceCode(bits))).toBe('wechat');
    }),
  );
});
