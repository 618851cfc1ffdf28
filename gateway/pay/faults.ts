import { never } from '../../shared/lib/assert.ts';
import { dropped, type Outcome, proxyPage } from './outcome.ts';

export const faultKinds = ['late', 'drop-before', 'drop-after', 'cut', 'duplicate', 'status'] as const;

/** What the wire shall do to the `nth` request to `path`, counted from when it was asked for; once. */
export type Fault = {
  readonly path: string;
  readonly nth: number;
  /** `duplicate`: the request arrives twice, and the second answer comes back. */
  readonly kind: (typeof faultKinds)[number];
  /** The answer comes so much later. */
  readonly delayMs: number;
  /** Of the page of a proxy that comes back instead of the answer to what was done; for `status`. */
  readonly status: number;
};

export const faultsMax = 1_000;

/** Faults of the wire that a test or a trainer asks for, beside those of the codes. */
export function openFaults() {
  let waiting: Fault[] = [];
  return {
    /** Those that are still to come. */
    waiting: (): readonly Fault[] => waiting,
    add: (faults: readonly Fault[]): void => {
      waiting = [...waiting, ...faults].slice(-faultsMax);
    },
    /** Carries a request through to `answer`, or not. */
    carry(path: string, answer: () => Outcome): Outcome {
      const due = waiting.find(fault => fault.path === path && fault.nth === 1);
      waiting = waiting
        .filter(fault => fault !== due)
        .map(fault => (fault.path === path ? { ...fault, nth: fault.nth - 1 } : fault));
      return due ? suffer(due, answer) : answer();
    },
  };
}

function suffer(fault: Fault, answer: () => Outcome): Outcome {
  if (fault.kind === 'drop-before') return dropped;
  if (fault.kind === 'duplicate') answer();
  const outcome = answer();
  const delayMs = outcome.delayMs + fault.delayMs;
  switch (fault.kind) {
    case 'late':
    case 'duplicate':
      return { ...outcome, delayMs };
    case 'drop-after':
      return { ...dropped, delayMs };
    case 'cut':
      return outcome.does === 'reply' ? { ...outcome, does: 'cut', delayMs } : outcome;
    case 'status':
      return { ...proxyPage(fault.status), delayMs };
    default:
      return never(fault.kind);
  }
}
