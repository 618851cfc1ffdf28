import { expect, test } from 'vitest';
import type { PrintJobView } from '../../../shared/contract/printing.ts';
import { messagesOf } from '../../../shared/i18n/messages.ts';
import { canRetry, sayReason, stateOf, titleOf } from './job-words.ts';

const t = messagesOf('zh-CN');
const job = (more: Partial<PrintJobView>): PrintJobView => ({
  job: 'j',
  kind: 'receipt',
  title: '1-000012',
  sale: 12,
  copy: 1,
  at: 0,
  state: 'printed',
  reason: null,
  ...more,
});

test('a reprint says which one it is, the first paper does not', () => {
  expect(titleOf(job({}), t)).toBe('1-000012');
  expect(titleOf(job({ copy: 2 }), t)).toBe('1-000012 · 补打 1');
  expect(titleOf(job({ kind: 'refund', title: '1-R000001', copy: 3 }), t)).toBe('退货单 1-R000001 · 补打 2');
  expect(titleOf(job({ kind: 'report', title: '' }), t)).toBe('日结单');
  expect(titleOf(job({ kind: 'report', title: 'losses' }), t)).toBe('防损');
});

test('only what never began can be printed again with one press', () => {
  const able = (['failed', 'expired'] as const).every(state => canRetry(job({ state })));
  const not = (['queued', 'blocked', 'sending', 'printed', 'sent', 'uncertain', 'cancelled'] as const).some(
    state => canRetry(job({ state })),
  );
  expect([able, not]).toEqual([true, false]);
});

test('a drawer that stayed shut is not opened minutes later', () => {
  const drawer = job({ kind: 'drawer', state: 'failed' });
  expect(canRetry(drawer)).toBe(false);
  expect(stateOf(drawer, t)).toBe('没弹开');
});

test('a reason that nobody foresaw is shown with something to do', () => {
  expect(sayReason('flux', t).what).toContain('flux');
  expect(sayReason('paper-out', t).todo).toContain('换一卷纸');
});
