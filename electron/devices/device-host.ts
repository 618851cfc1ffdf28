import type { PrintOutcome } from '../../shared/domain/print-outcome.ts';
import type { Env } from '../../shared/env.ts';
import { never } from '../../shared/lib/assert.ts';
import type { Channel } from './channel.ts';
import { createPrinter, type Printer } from './printers/printer.ts';
import { type FromHost, jobBytesMax, type PrinterProfile, type ScannerProfile, ToHost } from './protocol.ts';
import { type Scanner, serialScanner } from './scanners/serial-scanner.ts';
import { fileTransport } from './transports/file.ts';
import { serialTransport } from './transports/serial.ts';
import { tcpTransport } from './transports/tcp.ts';
import type { Connect } from './transports/transport.ts';
import { virtualTransport } from './transports/virtual.ts';

export type DeviceHost = { stop(): Promise<void> };

/**
 * Owns every driver, in a process of its own: a native driver that crashes, or a thread pool full of
 * writes to a printer without paper, must not take the till down. It decides nothing and remembers nothing.
 */
export function runDeviceHost(channel: Channel, env: Env): DeviceHost {
  const say = (message: FromHost): void => channel.post(message);
  const printer = createSlot<PrinterProfile, Printer>(profile => startPrinter(profile, say, env));
  const scanner = createSlot<ScannerProfile, Scanner>(profile => startScanner(profile, say, env));

  const obey = async (message: ToHost): Promise<void> => {
    switch (message.type) {
      case 'configure':
        await Promise.all([printer.put(message.printer), scanner.put(message.scanner)]);
        return;
      case 'print':
        say({ type: 'printed', job: message.job, outcome: await print(await printer.device(), message) });
        return;
      default:
        never(message);
    }
  };
  const off = channel.onMessage(received => {
    const message = ToHost.safeParse(received);
    // What is wrong with it is not logged: a message may hold anything.
    if (message.success) env.spawn(`device-host.${message.data.type}`, () => obey(message.data));
    else refuse(received, say, env);
  });
  return {
    async stop() {
      off();
      await Promise.all([printer.put(undefined), scanner.put(undefined)]);
    },
  };
}

async function print(
  printer: Printer | null,
  { bytesBase64, proof, deadlineMs }: Extract<ToHost, { type: 'print' }>,
): Promise<PrintOutcome> {
  const bytes = Buffer.from(bytesBase64, 'base64');
  if (!printer) return { kind: 'failed', reason: 'not-configured' };
  if (bytes.length === 0 || bytes.length > jobBytesMax) return { kind: 'failed', reason: 'bad-job' };
  return printer.print({ bytes, proof, deadlineMs });
}

/** A job that can't be read still gets an answer, so that nobody waits for it. */
function refuse(received: unknown, say: (message: FromHost) => void, env: Env): void {
  env.log('error', 'device-host.bad-message');
  const job =
    typeof received === 'object' && received !== null && 'job' in received ? received.job : undefined;
  if (typeof job !== 'string' || job === '' || job.length > 64) return;
  say({ type: 'printed', job, outcome: { kind: 'failed', reason: 'bad-job' } });
}

function startPrinter(profile: PrinterProfile, say: (message: FromHost) => void, env: Env): Printer {
  return createPrinter(
    {
      connect: connectTo(profile.transport, env),
      backChannel: profile.backChannel,
      onHealth: health => say({ type: 'health', device: profile.id, ...health }),
    },
    env,
  );
}

function startScanner(profile: ScannerProfile, say: (message: FromHost) => void, env: Env): Scanner {
  return serialScanner(
    {
      ...profile,
      flow: 'none',
      onScan: scan => say({ type: 'scan', device: profile.id, ...scan }),
      onHealth: health => say({ type: 'health', device: profile.id, ...health }),
    },
    env,
  );
}

function connectTo(transport: PrinterProfile['transport'], env: Env): Connect {
  switch (transport.kind) {
    case 'virtual':
      return () => virtualTransport(env);
    case 'serial':
      return () => serialTransport(transport, env);
    case 'tcp':
      return () => tcpTransport(transport, env);
    case 'file':
      return () => fileTransport(transport.path, env);
    default:
      return never(transport);
  }
}

type Slot<P, D> = { put(profile: P | undefined): Promise<void>; device(): Promise<D | null> };

/** At most one device of a kind. The same profile again changes nothing; another lets the old device go first,
 * and whoever asks for the device waits for that. */
function createSlot<P, D extends { stop(): Promise<void> }>(start: (profile: P) => D): Slot<P, D> {
  let wanted: string | undefined;
  let device: D | null = null;
  let turn: Promise<void> = Promise.resolve();
  const change = async (profile: P | undefined): Promise<void> => {
    const key = JSON.stringify(profile);
    if (key === wanted) return;
    wanted = key;
    const old = device;
    device = null;
    await old?.stop();
    if (profile !== undefined) device = start(profile);
  };
  return {
    device: () => turn.then(() => device),
    put(profile) {
      turn = turn.then(() => change(profile));
      return turn;
    },
  };
}
