import type { AttemptView } from '../../../shared/contract/paying.ts';

/** What the payment screen is about: taking money, or waiting for what has become of it. */
export type PayingStage =
  | 'collecting'
  | 'submitting'
  | 'pending'
  | 'unknown'
  | 'stopping'
  | 'suspense'
  | 'after-stop';

/** By the newest attempt of the sale on the counter: what is over, or was given up, leaves the screen to the next try. */
export function stageOf(attempt: AttemptView | null): PayingStage {
  if (!attempt?.wanted) return 'collecting';
  const { name } = attempt.state;
  switch (name) {
    case 'submitting':
    case 'pending':
    case 'unknown':
      return attempt.stopped ? 'stopping' : name;
    case 'cancelling':
      return 'stopping';
    case 'suspense':
      return 'suspense';
    case 'paid-after-stop':
      return 'after-stop';
    default:
      return 'collecting';
  }
}
