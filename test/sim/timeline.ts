import type { Cancel } from '../../shared/env.ts';

type Event = { readonly at: number; readonly run: () => void };

export type Timeline = ReturnType<typeof openTimeline>;

/**
 * Time that passes only when nothing is left to do in the present. Real time never enters: whatever runs is
 * either the one event whose moment has come, or a promise that it left behind.
 */
export function openTimeline() {
  /** In the order in which they come; of two at one moment the one asked for first. */
  const events: Event[] = [];
  let now = 0;

  function after(delayMs: number, run: () => void): Cancel {
    const event = { at: now + Math.max(0, delayMs), run };
    let [low, high] = [0, events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (events[middle]!.at <= event.at) low = middle + 1;
      else high = middle;
    }
    events.splice(low, 0, event);
    return () => {
      const place = events.indexOf(event);
      if (place >= 0) events.splice(place, 1);
    };
  }

  return {
    /** Ms since the story began; the time of the world, which no clock in it shows exactly. */
    now: () => now,
    after,
    /** Lets a person or a wire wait. */
    sleep: (ms: number) => new Promise<void>(resolve => after(ms, resolve)),
    /** Runs event after event until `isOver`. False where nothing more would ever happen. */
    async runUntil(isOver: () => boolean): Promise<boolean> {
      await settled();
      while (!isOver()) {
        const next = events.shift();
        if (!next) return false;
        now = next.at;
        next.run();
        await settled();
      }
      return true;
    },
  };
}

/** When no promise has anything left to do: Node takes up an immediate only after all of them. */
const settled = () => new Promise<void>(resolve => setImmediate(resolve));
