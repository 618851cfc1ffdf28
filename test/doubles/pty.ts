import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
  /** Plugs it in again under the same names. */
  plugIn(): Promise<void>;
  remove(): Promise<void>;
};

/** Lays a cable; needs socat. */
export async function layCable(): Promise<Cable> {
  const folder = await mkdtemp(join(tmpdir(), 'cable-'));
  const till = join(folder, 'till');
  const device = join(folder, 'device');
  let stop = await connect(till, device);
  return {
    till,
    device,
    unplug: () => stop(),
    async plugIn() {
      stop = await connect(till, device);
    },
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function connect(till: string, device: string): Promise<() => Promise<void>> {
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
  return async () => {
    socat.kill('SIGKILL');
    await exited;
  };
}
