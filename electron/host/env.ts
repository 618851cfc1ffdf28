import { randomBytes, randomInt } from 'node:crypto';
import type { Cancel, Env, Log } from '../../shared/env.ts';
import { makeIds } from '../../shared/lib/ids.ts';
import { seededRng } from '../../shared/lib/rng.ts';

/**
 * The real world, for a till that runs: the machine's clocks, its randomness, its timers, and `log`.
 * Whatever fails in the background becomes an incident in the log; nobody is left without a word.
 */
export function realEnv(log: Log): Env {
  const newId = makeIds(() => Date.now(), pooledBytes());
  const incident = (event: string, name: string, error: unknown) =>
    log('error', event, { name, incident: newId(), error });
  return {
    wallMs: () => Date.now(),
    // Asked at every step of long work, where a whole number of nanoseconds would cost more than the step.
    monotonicMs: () => Math.floor(performance.now()),
    after: (delayMs, run) => after(delayMs, run, error => incident('timer.failed', run.name, error)),
    newId,
    randomBytes: count => randomBytes(count),
    rng: seededRng(randomInt(2 ** 32)),
    spawn: (name, run) => {
      Promise.resolve()
        .then(run)
        .catch((error: unknown) => incident('background.failed', name, error));
    },
    log,
  };
}

const poolBytes = 4_096;

/** Unpredictable bytes, drawn from the system many at a time; for the few of each id, of which a sale makes half a dozen. */
function pooledBytes(): (count: number) => Uint8Array {
  let pool = randomBytes(poolBytes);
  let used = 0;
  return count => {
    if (used + count > poolBytes) {
      pool = randomBytes(poolBytes);
      used = 0;
    }
    used += count;
    return pool.subarray(used - count, used);
  };
}

/** What one timer of the platform can wait; a longer delay would fire at once. */
const timerMaxMs = 2 ** 31 - 1;

function after(delayMs: number, run: () => void, failed: (error: unknown) => void): Cancel {
  const ring = () => {
    try {
      run();
    } catch (error) {
      failed(error);
    }
  };
  if (delayMs <= 0) {
    // A timer waits at least a millisecond, which is an eighth of what long work does in one turn.
    const turn = setImmediate(ring);
    return () => clearImmediate(turn);
  }
  let timer: NodeJS.Timeout;
  const wait = (leftMs: number) => {
    const stepMs = Math.min(leftMs, timerMaxMs);
    timer = setTimeout(() => (leftMs > stepMs ? wait(leftMs - stepMs) : ring()), stepMs);
  };
  wait(Math.max(0, Math.ceil(delayMs)));
  return () => clearTimeout(timer);
}
