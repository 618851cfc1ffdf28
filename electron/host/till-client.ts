import { randomBytes } from 'node:crypto';
import { createTRPCClient, createWSClient, type TRPCClient, wsLink } from '@trpc/client';
import { WebSocket } from 'ws';
import { answersTo } from '../../shared/contract/answers.ts';
import type { Router } from '../../shared/contract/router.ts';
import type { AnswerOf, CommandName, InputOf, QueryName, WatchName } from '../../shared/contract/words.ts';
import { makeIds } from '../../shared/lib/ids.ts';
import { pathsOf } from './paths.ts';
import { readTillFile, type TillFile } from './till-file.ts';
import { frameBytesMax } from './wire.ts';

/** A running till, spoken to over its wire as the caller `command-line` under the system user's name. */
export type TillClient = {
  readonly pid: number;
  /** Sent again under the same id when the wire is cut, so it is done once. */
  command<Name extends CommandName>(word: Name, input: InputOf<Name>): Promise<AnswerOf<Name>>;
  query<Name extends QueryName>(word: Name, input: InputOf<Name>): Promise<AnswerOf<Name>>;
  /** Hears what a watch answers, now and after each change, until the function it gives is called. */
  watch<Name extends WatchName>(word: Name, hear: (answer: AnswerOf<Name>) => void): () => void;
  close(): Promise<void>;
};

const connectWaitMs = 5_000;
const sendsMax = 5;

/**
 * Connects to the till that runs on the folder `data`, or gives undefined where none answers. What the
 * till itself could not do is thrown (TRPCClientError); a refusal is part of the answer.
 */
export async function connectTill(data: string): Promise<TillClient | undefined> {
  const till = readTillFile(pathsOf(data));
  if (!till) return undefined;
  const wire = await openWire(till);
  if (!wire) return undefined;
  const trpc = createTRPCClient<Router>({ links: [wsLink({ client: wire })] });
  const newId = makeIds(Date.now, randomBytes);
  return {
    pid: till.pid,
    command: async (word, input) => sendUntilAnswered(trpc, { id: newId(), word, input }) as never,
    query: async (word, input) => trpc.query.query({ word, input }) as never,
    watch: (word, hear) => {
      const watching = trpc.watch.subscribe(
        { word, input: {} },
        { onData: answersTo(answer => hear(answer as never)) },
      );
      return () => watching.unsubscribe();
    },
    close: () => wire.close(),
  };
}

type Envelope = { readonly id: string; readonly word: string; readonly input: unknown };

async function sendUntilAnswered(trpc: TRPCClient<Router>, envelope: Envelope): Promise<unknown> {
  for (let sends = 1; ; sends += 1) {
    try {
      return await trpc.command.mutate(envelope);
    } catch (error) {
      const cut = error instanceof Error && error.cause instanceof Error && isCut(error.cause);
      if (!cut || sends >= sendsMax) throw error;
    }
  }
}

const isCut = (cause: Error): boolean => cause.name === 'TRPCWebSocketClosedError';

type Wire = ReturnType<typeof createWSClient>;

/** Undefined where nobody listens any more, or where it is not the till that wrote the file. */
function openWire(till: TillFile): Promise<Wire | undefined> {
  const headers = { authorization: `Bearer ${till.token}` };
  class TillSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers, maxPayload: frameBytesMax, perMessageDeflate: false });
    }
  }
  return new Promise(resolve => {
    const giveUp = () => {
      clearTimeout(timer);
      void wire.close();
      resolve(undefined);
    };
    const timer = setTimeout(giveUp, connectWaitMs);
    const wire = createWSClient({
      url: `ws://127.0.0.1:${till.port}/wire`,
      // Same methods and events as the browser's class; the types differ in their event objects only.
      WebSocket: TillSocket as unknown as typeof globalThis.WebSocket,
      onOpen: () => {
        clearTimeout(timer);
        resolve(wire);
      },
      onError: giveUp,
    });
  });
}
