import type { DeviceHealth, PrinterSetup, ScannerSetup } from '../../shared/contract/setup.ts';
import type { PrintDocument } from '../../shared/domain/document.ts';
import type { Paper } from '../../shared/domain/paper.ts';
import type { PrintOutcome } from '../../shared/domain/print-outcome.ts';
import type { Cancel, Env } from '../../shared/env.ts';
import type { Channel } from '../devices/channel.ts';
import { backoffMs } from '../devices/device.ts';
import { createDeviceClient, type DeviceClient, type PrintHow } from '../devices/device-client.ts';
import { type PrinterModel, printDeadlineMs, pulseDeadlineMs } from '../devices/printers/model.ts';
import { generic58 } from '../devices/printers/models/generic-58/model.ts';
import { generic80 } from '../devices/printers/models/generic-80/model.ts';
import { developPaper, drawerPulse, renderDocument } from '../devices/printers/render.ts';
import type { PrinterProfile, ScannerProfile } from '../devices/protocol.ts';
import { createEnd, createSignal } from '../devices/signal.ts';
import type { DeviceChannel } from './parts.ts';

export type DeviceWishes = { readonly printer: PrinterSetup; readonly scanner: ScannerSetup };

export type Devices = {
  /** Connects what the settings name; called again after each change of them. */
  configure(wishes: DeviceWishes): void;
  health(): { readonly printer: DeviceHealth; readonly scanner: DeviceHealth };
  render(document: PrintDocument): Uint8Array;
  pulse(second: boolean): Uint8Array;
  print(job: { readonly id: string; readonly bytes: Uint8Array }): Promise<PrintOutcome>;
  develop(bytes: Uint8Array): Paper;
  stop(): void;
};

type Ears = {
  /** A serial scanner has read something; still a secret. */
  scan(text: string): void;
  healthChanged(): void;
};

const printerId = 'printer';
const scannerId = 'scanner';
const doubleReadMs = 250;
const absent: DeviceHealth = { state: 'absent', reason: null };

/**
 * The core's hold on the process in which drivers live. When that process dies, the till goes on
 * selling, open prints become uncertain, and a new process is started after a wait that grows.
 */
export function openDevices(env: Env, fork: () => DeviceChannel, ears: Ears): Devices {
  let wishes: DeviceWishes = {
    printer: { transport: 'virtual', paper: 80 },
    scanner: { transport: 'keyboard' },
  };
  let health: Record<string, DeviceHealth> = {};
  let failures = 0;
  let stopped = false;
  let nap: Cancel = () => {};
  let line: { readonly channel: DeviceChannel; readonly client: DeviceClient } | null = null;

  const start = (): void => {
    const channel = fork();
    const client = createDeviceClient(toChannel(channel), env);
    line = { channel, client };
    client.onScan(({ text }) => ears.scan(text));
    client.onHealth(({ device, state, reason }) => {
      // Only a device that works proves a healthy host: a dying one tells of `absent` too.
      if (state === 'ready') failures = 0;
      health = { ...health, [device]: { state, reason } };
      ears.healthChanged();
    });
    channel.onExit(how => {
      line = null;
      if (stopped) return;
      failures += 1;
      env.log('error', 'devices.host-died', { how, failures });
      nap = env.after(backoffMs(failures, env.rng()), start);
    });
    client.configure(profilesOf(wishes));
  };
  start();

  return {
    configure: wanted => {
      wishes = wanted;
      if (wanted.scanner.transport === 'keyboard')
        health = { ...health, [scannerId]: { state: 'ready', reason: null } };
      line?.client.configure(profilesOf(wanted));
    },
    health: () => ({ printer: health[printerId] ?? absent, scanner: health[scannerId] ?? absent }),
    render: document => renderDocument(document, modelOf(wishes.printer)),
    pulse: second => drawerPulse(modelOf(wishes.printer), second),
    develop: bytes => developPaper(bytes, modelOf(wishes.printer)),
    print: ({ id, bytes }) =>
      line
        ? line.client.print(id, bytes, howTo(bytes, modelOf(wishes.printer)))
        : Promise.resolve({ kind: 'blocked', reason: 'not-connected' }),
    stop: () => {
      stopped = true;
      nap();
      line?.channel.kill();
    },
  };
}

/** A pulse leaves nothing on paper that a printer could confirm; no document is this short. */
const pulseBytesMax = 8;

const howTo = (bytes: Uint8Array, model: PrinterModel): PrintHow =>
  bytes.length <= pulseBytesMax
    ? { proof: false, deadlineMs: pulseDeadlineMs }
    : { proof: true, deadlineMs: printDeadlineMs(bytes.length, model) };

const modelOf = (printer: PrinterSetup): PrinterModel => (printer.paper === 58 ? generic58 : generic80);

function profilesOf({ printer, scanner }: DeviceWishes): {
  printer: PrinterProfile;
  scanner?: ScannerProfile;
} {
  const profile: PrinterProfile = {
    id: printerId,
    transport: transportOf(printer),
    backChannel: backChannelOf(printer),
  };
  if (scanner.transport === 'keyboard') return { printer: profile };
  return {
    printer: profile,
    scanner: { id: scannerId, path: scanner.path, baud: scanner.baud, doubleReadMs },
  };
}

function transportOf(printer: PrinterSetup): PrinterProfile['transport'] {
  switch (printer.transport) {
    case 'virtual':
      return { kind: 'virtual' };
    case 'serial':
      return { kind: 'serial', path: printer.path, baud: printer.baud, flow: 'none' };
    case 'tcp':
      return { kind: 'tcp', host: printer.host, port: printer.port };
    case 'file':
      return { kind: 'file', path: printer.path };
  }
}

function backChannelOf(printer: PrinterSetup): PrinterProfile['backChannel'] {
  if (printer.transport === 'virtual') return 'status';
  const mayAnswer = printer.transport === 'serial' || printer.transport === 'tcp';
  return mayAnswer && !printer.silent ? modelOf(printer).backChannel : 'none';
}

function toChannel(channel: DeviceChannel): Channel {
  const messages = createSignal<unknown>();
  const end = createEnd();
  channel.onMessage(messages.emit);
  channel.onExit(() => end.emit());
  return { post: message => channel.post(message), onMessage: messages.on, onEnd: end.on };
}
