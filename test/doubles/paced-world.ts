import type { Exchange } from '../../electron/channels/channel.ts';
import { openClient } from '../../electron/channels/client.ts';
import type { ManualEnv } from './manual-env.ts';

/** Virtual ms that pass in about one real millisecond: while nothing is on the wire, and while something is. */
const idlePaceMs = 200;
const wirePaceMs = 10;

export type PacedWorld = {
  /** The till's real way to its providers, watched. */
  readonly exchange: Exchange;
  stop(): Promise<void>;
};

/**
 * Real sockets on a clock that does not wait: minutes of patience pass in a moment, but while a request is on
 * the wire time goes so slowly that a busy machine is not mistaken for a dead provider.
 */
export function paceWorld(env: ManualEnv): PacedWorld {
  const client = openClient(env);
  let onWire = 0;
  let stopped = false;
  const pace = async () => {
    while (!stopped) {
      await env.pass(onWire === 0 ? idlePaceMs : wirePaceMs);
      await new Promise<void>(resolve => setTimeout(resolve, 1));
    }
  };
  const paced = pace();
  return {
    exchange: async request => {
      onWire += 1;
      try {
        return await client.exchange(request);
      } finally {
        onWire -= 1;
      }
    },
    stop: async () => {
      stopped = true;
      client.close();
      await paced;
    },
  };
}
