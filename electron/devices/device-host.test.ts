import { fork } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { channelPair } from '../../test/doubles/channel-pair.ts';
import { inbox } from '../../test/doubles/inbox.ts';
import { manualEnv } from '../../test/doubles/manual-env.ts';
import { fakePrinter } from '../../test/doubles/printer.ts';
import { layCable } from '../../test/doubles/pty.ts';
import { sampleReceipt } from '../../test/doubles/receipts.ts';
import { createDeviceClient, type DeviceClient } from './device-client.ts';
import { runDeviceHost } from './device-host.ts';
import { generic80 } from './printers/models/generic-80/model.ts';
import { drawerPulse, renderDocument } from './printers/render.ts';
import { processChannel } from './process-channel.ts';
import { processEnv } from './process-env.ts';
import type { PrinterProfile } from './protocol.ts';

const receipt = renderDocument(sampleReceipt, generic80);
const how = { proof: true, deadlineMs: 10_000 };
const afterwards: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const tidyUp of afterwards.splice(0).reverse()) await tidyUp();
});

/** A core and a host joined within this process. */
function together() {
  const logged = inbox<string>();
  const env = processEnv((_, event) => logged.add(event));
  const { core, host: hostEnd, cut } = channelPair();
  const host = runDeviceHost(hostEnd, env);
  afterwards.push(() => host.stop());
  return { client: createDeviceClient(core, env), core, cut, logged };
}

/** Configures and waits until the printer is ready. */
async function ready(client: DeviceClient, printer: PrinterProfile): Promise<void> {
  const health = inbox<string>();
  client.onHealth(now => now.device === printer.id && health.add(now.state));
  client.configure({ printer });
  await health.until(all => all.includes('ready'));
}

const virtual: PrinterProfile = { id: 'till-printer', transport: { kind: 'virtual' }, backChannel: 'status' };

describe('the device host', () => {
  test('prints on a virtual printer, which proves it like a real one', async () => {
    const { client } = together();
    await ready(client, virtual);
    expect(await client.print('j1', receipt, how)).toEqual({ kind: 'printed', evidence: 'status' });
    expect(await client.print('j2', drawerPulse(generic80), { proof: false, deadlineMs: 5000 })).toEqual({
      kind: 'sent',
    });
  });

  test('prints over the network once, and says what is wrong before anyone asks', async () => {
    const printer = await fakePrinter({ paperLines: 0 });
    afterwards.push(() => printer.stop());
    const { client } = together();
    const health = inbox<string>();
    client.onHealth(now => health.add(now.reason ?? now.state));
    const transport = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
    client.configure({ printer: { id: 'p', transport, backChannel: 'status' } });
    await health.until(all => all.includes('paper-out'));
    expect(await client.print('j1', receipt, how)).toEqual({ kind: 'blocked', reason: 'paper-out' });
    printer.loadPaper(100);
    await health.until(all => all.at(-1) === 'ready');
    expect(await client.print('j1', receipt, how)).toEqual({ kind: 'printed', evidence: 'status' });
    expect(printer.truth()).toMatchObject({ cuts: 1, connections: 1 });
  });

  test('writes the very bytes to a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paper-'));
    afterwards.push(() => rm(folder, { recursive: true }));
    const path = join(folder, 'paper.bin');
    const { client } = together();
    await ready(client, { id: 'p', transport: { kind: 'file', path }, backChannel: 'none' });
    expect(await client.print('j1', receipt, how)).toEqual({ kind: 'sent' });
    expect(new Uint8Array(await readFile(path))).toEqual(receipt);
  });

  test('starts no second connection when it is told the same again, and lets go of what is left out', async () => {
    const printer = await fakePrinter();
    afterwards.push(() => printer.stop());
    const { client } = together();
    const transport = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
    const profile: PrinterProfile = { id: 'p', transport, backChannel: 'status' };
    await ready(client, profile);
    client.configure({ printer: profile });
    expect(await client.print('j1', receipt, how)).toMatchObject({ kind: 'printed' });
    expect(printer.truth().connections).toBe(1);
    client.configure({});
    expect(await client.print('j2', receipt, how)).toEqual({ kind: 'failed', reason: 'not-configured' });
  });

  test('answers a job that it cannot read, and logs nothing of what was in it', async () => {
    const { core, logged } = together();
    const answers = inbox<unknown>();
    core.onMessage(answers.add);
    core.post({ type: 'print', job: 'j1', bytesBase64: 'not base64!', proof: true, deadlineMs: 1000 });
    await answers.until(all => all.length > 0);
    expect(answers.all).toEqual([
      { type: 'printed', job: 'j1', outcome: { kind: 'failed', reason: 'bad-job' } },
    ]);
    expect(logged.all).toEqual(['device-host.bad-message']);
  });

  test('brings a scan from a real serial port to the core', async () => {
    const cable = await layCable();
    afterwards.push(() => cable.remove());
    const { client } = together();
    const health = inbox<string>();
    const scans = inbox<unknown>();
    client.onHealth(now => health.add(now.state));
    client.onScan(scans.add);
    client.configure({ scanner: { id: 'gun', path: cable.till, baud: 9600, doubleReadMs: 250 } });
    await health.until(all => all.includes('ready'));
    const trigger = createWriteStream(cable.device);
    afterwards.push(async () => trigger.destroy());
    // Written before the stream goes: destroyed while it opens, it would throw where nobody listens.
    await new Promise(done => trigger.write(']E06901234567892\r', done));
    await scans.until(all => all.length > 0);
    expect(scans.all).toEqual([{ device: 'gun', text: '6901234567892', aim: ']E0' }]);
  });
});

describe('the core’s end of the line', () => {
  test('resolves every open print as uncertain when the host dies, and is certain of those that come after', async () => {
    const { core, cut } = channelPair();
    const client = createDeviceClient(core, manualEnv());
    const health = inbox<unknown>();
    client.onHealth(health.add);
    client.configure({ printer: virtual });
    const prints = [client.print('j1', receipt, how), client.print('j2', receipt, how)];
    cut();
    const lost = { kind: 'uncertain', reason: 'host-lost', bytesAccepted: receipt.length };
    expect(await Promise.all(prints)).toEqual([lost, lost]);
    expect(health.all).toEqual([{ device: 'till-printer', state: 'absent', reason: 'host-lost' }]);
    expect(await client.print('j3', receipt, how)).toEqual({ kind: 'blocked', reason: 'not-connected' });
  });

  test('waits no longer than the deadline and a little for a host that hangs', async () => {
    const env = manualEnv();
    const client = createDeviceClient(channelPair().core, env);
    const outcome = client.print('j1', receipt, how);
    await env.pass(20_000);
    expect(await outcome).toMatchObject({ kind: 'uncertain', reason: 'host-lost' });
  });

  test('takes the same job under way for the same attempt', async () => {
    const { core, host } = channelPair();
    const asked = inbox<unknown>();
    host.onMessage(asked.add);
    const env = manualEnv();
    const client = createDeviceClient(core, env);
    const [first, second] = [client.print('j1', receipt, how), client.print('j1', receipt, how)];
    await asked.until(all => all.length > 0);
    host.post({ type: 'printed', job: 'j1', outcome: { kind: 'sent' } });
    expect(await Promise.all([first, second])).toEqual([{ kind: 'sent' }, { kind: 'sent' }]);
    expect(asked.all).toHaveLength(1);
    expect(env.pending()).toBe(0);
  });

  test('ignores what a broken host says, and logs none of it', async () => {
    const { core, host } = channelPair();
    const env = manualEnv();
    const client = createDeviceClient(core, env);
    const scans = inbox<unknown>();
    client.onScan(scans.add);
    host.post({ type: 'scan', device: 'gun', text: '134567890123456789', junk: true });
    host.post({ type: 'scan', device: 'gun', text: 'x'.repeat(4097) });
    host.post({ type: 'scan', device: 'gun', text: 'good' });
    await scans.until(all => all.length > 0);
    expect(scans.all).toEqual([{ device: 'gun', text: 'good' }]);
    expect(env.logged).toEqual([
      { event: 'device-client.bad-message', facts: undefined },
      { event: 'device-client.bad-message', facts: undefined },
    ]);
  });
});

describe('the device process', () => {
  const program = new URL('./device-process.ts', import.meta.url);
  /** Stands in for Electron: a parent port whose first message hands over a port, here joined to the fork's line. */
  const utilityProcess = `data:text/javascript,${encodeURIComponent(`
    import { EventEmitter } from 'node:events';
    const port = new EventEmitter();
    port.postMessage = message => process.send(message);
    port.start = () => process.on('message', data => port.emit('message', { data }));
    process.parentPort = { once: (_, listen) => setImmediate(() => listen({ ports: [port] })) };
  `)}`;

  test('prints from a forked child; killed in the middle of a job, the job is uncertain and not printed twice', async () => {
    const printer = await fakePrinter({ bytesPerSecond: 100 });
    afterwards.push(() => printer.stop());
    const child = fork(program, { stdio: 'inherit', execArgv: [] });
    afterwards.push(async () => child.kill('SIGKILL'));
    const client = createDeviceClient(
      processChannel(child),
      processEnv(() => undefined),
    );
    const transport = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
    await ready(client, { id: 'p', transport, backChannel: 'status' });
    const pulse = drawerPulse(generic80);
    expect(await client.print('j0', pulse, { proof: false, deadlineMs: 5000 })).toEqual({ kind: 'sent' });
    const printing = client.print('j1', receipt, how);
    await new Promise<void>(resolve => {
      const wait = setInterval(() => {
        if (printer.truth().lines === 0) return;
        clearInterval(wait);
        resolve();
      }, 5);
    });
    child.kill('SIGKILL');
    expect(await printing).toEqual({ kind: 'uncertain', reason: 'host-lost', bytesAccepted: receipt.length });
    expect(printer.truth()).toMatchObject({ pulses: 1, connections: 1 });
  });

  test('runs as a utility process of the desktop, on the port that its first message brings', async () => {
    const child = fork(program, { stdio: 'inherit', execArgv: ['--import', utilityProcess] });
    afterwards.push(async () => child.kill('SIGKILL'));
    const client = createDeviceClient(
      processChannel(child),
      processEnv(() => undefined),
    );
    await ready(client, virtual);
    expect(await client.print('j1', receipt, how)).toEqual({ kind: 'printed', evidence: 'status' });
  });

  test.each(['disconnect', 'SIGTERM'] as const)('ends by itself, properly, on %s', async way => {
    const child = fork(program, { stdio: 'inherit', execArgv: [] });
    const client = createDeviceClient(
      processChannel(child),
      processEnv(() => undefined),
    );
    await ready(client, virtual);
    const exited = new Promise(resolve => child.once('exit', code => resolve(code)));
    if (way === 'disconnect') child.disconnect();
    else child.kill(way);
    expect(await exited).toBe(0);
  });
});
