import process from 'node:process';
import type { Log } from '../../shared/env.ts';
import { clip } from '../../shared/lib/text.ts';
import type { Channel } from './channel.ts';
import { runDeviceHost } from './device-host.ts';
import { portChannel, processChannel } from './process-channel.ts';
import { processEnv } from './process-env.ts';

/*
 * The program of the device process: forked by plain Node on the loopback host, an Electron utility
 * process on the desktop, where its first message hands over the port that leads to the core.
 */
const channel = await channelToCore();

/** Logs go to the core, which owns the log file. Facts are flat and bounded, so that the core takes them. */
const log: Log = (level, event, facts = {}) => {
  const flat = Object.entries(facts).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : clip(String(value), 200),
  ]);
  channel.post({ type: 'log', level, event, facts: Object.fromEntries(flat) });
};

const host = runDeviceHost(channel, processEnv(log));

// Hangs up properly: a connection that is torn down takes with it what the printer has not read yet.
const end = (): void => void host.stop().finally(() => process.exit(0));
// Without a core there is nothing to print and nobody to scan for.
channel.onEnd(end);
process.on('SIGTERM', end);
// Ctrl-C reaches the whole group; the core ends us when it has written down what it must.
process.on('SIGINT', () => undefined);
// A driver that threw where nobody could catch it is in a state nobody knows: the core starts us afresh.
process.on('uncaughtException', error => {
  log('error', 'device-host.crashed', { name: error.name, message: error.message });
  process.exit(1);
});

type PortEvent = { readonly ports: readonly Parameters<typeof portChannel>[0][] };
type UtilityProcess = {
  readonly parentPort?: { once(event: 'message', listen: (event: PortEvent) => void): void };
};

function channelToCore(): Promise<Channel> {
  const { parentPort } = process as UtilityProcess;
  if (!parentPort) return Promise.resolve(processChannel(process));
  return new Promise((resolve, reject) => {
    parentPort.once('message', ({ ports: [port] }) =>
      port
        ? resolve(portChannel(port))
        : reject(new Error('the first message to the device process brought no port')),
    );
  });
}
