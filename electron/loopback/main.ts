import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Env } from '../../shared/env.ts';
import { openLocalParts } from '../host/local.ts';
import type { Boot, Till } from '../host/parts.ts';
import { type Paths, pathsOf } from '../host/paths.ts';
import { FolderTaken } from '../host/start-fault.ts';
import { readTillFile, removeTillFile, type TillFile, writeTillFile } from '../host/till-file.ts';
import type { Guest } from './door.ts';
import { serveLoopback } from './server.ts';

export type LoopbackOptions = {
  /** The data folder; made if it is not there. */
  readonly data: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly demo: boolean;
  /** Where the built page lies; by default what `npm run build` makes. */
  readonly pageFolder?: string;
};

export type LoopbackTill = {
  readonly url: string;
  readonly data: string;
  readonly pid: number;
  /** `here`: this process is the till. `elsewhere`: another process has the folder and was asked to let us in. */
  readonly runs: 'here' | 'elsewhere';
  /** Lets one browser in: as the till's page, or to show the customer's screen. */
  newTicket(guest?: Guest): Promise<Ticket>;
  /** Ends the till cleanly; where it runs elsewhere, nothing. */
  stop(): Promise<void>;
};
export type Ticket = { readonly ticket: string; readonly ticketUrl: string };

/** How long a second start waits for the first one to answer. */
const otherWaitMs = 10_000;
const otherPollMs = 100;
const builtPage = fileURLToPath(new URL('../../out/renderer', import.meta.url));

/**
 * Starts the till on the loopback host, or finds the one that already runs on the same folder. Throws
 * where the folder is held by a process that does not answer.
 */
export async function startLoopback(options: LoopbackOptions, boot: Boot): Promise<LoopbackTill> {
  const paths = pathsOf(options.data);
  const local = openLocalParts(paths, options.demo);
  if (!local) return await joinOther(options.data);
  const { parts, close } = local;
  let till: Till | undefined;
  try {
    till = await boot(parts);
    return await open(options, paths, parts.env, till, close);
  } catch (error) {
    await till?.stop();
    close();
    throw error;
  }
}

async function open(
  options: LoopbackOptions,
  paths: Paths,
  env: Env,
  till: Till,
  close: () => void,
): Promise<LoopbackTill> {
  const pageFolder = options.pageFolder ?? builtPage;
  const server = await serveLoopback({
    core: till.core,
    env,
    pageFolder,
    slides: paths.slides,
    port: options.port,
  });
  writeTillFile(paths, { port: server.port, pid: process.pid, token: server.door.token });
  env.log('info', 'till.open', { host: 'loopback', port: server.port });
  return {
    url: server.origin,
    data: paths.data,
    pid: process.pid,
    runs: 'here',
    newTicket: async (guest = 'page') => {
      const ticket = server.door.newTicket(guest);
      return { ticket, ticketUrl: server.ticketUrl(ticket) };
    },
    stop: async () => {
      removeTillFile(paths);
      await server.close();
      await till.stop();
      close();
    },
  };
}

/** The till that another process runs on that folder, if it answers. */
export async function findRunning(data: string): Promise<LoopbackTill | undefined> {
  const paths = pathsOf(data);
  const other = readTillFile(paths);
  const ticket = other && (await askTicket(other, 'page'));
  if (!other || !ticket) return undefined;
  return {
    url: `http://127.0.0.1:${other.port}`,
    data: paths.data,
    pid: other.pid,
    runs: 'elsewhere',
    newTicket: async (guest = 'page') => {
      const fresh = await askTicket(other, guest);
      if (!fresh) throw new Error('the till that runs on this folder has gone');
      return fresh;
    },
    stop: async () => {},
  };
}

async function joinOther(data: string): Promise<LoopbackTill> {
  const deadline = performance.now() + otherWaitMs;
  for (;;) {
    const other = await findRunning(data);
    if (other) return other;
    if (performance.now() > deadline) throw new FolderTaken();
    await sleep(otherPollMs);
  }
}

async function askTicket(other: TillFile, guest: Guest): Promise<Ticket | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${other.port}/ticket`, {
      method: 'POST',
      headers: { authorization: `Bearer ${other.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ guest }),
    });
    return answer.ok ? ((await answer.json()) as Ticket) : undefined;
  } catch {
    return undefined; // Still starting, or gone: the caller asks again until its deadline.
  }
}
