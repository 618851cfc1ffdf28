import { becomeMutant } from './mutants.ts';
import type { StoryResult } from './story.ts';

// A process that tells stories: it is sent seeds, and answers each with what came of it. With the name of a
// mutant as its argument the till in it makes that mistake.

const mutant = process.argv[2];
if (mutant) becomeMutant(mutant);
// Only now, for a mutant's sources must not have been loaded before.
const { makeShop } = await import('./shop.ts');
const { tell } = await import('./story.ts');
const shop = await makeShop();

process.on('message', (seeds: readonly number[]) => void tellAll(seeds));
process.send!('ready');

async function tellAll(seeds: readonly number[]): Promise<void> {
  const results: StoryResult[] = [];
  for (const seed of seeds) results.push(await tell(seed, shop));
  process.send!(results);
}
