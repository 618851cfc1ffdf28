import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PracticeGateway, startPracticeGateway } from '../../electron/host/practice-gateway.ts';
import type { Summary } from '../../gateway/store/store.ts';
import { uplinkPaths } from '../../shared/domain/uplink.ts';

/** A gateway process that can be shot in the middle of the day and started again where it was. */
export type ShotGateway = {
  readonly url: string;
  readonly code: string;
  /** SIGKILL: it has no time to be polite, as in a power cut. */
  shoot(): Promise<void>;
  /** On the same port and data. */
  startAgain(): Promise<void>;
  summary(): Promise<Summary>;
  stop(): Promise<void>;
};

export async function openGateway(dataDir: string): Promise<ShotGateway> {
  let now: PracticeGateway = await startPracticeGateway(dataDir);
  const { url, code } = now;
  return {
    url,
    code,
    shoot: async () => {
      process.kill(now.pid, 'SIGKILL');
      // Its own end is waited for there; `stop` answers at once for one that is gone.
      await now.stop();
    },
    startAgain: async () => {
      now = await startPracticeGateway(dataDir, Number(new URL(url).port));
    },
    summary: async () => {
      const token = readFileSync(join(dataDir, 'operator-token'), 'utf8');
      const answer = await fetch(url + uplinkPaths.summary, {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!answer.ok) throw new Error(`the gateway's summary: ${answer.status}`);
      return (await answer.json()) as Summary;
    },
    stop: () => now.stop(),
  };
}
