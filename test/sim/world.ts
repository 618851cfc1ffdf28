import { chanceOf } from './chance.ts';
import { openClocks } from './clocks.ts';
import type { Disk } from './disk.ts';
import { openNetwork } from './network.ts';
import { openPower } from './power.ts';
import { openProvider } from './provider.ts';
import { openTimeline } from './timeline.ts';
import { openTrace } from './trace.ts';
import { fairWeather, type Weather, weatherOf } from './weather.ts';

export type World = ReturnType<typeof openWorld>;

/**
 * Everything around a till, by one seed: time and clocks, the provider with its customers and the line to it,
 * and a hand on the power cord. `disk`: what the till’s database is on.
 */
export function openWorld(
  seed: number,
  disk: Disk,
  options: { readonly weather?: Weather; readonly show?: (line: string) => void } = {},
) {
  const { weather = weatherOf(seed), show } = options;
  const timeline = openTimeline();
  const trace = openTrace(timeline.now, show);
  const clocks = openClocks(timeline, chanceOf(seed, 'clocks'), weather.driftPpm);
  const provider = openProvider(timeline, chanceOf(seed, 'provider'), weather);
  const network = openNetwork(timeline, provider, chanceOf(seed, 'network'), weather, trace.add);
  const power = openPower(
    {
      seed,
      timeline,
      clocks,
      exchangeOf: network.exchangeOf,
      trace: trace.add,
      weather,
    },
    disk,
  );
  const chance = chanceOf(seed, 'fate');
  let isFair = weather === fairWeather;

  const nowAndThen = (meanMs: number, work: () => void): void => {
    if (meanMs === 0) return;
    timeline.after(meanMs * (0.2 + 1.6 * chance.rng()), () => {
      if (isFair) return;
      work();
      nowAndThen(meanMs, work);
    });
  };
  nowAndThen(weather.powerMs, () => power.die('without power'));
  nowAndThen(weather.clockSetMs, () => clocks.set());
  power.boot();

  return {
    disk,
    timeline,
    trace,
    provider,
    network,
    power,
    /** The weather clears: from now on everything works. */
    clear(): void {
      isFair = true;
      network.clear();
      power.becomeSafe();
      trace.add('the weather clears');
    },
  };
}
