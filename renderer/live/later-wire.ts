import type { Wire } from './wire.ts';

/**
 * A wire at once for one that is on its way: what is said and asked before goes out on it, in the order in which it
 * was said. Where it never comes the link is `missing`, and what is said throws.
 */
export function laterWire(coming: Promise<Wire>): Wire {
  // What says nothing more where the wire is missing leaves it to the link to tell.
  const whenThere = (begin: (wire: Wire) => () => void, missing = () => {}): (() => void) => {
    let end = () => {};
    let isWanted = true;
    coming.then(wire => {
      if (isWanted) end = begin(wire);
    }, missing);
    return () => {
      isWanted = false;
      end();
    };
  };
  return {
    command: async envelope => (await coming).command(envelope),
    query: async (word, input) => (await coming).query(word, input),
    watch: (word, input, on) => whenThere(wire => wire.watch(word, input, on)),
    onLink: tell => {
      tell('connecting');
      return whenThere(
        wire => wire.onLink(tell),
        () => tell('missing'),
      );
    },
    close: async () => (await coming).close(),
  };
}
