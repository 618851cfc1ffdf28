import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A serial cable with two ends, each a real tty, made by socat. */
export type Cable = {
  /** Where the product plugs in. */
  readonly till: string;
  /** Where the device under the test's hand sits. */
  readonly device: string;
  /** Pulls the cable: both ends are gone. */
  unplug(): Promise<void>;
  /** The same before this returns, for a hang-up that comes between two reads of the driver. */
  unplugWhileNobodyRuns(): void;
  /** Plugs it in again under the same names. */
  plugIn(): Promise<void>;
  remove(): Promise<void>;
};

/** Lays a cable; needs socat. */
export async function layCable(): Promise<Cable> {
  const folder = await mkdtemp(join(tmpdir(), 'cable-'));
  const till = join(folder, 'till');
  const device = join(folder, 'device');
  let socat = await connect(till, device);
  return {
    till,
    device,
    unplug: () => socat.stop(),
    unplugWhileNobodyRuns() {
      const tty = realpathSync(till);
      socat.kill();
      while (existsSync(tty));
    },
    async plugIn() {
      socat = await connect(till, device);
    },
    async remove() {
      await socat.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function connect(till: string, device: string): Promise<{ kill(): void; stop(): Promise<void> }> {
  const socat = spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${till}`, `pty,raw,echo=0,link=${device}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(socat, 'exit');
  const ready = Promise.withResolvers<void>();
  createInterface({ input: socat.stderr }).on('line', line => {
    if (line.includes('starting data transfer loop')) ready.resolve();
  });
  socat.on('error', error =>
    ready.reject(new Error('socat is needed for tests with serial cables', { cause: error })),
  );
  await ready.promise;
  const kill = (): void => {
    socat.kill('SIGKILL');
  };
  return {
    kill,
    async stop() {
      kill();
      await exited;
    },
  };
}
