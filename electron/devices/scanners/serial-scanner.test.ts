import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Inbox, inbox } from '../../../test/doubles/inbox.ts';
import { manualEnv } from '../../../test/doubles/manual-env.ts';
import { type Cable, layCable } from '../../../test/doubles/pty.ts';
import { handTransport } from '../../../test/doubles/transport.ts';
import type { DeviceHealth } from '../device.ts';
import { processEnv } from '../process-env.ts';
import { type Scan, type Scanner, serialScanner } from './serial-scanner.ts';

const env = processEnv(() => undefined);
let cable: Cable;
let scanner: Scanner;
let scans: Inbox<Scan>;
let health: Inbox<DeviceHealth>;
let trigger: WriteStream;

beforeEach(async () => {
  cable = await layCable();
  scans = inbox();
  health = inbox();
  scanner = serialScanner(
    {
      path: cable.till,
      baud: 9600,
      flow: 'none',
      doubleReadMs: 250,
      onScan: scans.add,
      onHealth: health.add,
    },
    env,
  );
  await health.until(all => all.at(-1)?.state === 'ready');
  trigger = await takeInHand(cable);
});

afterEach(async () => {
  await scanner.stop();
  trigger.destroy();
  await cable.remove();
});

async function takeInHand({ device }: Cable): Promise<WriteStream> {
  const stream = createWriteStream(device);
  await once(stream, 'open');
  return stream;
}

function pull(bytes: string): Promise<void> {
  return new Promise((resolve, reject) => trigger.write(bytes, error => (error ? reject(error) : resolve())));
}

test('a scan on a real serial port arrives once, with its AIM identifier apart', async () => {
  await pull(']E06901234567892\r\n');
  await scans.until(all => all.length > 0);
  expect(scans.all).toEqual([{ text: '6901234567892', aim: ']E0' }]);
});

test('a scanner without a terminator is read by its silence', async () => {
  await pull('6901234567892');
  await scans.until(all => all.length > 0);
  expect(scans.all).toEqual([{ text: '6901234567892' }]);
});

test('a wrong baud rate is said to be one, until a scan comes through', async () => {
  for (let turn = 0; turn < 3; turn += 1) await pull('\x01\x06\x80\r');
  await health.until(all => all.at(-1)?.reason === 'garbled');
  await pull('6901234567892\r');
  await scans.until(all => all.length > 0);
  expect(health.all.at(-1)).toEqual({ state: 'ready', reason: null });
});

test('an idle scanner that is unplugged is noticed, and works again when it is back', async () => {
  await cable.unplug();
  await health.until(all => all.at(-1)?.state === 'absent');
  await cable.plugIn();
  await health.until(all => all.at(-1)?.state === 'ready');
  trigger.destroy();
  trigger = await takeInHand(cable);
  await pull('6901234567892\r');
  await scans.until(all => all.length > 0);
  expect(scans.all.map(scan => scan.text)).toEqual(['6901234567892']);
});

test('what was half read when the cable went is not joined to the next scan', async () => {
  const world = manualEnv();
  const lines = [handTransport(), handTransport()];
  const read: Scan[] = [];
  let connected = 0;
  const connect = () => {
    connected += 1;
    return lines[connected - 1]!.transport;
  };
  const options = { path: 'any', baud: 9600, flow: 'none', doubleReadMs: 250 } as const;
  const gun = serialScanner(
    { ...options, onScan: scan => read.push(scan), onHealth: () => undefined },
    world,
    connect,
  );
  await world.pass(0);
  lines[0]!.say(...Buffer.from('690'));
  lines[0]!.cut();
  await world.pass(1000);
  lines[1]!.say(...Buffer.from('6901234567892\r'));
  await gun.stop();
  expect(read).toEqual([{ text: '6901234567892' }]);
});
