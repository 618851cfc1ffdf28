import { expect, test } from 'vitest';
import type { PrintJobState } from '../../../shared/contract/printing.ts';
import { paperOf } from './paper-of.ts';

const sale = { kind: 'sale', number: 1, receipt: '1-000001' } as const;
const refund = { kind: 'refund', number: 1, receipt: '1-R000001' } as const;
const papers = [refund, sale];
const receiptIn = (state: PrintJobState) => ({ kind: 'receipt', title: '1-000001', sale: 1, state }) as const;

test('a receipt is that of its sale, a refund slip that of its refund, though both are number 1', () => {
  expect(paperOf(receiptIn('printed'), papers)).toBe(sale);
  expect(paperOf({ kind: 'refund', title: '1-R000001', sale: 1, state: 'sent' }, papers)).toBe(refund);
});

test('a sale too old for the list, a report and a test page have nothing to print again', () => {
  expect(paperOf(receiptIn('printed'), [refund])).toBeUndefined();
  expect(paperOf({ kind: 'report', title: 'losses', sale: null, state: 'printed' }, papers)).toBeUndefined();
  expect(paperOf({ kind: 'test', title: '', sale: null, state: 'printed' }, papers)).toBeUndefined();
});

test('what has not come out, or may have, is not printed twice', () => {
  const states = ['queued', 'blocked', 'sending', 'uncertain', 'failed', 'cancelled', 'expired'] as const;
  for (const state of states) expect(paperOf(receiptIn(state), papers), state).toBeUndefined();
});
