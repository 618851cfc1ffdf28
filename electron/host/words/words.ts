import { Worker } from 'node:worker_threads';
import type { Cancel, Env } from '../../../shared/env.ts';
import { type WordMaker, type WordMakers, wordMakerHere } from '../../features/catalog/search/word-maker.ts';
import { Foresight } from './foresight.ts';
import type { WordOrder } from './make-words.ts';
import { blocksOf, type PackedPart } from './packed-part.ts';

/** A thread takes longer to begin than so many goods take to be done. */
const goodsForThread = 10_000;
/** Megabytes: what a name leaves behind is gone after the next one. */
const youngMax = 32;
/** So long a thread waits for an import whose list has come in: people look at what it would do first. */
const spareMs = 120_000;
/** Goods that go over together. */
const goodsAtOnce = 500;

/** Makers of words that work in threads of their own, which give way as `taken` counts up (`RightOfWay`). */
export function openWordMakers(
  { log, after }: Pick<Env, 'log' | 'after'>,
  taken: Int32Array,
): WordMakers & { stop(): Promise<void> } {
  const workers = new Set<Worker>();
  let spare: { readonly worker: Worker; readonly forget: Cancel } | null = null;
  const begin = (): Worker => {
    const worker = new Worker(new URL('./word-worker.ts', import.meta.url), {
      workerData: taken,
      resourceLimits: { maxYoungGenerationSizeMb: youngMax },
    });
    workers.add(worker);
    worker.once('exit', () => {
      workers.delete(worker);
      if (spare?.worker === worker) takeSpare();
    });
    worker.once('error', error => log('error', 'words.not-made', { error }));
    return worker;
  };
  const takeSpare = (): Worker | undefined => {
    const kept = spare;
    kept?.forget();
    spare = null;
    return kept?.worker;
  };
  return {
    expect: goods => {
      if (goods < goodsForThread || spare) return;
      spare = { worker: begin(), forget: after(spareMs, () => void takeSpare()?.terminate()) };
    },
    make: goods => (goods < goodsForThread ? wordMakerHere() : wordMakerThere(takeSpare() ?? begin())),
    stop: async () => {
      await Promise.all([...workers].map(worker => worker.terminate()));
    },
  };
}

function wordMakerThere(worker: Worker): WordMaker {
  const parts: PromiseWithResolvers<PackedPart>[] = [];
  const foresight = new Foresight();
  let ahead: string[] = [];
  let goods: string[] = [];
  let foreseen: number[] = [];
  let fault: Error | null = null;
  const say = (order: WordOrder) => worker.postMessage(order);
  const flushAhead = () => {
    if (ahead.length > 0) say({ type: 'foresee', goods: ahead });
    ahead = [];
  };
  const flush = () => {
    flushAhead();
    if (foreseen.length > 0) say({ type: 'take', foreseen, goods });
    foreseen = [];
    goods = [];
  };
  const fail = (error: Error) => {
    fault ??= error;
    for (const part of parts.splice(0)) part.reject(error);
  };
  worker.on('message', (part: PackedPart) => parts.shift()?.resolve(part));
  worker.once('error', fail);
  worker.once('exit', () => fail(new Error('the thread that makes the words has ended')));
  return {
    foresee: (name, codes) => {
      if (!foresight.note(name, codes)) return;
      ahead.push(name, codes.join(' '));
      if (ahead.length >= 2 * goodsAtOnce) flushAhead();
    },
    take: (name, codes) => {
      const number = foresight.find(name, codes);
      if (number < 0) goods.push(name, codes.join(' '));
      foreseen.push(number);
      if (foreseen.length >= goodsAtOnce) flush();
    },
    endPart: () => {
      flush();
      const coming = Promise.withResolvers<PackedPart>();
      let part: PackedPart | null = null;
      parts.push(coming);
      say({ type: 'end-part' });
      if (fault) fail(fault);
      const made = coming.promise.then(came => {
        part = came;
      });
      // Whoever waits for it hears of it; until then nobody may, and that is no fault of the program's.
      made.catch(() => {});
      return {
        get made() {
          return part ? null : made;
        },
        blocks: () => blocksOf(part!),
      };
    },
    stop: () => void worker.terminate(),
  };
}
