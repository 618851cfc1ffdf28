import type { StopSignal } from '../../shared/contract/router.ts';
import type { Topic } from './feature.ts';

/** Tells those who watch which topics have changed; a slow watcher is told once, not once per change. */
export class Watchers {
  readonly #sleeping = new Set<Sleeper>();

  /** Wakes every watcher of any of these topics. */
  tell(topics: ReadonlySet<Topic>): void {
    for (const sleeper of this.#sleeping) {
      if (sleeper.topics.some(topic => topics.has(topic))) sleeper.wake();
    }
  }

  /** Answers now, then after changes of `topics`, until `signal` ends it. Changes while nobody listens become one. */
  async *follow<T>(topics: readonly Topic[], read: () => T, signal: StopSignal): AsyncGenerator<T> {
    const sleeper = new Sleeper(topics);
    this.#sleeping.add(sleeper);
    signal.addEventListener('abort', () => sleeper.wake(), { once: true });
    try {
      while (!signal.aborted) {
        sleeper.rest();
        yield read();
        await sleeper.woken;
      }
    } finally {
      this.#sleeping.delete(sleeper);
    }
  }
}

class Sleeper {
  readonly topics: readonly Topic[];
  woken: Promise<void> = Promise.resolve();
  #wake: () => void = () => {};

  constructor(topics: readonly Topic[]) {
    this.topics = topics;
  }

  /** From here on a change counts; called before reading, so that no change falls between reading and waiting. */
  rest(): void {
    this.woken = new Promise(resolve => {
      this.#wake = resolve;
    });
  }

  wake(): void {
    this.#wake();
  }
}
