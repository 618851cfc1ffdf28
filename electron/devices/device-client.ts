import type { PrintOutcome } from '../../shared/domain/print-outcome.ts';
import type { Env } from '../../shared/env.ts';
import { never } from '../../shared/lib/assert.ts';
import type { Channel } from './channel.ts';
import type { DeviceHealth } from './device.ts';
import { FromHost, jobBytesMax, type PrinterProfile, type ScannerProfile, type ToHost } from './protocol.ts';
import { createSignal, type Off } from './signal.ts';

export type DeviceClient = {
  configure(devices: { readonly printer?: PrinterProfile; readonly scanner?: ScannerProfile }): void;
  /**
   * One attempt to print. Always answers: at the deadline and a little, or when the host dies, with
   * `uncertain`. The same job again while it is under way is the same attempt.
   */
  print(job: string, bytes: Uint8Array, how: PrintHow): Promise<PrintOutcome>;
  /** The text is a secret until it is classified. */
  onScan(listen: (scan: DeviceScan) => void): Off;
  onHealth(listen: (health: DeviceHealth & { readonly device: string }) => void): Off;
};

export type DeviceScan = { readonly device: string; readonly text: string; readonly aim?: string };

/** `proof`: wait until the printer says it printed; not for drawer pulses. `deadlineMs` for the whole attempt. */
export type PrintHow = { readonly proof: boolean; readonly deadlineMs: number };

/** The core's end of the line to one device host. After the host's death a new client belongs to the new host. */
export function createDeviceClient(channel: Channel, env: Env): DeviceClient {
  const scans = createSignal<DeviceScan>();
  const healths = createSignal<DeviceHealth & { readonly device: string }>();
  const open = new Map<string, OpenPrint>();
  const devices = new Set<string>();
  let ended = false;

  const settle = (job: string, outcome: PrintOutcome): void => open.get(job)?.settle(outcome);
  const hear = (message: FromHost): void => {
    switch (message.type) {
      case 'scan':
        scans.emit({ device: message.device, text: message.text, ...(message.aim && { aim: message.aim }) });
        return;
      case 'health':
        healths.emit({ device: message.device, state: message.state, reason: message.reason });
        return;
      case 'printed':
        settle(message.job, message.outcome);
        return;
      case 'log':
        env.log(message.level, message.event, message.facts);
        return;
      default:
        never(message);
    }
  };
  channel.onMessage(received => {
    const message = FromHost.safeParse(received);
    if (message.success) hear(message.data);
    else env.log('error', 'device-client.bad-message');
  });
  channel.onEnd(() => {
    ended = true;
    for (const print of [...open.values()]) print.settle(hostLost(print.bytes));
    for (const device of devices) healths.emit({ device, state: 'absent', reason: 'host-lost' });
  });
  const post = (message: ToHost): void => channel.post(message);

  return {
    onScan: scans.on,
    onHealth: healths.on,
    configure(wanted) {
      devices.clear();
      for (const profile of [wanted.printer, wanted.scanner]) if (profile) devices.add(profile.id);
      if (!ended) post({ type: 'configure', ...wanted });
    },
    print(job, bytes, how) {
      // Nothing was handed to a host that is gone: that is certain.
      if (ended) return Promise.resolve({ kind: 'blocked', reason: 'not-connected' });
      if (bytes.length > jobBytesMax) return Promise.resolve({ kind: 'failed', reason: 'bad-job' });
      const known = open.get(job);
      if (known) return known.outcome;
      const print = openPrint(bytes.length, how.deadlineMs + marginMs, env, () => open.delete(job));
      open.set(job, print);
      post({ type: 'print', job, bytesBase64: Buffer.from(bytes).toString('base64'), ...how });
      return print.outcome;
    },
  };
}

type OpenPrint = {
  readonly bytes: number;
  readonly outcome: Promise<PrintOutcome>;
  settle(outcome: PrintOutcome): void;
};

function openPrint(bytes: number, deadlineMs: number, env: Env, onSettled: () => void): OpenPrint {
  const { promise, resolve } = Promise.withResolvers<PrintOutcome>();
  const settle = (outcome: PrintOutcome): void => {
    cancel();
    onSettled();
    resolve(outcome);
  };
  const cancel = env.after(deadlineMs, () => settle(hostLost(bytes)));
  return { bytes, outcome: promise, settle };
}

/** Nobody knows how much the host had sent: count all of it. */
const hostLost = (bytes: number): PrintOutcome => ({
  kind: 'uncertain',
  reason: 'host-lost',
  bytesAccepted: bytes,
});

// The host keeps the deadline itself, after the jobs that wait before this one; a dead one keeps none.
const marginMs = 10_000;
