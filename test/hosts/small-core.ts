import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { refusal } from '../../shared/contract/refusals.ts';
import type { CommandEnvelope, CorePort, StopSignal } from '../../shared/contract/router.ts';
import type { Answer } from '../../shared/contract/words.ts';
import { no, ok } from '../../shared/lib/result.ts';

/** What the small core knows, and how many watch it. */
export type SmallCore = CorePort & { watchers(): number; forget(): void };

/**
 * A core as small as the wire's promises allow: `add` counts each command id once, in a file that
 * outlives it, `count` asks, `counting` watches, `refuse` refuses, `fail` throws. The real core has the
 * same port.
 */
export function openSmallCore(file: string): SmallCore {
  const known = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);
  const wakes = new Set<() => void>();
  return {
    watchers: () => wakes.size,
    forget: () => {
      known.clear();
      rmSync(file, { force: true });
    },
    submit: async envelope => {
      if (envelope.word === 'refuse') return no(refusal('no-shift', {}));
      if (envelope.word === 'fail') throw new Error('secret 6901234567892 inside');
      return add(envelope);
    },
    query: async (word, input, caller) => ok(word === 'who' ? caller : word === 'echo' ? input : known.size),
    watch: (_word, _input, _caller, signal) => counting(signal),
  };

  function add(envelope: CommandEnvelope): Answer<unknown> {
    if (!known.has(envelope.id)) {
      appendFileSync(file, `${envelope.id}\n`, { flush: true });
      known.add(envelope.id);
      for (const wake of wakes) wake();
    }
    return ok(known.size);
  }

  async function* counting(signal: StopSignal): AsyncGenerator<Answer<unknown>> {
    let wake = () => {};
    const wakeUp = () => wake();
    wakes.add(wakeUp);
    signal.addEventListener('abort', wakeUp);
    try {
      while (!signal.aborted) {
        const changed = new Promise<void>(resolve => {
          wake = resolve;
        });
        yield ok(known.size);
        await changed;
      }
    } finally {
      wakes.delete(wakeUp);
    }
  }
}
