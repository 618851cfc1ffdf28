import { createStore, type StoreApi } from 'zustand/vanilla';
import { refusal } from '../../shared/contract/refusals.ts';
import type { CommandEnvelope } from '../../shared/contract/router.ts';
import type { Answer } from '../../shared/contract/words.ts';
import { makeIds } from '../../shared/lib/ids.ts';
import { no } from '../../shared/lib/result.ts';
import { type Wire, WireLost } from './wire.ts';

/** A cashier who scans two items a second fills this in four minutes without a core; then the page says so. */
const unansweredMax = 500;

export type CommandQueue = {
  /** Sends a command, in the order of the calls, and again under the same id for as long as the wire is cut. */
  submit(word: string, input: unknown, approval?: string): Promise<Answer<unknown>>;
  /** How many commands have no answer yet. */
  readonly unanswered: StoreApi<number>;
};

type Waiting = { readonly envelope: CommandEnvelope; readonly settle: (answer: Answer<unknown>) => void };

/**
 * Commands of this page, one on the wire at a time. tRPC rejects what was under way when a socket is cut;
 * here the same command goes out again under its id, and the core, which remembers ids, counts it once.
 * One at a time is what keeps the order: a cart must not see the second scan before the first.
 */
export function commandQueue(wire: Wire, newId: () => string = pageIds()): CommandQueue {
  const queue: Waiting[] = [];
  const unanswered = createStore<number>(() => 0);
  let sending = false;

  const submit = (word: string, input: unknown, approval?: string) =>
    new Promise<Answer<unknown>>(settle => {
      if (queue.length >= unansweredMax) {
        settle(no(refusal('internal', { incident: 'page-queue-full' })));
        return;
      }
      const envelope = { id: newId(), word, input, ...(approval === undefined ? {} : { approval }) };
      queue.push({ envelope, settle });
      unanswered.setState(queue.length, true);
      void sendAll();
    });

  async function sendAll() {
    if (sending) return;
    sending = true;
    for (let head = queue[0]; head; head = queue[0]) {
      const answer = await deliver(wire, head.envelope);
      queue.shift();
      unanswered.setState(queue.length, true);
      head.settle(answer);
    }
    sending = false;
  }

  return { submit, unanswered };
}

const pageIds = () => makeIds(Date.now, count => crypto.getRandomValues(new Uint8Array(count)));

/** Repeats for as long as the wire is cut; there is no other bound, for the sale waits for nothing else. */
async function deliver(wire: Wire, envelope: CommandEnvelope): Promise<Answer<unknown>> {
  for (;;) {
    try {
      return await wire.command(envelope);
    } catch (error) {
      if (!(error instanceof WireLost)) return no(refusal('internal', { incident: `page-${envelope.id}` }));
      await connected(wire);
    }
  }
}

/** Waits until the wire is whole again. */
export const connected = (wire: Wire): Promise<void> =>
  new Promise(resolve => {
    let end = () => {};
    let done = false;
    end = wire.onLink(link => {
      if (link !== 'connected' || done) return;
      done = true;
      resolve();
      queueMicrotask(() => end());
    });
  });
