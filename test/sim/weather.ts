import { chanceOf } from './chance.ts';

/** What this story's world is like. Probabilities are of each request, message or moment; 0 is a feature turned off. */
export type Weather = {
  readonly requestLost: number;
  readonly replyLost: number;
  /** The connection ends before an answer, instead of keeping the till waiting for its deadline. */
  readonly cut: number;
  readonly notConnected: number;
  /** A request arrives a second time, later. */
  readonly doubled: number;
  /** A message takes up to `slowMs` instead of a moment. */
  readonly slow: number;
  readonly slowMs: number;
  /** How long the line stays up and down, on average; 0: always up. */
  readonly upMs: number;
  readonly downMs: number;
  /** The till dies at a commit: just before it, or just after. */
  readonly crash: number;
  /** It dies in the middle of a question to the provider: before it is sent, or before its answer is written down. */
  readonly crashAsking: number;
  /** The power goes, independently of what the till is doing; on average after so long; 0: never. */
  readonly powerMs: number;
  /** The till's clocks run so much too fast, in millionths. */
  readonly driftPpm: number;
  /** Somebody sets the wall clock, on average after so long; 0: never. */
  readonly clockSetMs: number;
  /** How late and how early customers and provider do what they do, as factors. */
  readonly hurry: readonly [number, number];
};

/** Swarm testing: every seed turns features on and off, so that none hides another. */
export function weatherOf(seed: number): Weather {
  const chance = chanceOf(seed, 'weather');
  const maybe = (most: number) => (chance.happens(0.5) ? chance.rng() * most : 0);
  const rough = chance.happens(0.5);
  return {
    requestLost: maybe(rough ? 0.5 : 0.1),
    replyLost: maybe(rough ? 0.5 : 0.1),
    cut: maybe(1),
    notConnected: maybe(rough ? 0.5 : 0.1),
    doubled: maybe(0.2),
    slow: maybe(rough ? 0.6 : 0.1),
    slowMs: chance.pick([2_000, 12_000, 60_000, 180_000]),
    upMs: chance.happens(0.4) ? chance.whole(5_000, 120_000) : 0,
    downMs: chance.whole(2_000, 90_000),
    crash: maybe(rough ? 0.03 : 0.01),
    crashAsking: maybe(rough ? 0.2 : 0.05),
    powerMs: chance.happens(0.3) ? chance.whole(20_000, 300_000) : 0,
    driftPpm: chance.happens(0.5) ? chance.whole(-2_000, 2_000) : 0,
    clockSetMs: chance.happens(0.3) ? chance.whole(20_000, 300_000) : 0,
    hurry: chance.happens(0.5) ? [0.3, 1.8] : [1, 1],
  };
}

export const fairWeather: Weather = {
  requestLost: 0,
  replyLost: 0,
  cut: 0,
  notConnected: 0,
  doubled: 0,
  slow: 0,
  slowMs: 0,
  upMs: 0,
  downMs: 0,
  crash: 0,
  crashAsking: 0,
  powerMs: 0,
  driftPpm: 0,
  clockSetMs: 0,
  hurry: [1, 1],
};
