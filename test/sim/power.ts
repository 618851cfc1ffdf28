import type { Exchange } from '../../electron/channels/channel.ts';
import type { Core } from '../../electron/core/core.ts';
import type { ReadDb, WriteDb } from '../../electron/db/open.ts';
import type { Cancel, Env } from '../../shared/env.ts';
import { makeIds } from '../../shared/lib/ids.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Clocks } from './clocks.ts';
import { Crash, type Disk } from './disk.ts';
import { openTill } from './till.ts';
import type { Timeline } from './timeline.ts';
import { fairWeather, type Weather } from './weather.ts';

/** One run of the till's process, from its start to its death. */
type Life = { dead: boolean; readonly db: WriteDb; core: Core | null };
type Timers = (delayMs: number, run: () => void) => Cancel;

export type PowerParts = {
  readonly seed: number;
  readonly timeline: Timeline;
  readonly clocks: Clocks;
  readonly exchangeOf: (after: Timers) => Exchange;
  readonly trace: (line: string) => void;
  readonly weather: Pick<Weather, 'crash' | 'crashAsking'>;
};

/** How long a till lies dead before somebody starts it again. */
const deadMs = [500, 40_000] as const;

export type Power = ReturnType<typeof openPower>;

/**
 * A till that dies and is started again on the same database. Whatever a dead one had in memory, its timers
 * and its promises, is gone: what still runs finds the database shut.
 */
export function openPower({ seed, timeline, clocks, exchangeOf, trace, ...parts }: PowerParts, disk: Disk) {
  const chance = chanceOf(seed, 'crash');
  const bytes = bytesOf(chanceOf(seed, 'bytes'));
  const newId = makeIds(clocks.wallMs, bytes);
  const logged: string[] = [];
  const troubles: string[] = [];
  const committed: (() => void)[] = [];
  const started: (() => void)[] = [];
  let { weather } = parts;
  let crashes = 0;
  let life: Life | null = null;
  const waiting: (() => void)[] = [];

  /** What a piece of the till throws is trouble, but for its death. */
  const failed = (name: string) => (error: unknown) => {
    if (!(error instanceof Crash)) troubles.push(`${name}: ${error instanceof Error ? error.stack : error}`);
  };
  const spawn = (name: string, work: () => Promise<void>) =>
    void Promise.resolve().then(work).catch(failed(name));
  const guarded = (name: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      failed(name)(error);
    }
  };

  function die(how: string): void {
    if (!life) return;
    trace(`dies ${how}`);
    crashes += 1;
    life.dead = true;
    life.db.close();
    life = null;
    timeline.after(chance.whole(...deadMs), boot);
  }

  function moment(name: string, probability: number): void {
    if (!chance.happens(probability)) return;
    die(name);
    throw new Crash();
  }

  function envOf(mine: Life): Env {
    const { after, monotonicMs } = clocks.ofOneLife();
    return {
      wallMs: clocks.wallMs,
      monotonicMs,
      after: (delayMs, run) =>
        mine.dead
          ? () => {}
          : after(delayMs, () => {
              if (!mine.dead) guarded('timer', run);
            }),
      newId,
      randomBytes: bytes,
      rng: chance.rng,
      spawn: (name, run) => {
        if (!mine.dead) spawn(name, run);
      },
      log: (level, event, facts) => {
        if (mine.dead) return;
        logged.push(`${event} ${JSON.stringify(facts, withErrors)}`);
        if (level === 'error') troubles.push(logged.at(-1)!);
      },
    };
  }

  function boot(): void {
    const db = disk.connect({
      before: () => {
        if (chance.happens(weather.crash)) throw new Crash();
      },
      rolledBack: () => die('before a commit'),
      after: () => {
        for (const look of committed) look();
        moment('after a commit', weather.crash);
      },
    });
    const mine: Life = { dead: false, db, core: null };
    life = mine;
    spawn('boot', async () => {
      const env = envOf(mine);
      const till = openTill(db, env, exchangeOf(env.after), {
        begun: () => moment('after begin', weather.crashAsking),
        answered: () => moment('before done', weather.crashAsking),
      });
      trace('starts');
      await till.start();
      if (mine.dead) return;
      mine.core = till.core;
      for (const look of started) look();
      for (const wake of waiting.splice(0)) wake();
    });
  }

  return {
    boot,
    die,
    logged: logged as readonly string[],
    /** Incidents and whatever else a till must not bring about. */
    troubles: troubles as readonly string[],
    crashes: () => crashes,
    /** The till that runs now; waits for one where it lies dead. */
    async running(): Promise<{ readonly core: Core; isDead(): boolean }> {
      while (!life?.core) await new Promise<void>(wake => waiting.push(wake));
      const mine = life;
      return { core: life.core, isDead: () => mine.dead };
    },
    /** Eyes on the database as it is now; null while the till is dead. */
    db: (): ReadDb | null => life?.db ?? null,
    whenCommitted: (look: () => void) => void committed.push(look),
    whenStarted: (look: () => void) => void started.push(look),
    /** From now on nothing happens to the till any more. */
    becomeSafe(): void {
      weather = fairWeather;
    },
  };
}

const bytesOf = (chance: Chance) => (count: number) =>
  Uint8Array.from({ length: count }, () => chance.whole(0, 255));

const withErrors = (_key: string, value: unknown) =>
  value instanceof Error ? { message: value.message, stack: value.stack } : value;
