import { createTRPCClient, createWSClient, TRPCClientError, wsLink } from '@trpc/client';
import { answersTo } from '../../shared/contract/answers.ts';
import type { Router } from '../../shared/contract/router.ts';
import type { Answer } from '../../shared/contract/words.ts';
import { type Link, type Wire, WireLost } from './wire.ts';

/** A wire is pinged this often, and given up if no answer comes: a core that died without a word is noticed. */
const pingEveryMs = 5000;
const pongTimeoutMs = 3000;
const retryFirstMs = 100;
const retryMaxMs = 2000;

type WireOptions = {
  readonly url: string;
  readonly WebSocket?: typeof WebSocket;
  /** Every call means the practice till. */
  readonly practising?: boolean;
};

/** Speaks the router over a WebSocket, or over anything that looks like one. */
export function trpcWire({ practising, ...options }: WireOptions): Wire {
  const said = practising ? ({ practising } as const) : {};
  const socket = createWSClient({
    ...options,
    retryDelayMs: attempt => (attempt === 0 ? 0 : Math.min(retryFirstMs * 2 ** attempt, retryMaxMs)),
    keepAlive: { enabled: true, intervalMs: pingEveryMs, pongTimeoutMs },
  });
  const client = createTRPCClient<Router>({ links: [wsLink<Router>({ client: socket })] });
  return {
    command: envelope => heard(client.command.mutate({ ...envelope, ...said })),
    query: (word, input) => heard(client.query.query({ word, input, ...said })),
    watch: (word, input, on) => {
      const subscription = client.watch.subscribe(
        { word, input, ...said },
        {
          onData: answersTo(on.answer),
          onComplete: on.ended,
          onError: on.ended,
        },
      );
      return () => subscription.unsubscribe();
    },
    onLink: tell => {
      let wasConnected = false;
      const states = socket.connectionState.subscribe({
        next: ({ state }) => {
          wasConnected ||= state === 'pending';
          const link: Link = state === 'pending' ? 'connected' : wasConnected ? 'reconnecting' : 'connecting';
          tell(link);
        },
      });
      return () => states.unsubscribe();
    },
    close: () => socket.close(),
  };
}

async function heard(asking: Promise<unknown>): Promise<Answer<unknown>> {
  try {
    return (await asking) as Answer<unknown>;
  } catch (error) {
    if (isCut(error)) throw new WireLost('the wire was cut before the answer came', { cause: error });
    throw error;
  }
}

/** Tells a cut wire from a fault that the other end reported: only the latter has a shape. */
const isCut = (error: unknown): boolean =>
  error instanceof WireLost || (error instanceof TRPCClientError && error.shape === undefined);
