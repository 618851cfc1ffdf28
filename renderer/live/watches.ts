import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SaidAtStart } from '../../shared/contract/at-start.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { Wire } from './wire.ts';

/** What a watch last said. Both are undefined until the first answer. */
export type Seen = { readonly value: unknown; readonly refusal: Refusal | undefined };

/** A watch that was refused (nobody signed in) or dropped is asked for again after this, while it is looked at. */
const askAgainMs = 1000;

export type Watches = {
  /** The store of a watch; it is only fed while held. */
  store(word: string, input: unknown): StoreApi<Seen>;
  /**
   * Feeds the store until the returned function is called; many may hold, one subscription serves all. What was
   * said last stays, so that a screen that comes back, even while the wire is cut, is not empty.
   */
  hold(word: string, input: unknown): () => void;
};

type Watched = {
  readonly store: StoreApi<Seen>;
  holders: number;
  stop: (() => void) | null;
};

const nothing: Seen = { value: undefined, refusal: undefined };

/**
 * One zustand store per word and input, fed by one subscription for however many components look at it. `said` is what
 * watches without input have said already: it is shown until they say it again.
 */
export function watchStores(wire: Wire, said: SaidAtStart = {}): Watches {
  const all = new Map<string, Watched>();

  const find = (word: string, input: unknown): Watched => {
    const key = `${word} ${JSON.stringify(input)}`;
    const known = all.get(key);
    if (known) return known;
    const fresh: Watched = { store: createStore<Seen>(() => nothing), holders: 0, stop: null };
    all.set(key, fresh);
    return fresh;
  };

  for (const [word, value] of Object.entries(said)) {
    find(word, {}).store.setState({ value, refusal: undefined }, true);
  }

  return {
    store: (word, input) => find(word, input).store,
    hold: (word, input) => {
      const watched = find(word, input);
      watched.holders += 1;
      watched.stop ??= follow(wire, word, input, watched.store);
      return () => {
        watched.holders -= 1;
        // One screen's last look and the next screen's first happen in the same breath.
        setTimeout(() => {
          if (watched.holders > 0) return;
          watched.stop?.();
          watched.stop = null;
        }, 0);
      };
    },
  };
}

const isSame = (one: Seen, other: Seen): boolean => JSON.stringify(one) === JSON.stringify(other);

function follow(wire: Wire, word: string, input: unknown, store: StoreApi<Seen>): () => void {
  let stop = () => {};
  let again: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    let isFirst = true;
    stop = wire.watch(word, input, {
      answer: answer => {
        const seen: Seen = answer.ok
          ? { value: answer.value, refusal: undefined }
          : { value: undefined, refusal: answer.refusal };
        // The first answer of a page, or after a cut, mostly says what is on the screen already.
        if (!isFirst || !isSame(seen, store.getState())) store.setState(seen, true);
        isFirst = false;
      },
      ended: () => {
        clearTimeout(again);
        again = setTimeout(ask, askAgainMs);
      },
    });
  };
  ask();
  return () => {
    clearTimeout(again);
    stop();
  };
}
