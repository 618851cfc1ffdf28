import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel, type MessagePort as NodePort, Worker } from 'node:worker_threads';
import { createTRPCClient, createWSClient, type TRPCClient, wsLink } from '@trpc/client';
import { WebSocket as NodeWebSocket } from 'ws';
import { makePortSocket } from '../../renderer/wire/port-socket.ts';
import type { Router } from '../../shared/contract/router.ts';

export type WireKind = 'websocket' | 'message port';
export type Page = {
  readonly trpc: TRPCClient<Router>;
  /** Cuts the wire under the page, as a pulled cable would; the page connects anew by itself. */
  cut(): void;
  /** What a reload does: everything of the page is gone at once, nobody says goodbye. */
  vanish(): void;
  close(): Promise<void>;
};
export type Rig = {
  openPage(): Page;
  killCore(): Promise<void>;
  startCore(): Promise<void>;
  watchers(): Promise<number>;
  /** Has the core forget what it counted, for the next test. */
  forget(): Promise<void>;
  log: { level: string; event: string; facts: unknown }[];
  close(): Promise<void>;
};

type Said = { ready: { port: number; token: string } } | { answer: number } | { log: Rig['log'][number] };

/** A core in a thread and pages that reach it over one kind of wire. */
export async function openRig(kind: WireKind): Promise<Rig> {
  const folder = mkdtempSync(path.join(tmpdir(), 'evertill-wire-'));
  const log: Rig['log'] = [];
  let worker: Worker | undefined;
  let running = Promise.withResolvers<Worker>();
  let address = { port: 0, token: '' };

  const startCore = async () => {
    const started = new Worker(new URL('./core-thread.ts', import.meta.url), {
      workerData: { folder, port: address.port },
    });
    started.on('message', (said: Said) => 'log' in said && log.push(said.log));
    const said = await next(started, said => 'ready' in said);
    if ('ready' in said) address = said.ready;
    worker = started;
    running.resolve(started);
  };
  const ask = async (question: 'watchers' | 'forget') => {
    worker?.postMessage({ ask: question });
    const said = await next(worker!, said => 'answer' in said);
    return 'answer' in said ? said.answer : Number.NaN;
  };
  await startCore();
  return {
    log,
    startCore,
    killCore: async () => {
      running = Promise.withResolvers();
      await worker?.terminate();
    },
    watchers: () => ask('watchers'),
    forget: async () => {
      log.length = 0;
      await ask('forget');
    },
    openPage: () => (kind === 'websocket' ? socketPage(() => address) : portPage(() => running.promise)),
    close: async () => {
      await worker?.terminate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function next(worker: Worker, wanted: (said: Said) => boolean): Promise<Said> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    const listen = (said: Said) => {
      if (!wanted(said)) return;
      worker.off('message', listen);
      worker.off('error', reject);
      resolve(said);
    };
    worker.on('message', listen);
  });
}

function socketPage(address: () => { port: number; token: string }): Page {
  const sockets = new Set<NodeWebSocket>();
  class Socket extends NodeWebSocket {
    constructor() {
      const { port, token } = address();
      super(`ws://127.0.0.1:${port}/wire`, { headers: { authorization: `Bearer ${token}` } });
      sockets.add(this);
      this.on('close', () => sockets.delete(this));
    }
  }
  const cut = () => {
    for (const socket of sockets) socket.terminate();
  };
  return page(Socket as unknown as typeof WebSocket, cut);
}

function portPage(core: () => Promise<Worker>): Page {
  const ports = new Set<NodePort>();
  const ask = async () => {
    const worker = await core();
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ wire: port2 }, [port2]);
    ports.add(port1);
    return port1 as unknown as MessagePort;
  };
  const cut = () => {
    for (const port of ports) port.close();
    ports.clear();
  };
  return page(makePortSocket(ask), cut);
}

function page(socket: typeof WebSocket, cut: () => void): Page {
  const client = createWSClient({ url: 'wire:', WebSocket: socket, retryDelayMs: () => 20 });
  return {
    trpc: createTRPCClient<Router>({ links: [wsLink({ client })] }),
    cut,
    vanish: () => {
      void client.close();
      cut();
    },
    close: () => client.close(),
  };
}
