import { createHash } from 'node:crypto';
import { type Rng, seededRng } from '../../shared/lib/rng.ts';

/** Draws of one part of the world. */
export type Chance = {
  readonly rng: Rng;
  /** True with this probability. */
  happens(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of the keys, as often as its weight says. */
  weighed<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
};

/** Every part of the world draws from a stream of its own, so that one more draw in one changes nothing in the others. */
export function chanceOf(seed: number, part: string): Chance {
  const digest = createHash('sha256').update(`${seed} ${part}`).digest();
  const rng = seededRng(digest.readUInt32LE(0));
  const whole = (low: number, high: number) => low + Math.floor(rng() * (high - low + 1));
  return {
    rng,
    whole,
    happens: probability => rng() < probability,
    pick: from => from[whole(0, from.length - 1)]!,
    weighed(weights) {
      const entries = Object.entries<number>(weights) as [keyof typeof weights, number][];
      let left = rng() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return entries.at(-1)![0];
    },
  };
}
