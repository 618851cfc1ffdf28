import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PracticeGateway, startPracticeGateway } from '../../electron/host/practice-gateway.ts';
import type { Summary } from '../../gateway/store/store.ts';
import { uplinkPaths } from '../../shared/domain/uplink.ts';

/** A gateway process that can be shot in the middle of the day and started again where it was. */
export type ShotGateway = {
  readonly url: string;
  readonly code: string;
  /** How a channel to its practice payments is set up. */
  readonly channels: PracticeGateway['channels'];
  /** SIGKILL: it has no time to be polite, as in a power cut. */
  shoot(): Promise<void>;
  /** On the same port and data. */
  startAgain(): Promise<void>;
  summary(): Promise<Summary>;
  /** What the practice provider holds and has sent back, in fen, over all its lives: it keeps its ledger in memory. */
  ledger(): Promise<PracticeLedger>;
  stop(): Promise<void>;
};

export type PracticeLedger = {
  readonly orders: number;
  readonly captured: number;
  readonly refunded: number;
};

export async function openGateway(dataDir: string): Promise<ShotGateway> {
  let now: PracticeGateway = await startPracticeGateway(dataDir);
  const { url, code, channels } = now;
  const ask = async <T>(path: string): Promise<T> => {
    const token = readFileSync(join(dataDir, 'operator-token'), 'utf8');
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`the gateway's ${path}: ${answer.status}`);
    return (await answer.json()) as T;
  };
  let before: PracticeLedger = { orders: 0, captured: 0, refunded: 0 };
  const ledger = async () => added(before, await ask<Books>('/pay/__sim/ledger'));
  return {
    url,
    code,
    channels,
    shoot: async () => {
      before = await ledger();
      process.kill(now.pid, 'SIGKILL');
      // Its own end is waited for there; `stop` answers at once for one that is gone.
      await now.stop();
    },
    startAgain: async () => {
      now = await startPracticeGateway(dataDir, Number(new URL(url).port));
    },
    summary: () => ask<Summary>(uplinkPaths.summary),
    ledger,
    stop: () => now.stop(),
  };
}

type Books = { readonly orders: readonly { readonly captured: number; readonly refunded: number }[] };

const added = (before: PracticeLedger, { orders }: Books): PracticeLedger => ({
  orders: before.orders + orders.length,
  captured: before.captured + orders.reduce((sum, { captured }) => sum + captured, 0),
  refunded: before.refunded + orders.reduce((sum, { refunded }) => sum + refunded, 0),
});
