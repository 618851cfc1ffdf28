import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { tellStories } from './crew.ts';
import { hunt } from './hunt.ts';
import { mutants } from './mutants.ts';
import { savedSeeds } from './seeds.ts';
import type { StoryResult } from './story.ts';

const workers = Math.min(2, availableParallelism());
const stories = 2_000;
const mutantStoriesMax = 2_000;

async function told(seeds: readonly number[]): Promise<StoryResult[]> {
  const results: StoryResult[] = [];
  await tellStories({ seeds, workers, onResult: result => results.push(result) > 0 });
  return results.sort((a, b) => a.seed - b.seed);
}
const broken = (results: readonly StoryResult[]) => results.filter(({ violations }) => violations.length > 0);

test('seeds that once showed a bug show it no more', async () => {
  expect(broken(await told(savedSeeds))).toEqual([]);
});

test('2,000 stories: no customer pays twice, till and provider agree, nothing stays open unseen', async () => {
  const results = await told(Array.from({ length: stories }, (_, place) => place + 1));
  expect(broken(results)).toEqual([]);
  expect(results).toHaveLength(stories);
  expect(results.reduce((sum, { crashes }) => sum + crashes, 0)).toBeGreaterThan(stories);
});

test('a seed goes the same way every time, in whatever process', async () => {
  const seeds = Array.from({ length: 40 }, (_, place) => place + 1);
  expect(await told(seeds)).toEqual(await told(seeds));
});

test.each(Object.keys(mutants))('the simulator catches a till with this mistake: %s', async name => {
  expect((await hunt(name, 1, mutantStoriesMax, workers)).seed).not.toBeNull();
});
