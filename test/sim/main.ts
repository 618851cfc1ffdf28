import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { tellStories } from './crew.ts';
import { hunt } from './hunt.ts';
import { mutants } from './mutants.ts';
import { leftOut } from './provider.ts';
import { makeShop } from './shop.ts';
import { tell } from './story.ts';
import { openTally } from './tally.ts';

// `npm run sim -- --stories N [--seed S] [--json FILE] [--mutants]`: the real core and the real payment code in
// a world where everything goes wrong; ends with 1 where a story broke a promise. `--seed S --show` tells one
// story step by step.

const { values: options } = parseArgs({
  options: {
    stories: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
  },
});
const first = Number(options.seed);
const workers = availableParallelism();
const mutantStoriesMax = 2_000;
const progressEvery = 1_000;

if (options.show) await showOne();
else await tellMany();

async function showOne(): Promise<void> {
  const { violations, trace, ...rest } = await tell(first, await makeShop(), console.log);
  console.log(rest);
  for (const { kind, what } of violations) console.log(`✗ ${kind}: ${what}`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}

async function tellMany(): Promise<void> {
  const startedMs = performance.now();
  const tally = openTally();
  const seeds = Array.from({ length: Number(options.stories) }, (_, place) => first + place);
  await tellStories({
    seeds,
    workers,
    onResult: result => {
      tally.add(result);
      const failure = tally.failures.at(-1);
      if (failure?.seed === result.seed) {
        for (const { kind, what } of failure.violations) console.error(`✗ ${kind}: ${what}`);
        console.error(`  ${failure.replay}`);
      }
      const { stories } = tally.figures();
      if (stories % progressEvery === 0) console.log(`${stories} of ${seeds.length} stories`);
      return true;
    },
  });
  const seconds = (performance.now() - startedMs) / 1_000;
  const caught = options.mutants ? await huntAll() : [];
  const report = {
    ...tally.figures(),
    replaysIdentical: await replaysAreIdentical(tally.samples),
    replayed: tally.samples.size,
    firstSeed: first,
    seconds: Math.round(seconds),
    storiesPerSecond: Math.round(seeds.length / seconds),
    workers,
    failures: tally.failures,
    leftOut: {
      [leftOut]:
        'closed, confirmed as closed, then paid: only a notice or a statement shows it, and the till reads neither',
    },
    ...(options.mutants && { mutants: caught }),
  };
  const { failures, leftOut: _, mutants: __, ...figures } = report;
  console.log(figures);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  const survived = caught.filter(({ seed }) => seed === null);
  process.exitCode = failures.length > 0 || survived.length > 0 || !report.replaysIdentical ? 1 : 0;
}

/** Tells a sample once more, in processes of their own. */
async function replaysAreIdentical(samples: ReadonlyMap<number, string>): Promise<boolean> {
  let identical = true;
  await tellStories({
    seeds: [...samples.keys()],
    workers,
    onResult: ({ seed, trace }) => {
      if (samples.get(seed) !== trace) {
        identical = false;
        console.error(`✗ seed ${seed} went another way the second time`);
      }
      return true;
    },
  });
  return identical;
}

async function huntAll() {
  const caught = [];
  for (const name of Object.keys(mutants)) {
    const catching = await hunt(name, first, mutantStoriesMax, workers);
    console.log(
      catching.seed === null
        ? `✗ survived ${mutantStoriesMax} stories: ${name}`
        : `✓ caught by seed ${catching.seed}: ${name} (${catching.by})`,
    );
    caught.push(catching);
  }
  return caught;
}
