import type { Violation } from './invariants.ts';
import type { StoryResult } from './story.ts';

export type Failure = {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly replay: string;
};

const sampled = (seed: number) => seed % 50 === 0;

export const replayCommand = (seed: number): string => `npm run sim -- --seed ${seed} --show`;

/** Adds up what came of stories. */
export function openTally() {
  const sums = { stories: 0, sales: 0, payments: 0, refunds: 0, crashes: 0, onDesk: 0, virtualHours: 0 };
  const failures: Failure[] = [];
  const samples = new Map<number, string>();
  const count = (kind: Violation['kind']) =>
    failures.reduce((sum, { violations }) => sum + violations.filter(each => each.kind === kind).length, 0);
  return {
    samples: samples as ReadonlyMap<number, string>,
    failures: failures as readonly Failure[],
    add({ seed, violations, trace, virtualMs, ...counts }: StoryResult): void {
      sums.stories += 1;
      sums.virtualHours += virtualMs / 3_600_000;
      for (const [key, value] of Object.entries(counts)) sums[key as keyof typeof counts] += value;
      if (violations.length > 0) failures.push({ seed, violations, replay: replayCommand(seed) });
      if (sampled(seed)) samples.set(seed, trace);
    },
    figures: () => ({
      ...sums,
      virtualHours: Math.round(sums.virtualHours),
      doubleCharges: count('double-charge'),
      disagreements: count('disagreement'),
      unresolved: count('unresolved'),
      brokenPromises: count('broken-promise'),
    }),
  };
}
