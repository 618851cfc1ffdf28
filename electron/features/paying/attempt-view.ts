import type { AttemptView } from '../../../shared/contract/paying.ts';
import type { FeatureParts } from '../../core/feature.ts';
import type { AttemptRecord } from './attempts.ts';

/** One attempt for people: everything about it but its code. */
export function attemptView(parts: FeatureParts, { payment, at, codeTail }: AttemptRecord): AttemptView {
  const { attempt, state, stopped, wanted, doubt, providerNumber } = payment;
  const { order, wallet, amount } = attempt;
  return {
    attempt: attempt.id,
    order,
    wallet,
    amount,
    state,
    stopped,
    wanted,
    doubt,
    providerNumber,
    codeTail,
    at,
    patienceEndsAt: 'until' in state ? wallOf(parts, state.until) : null,
  };
}

/** The steady clock's moment on the wall's. */
export const wallOf = ({ env, steadyMs }: FeatureParts, atSteadyMs: number): number =>
  env.wallMs() + Math.round(atSteadyMs - steadyMs());
