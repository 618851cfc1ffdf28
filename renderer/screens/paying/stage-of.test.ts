import { expect, test } from 'vitest';
import type { AttemptView } from '../../../shared/contract/paying.ts';
import type { PaymentState } from '../../../shared/domain/payment/payment.ts';
import { stageOf } from './stage-of.ts';

const attempt = (state: PaymentState, more: Partial<AttemptView> = {}): AttemptView => ({
  ...({} as AttemptView),
  state,
  stopped: false,
  wanted: true,
  ...more,
});

test('before any code, and once a try is over, the money is collected', () => {
  expect(stageOf(null)).toBe('collecting');
  expect(stageOf(attempt({ name: 'declined', reason: 'funds', said: '' }))).toBe('collecting');
  expect(stageOf(attempt({ name: 'paid' }))).toBe('collecting');
  expect(stageOf(attempt({ name: 'refunded' }))).toBe('collecting');
});

test('a payment that has no result yet keeps the screen', () => {
  expect(stageOf(attempt({ name: 'submitting' }))).toBe('submitting');
  expect(stageOf(attempt({ name: 'pending', until: 1 }))).toBe('pending');
  expect(stageOf(attempt({ name: 'unknown', until: 1 }))).toBe('unknown');
  expect(stageOf(attempt({ name: 'suspense' }))).toBe('suspense');
});

test('a stop is seen at once, although what was sent is still under way', () => {
  expect(stageOf(attempt({ name: 'submitting' }, { stopped: true }))).toBe('stopping');
  expect(stageOf(attempt({ name: 'cancelling', step: 'look', round: 0 }))).toBe('stopping');
  expect(stageOf(attempt({ name: 'paid-after-stop' }, { stopped: true }))).toBe('after-stop');
});

test('a payment that was given up leaves the screen to the next try, whatever becomes of it', () => {
  for (const name of ['suspense', 'late-paid', 'paid-after-stop'] as const)
    expect(stageOf(attempt({ name }, { wanted: false }))).toBe('collecting');
});
