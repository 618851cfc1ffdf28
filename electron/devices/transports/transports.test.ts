import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { inbox } from '../../../test/doubles/inbox.ts';
import { layCable } from '../../../test/doubles/pty.ts';
import { processEnv } from '../process-env.ts';
import { fileTransport } from './file.ts';
import { serialTransport } from './serial.ts';
import { tcpTransport } from './tcp.ts';

const env = processEnv(() => undefined);
const big = new Uint8Array(300_000).fill(0x41);
const afterwards: (() => unknown)[] = [];
afterEach(async () => {
  for (const tidyUp of afterwards.splice(0).reverse()) await tidyUp();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'transport-'));
  afterwards.push(() => rm(path, { recursive: true, force: true }));
  return path;
}

describe('a serial port', () => {
  const serial = (path: string) => {
    const transport = serialTransport({ path, baud: 9600, flow: 'none' }, env);
    afterwards.push(() => transport.close());
    return transport;
  };

  test('carries bytes both ways', async () => {
    const cable = await layCable();
    afterwards.push(cable.remove);
    const [till, device] = [serial(cable.till), serial(cable.device)];
    const heard = inbox<string>();
    till.onData(bytes => heard.add(Buffer.from(bytes).toString()));
    expect([await till.open(), await device.open()]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await device.write(Buffer.from('690'), { deadlineMs: 1000 })).toEqual({
      accepted: 3,
      end: 'done',
    });
    await heard.until(all => all.join('') === '690');
  });

  test('gives up a write that nobody reads, and does not call it unsent', async () => {
    const cable = await layCable();
    afterwards.push(cable.remove);
    const till = serial(cable.till);
    await till.open();
    const written = await till.write(big, { deadlineMs: 300 });
    expect(written.end).toBe('deadline');
    expect(written.accepted).toBeGreaterThan(0);
    expect(written.accepted).toBeLessThan(big.length);
  });

  test('survives being unplugged in the middle of a write, and says so once', async () => {
    const cable = await layCable();
    afterwards.push(cable.remove);
    const till = serial(cable.till);
    await till.open();
    const ends = inbox<string>();
    till.onEnd(() => ends.add('end'));
    const writing = till.write(big, { deadlineMs: 20_000 });
    await cable.unplug();
    expect((await writing).end).toBe('lost');
    await till.close();
    expect(ends.all).toEqual(['end']);
    expect(await till.write(big, { deadlineMs: 100 })).toEqual({ accepted: 0, end: 'lost' });
  });

  test('notices an unplugged cable while nobody reads or writes', async () => {
    const cable = await layCable();
    afterwards.push(cable.remove);
    const till = serial(cable.till);
    await till.open();
    const end = new Promise<void>(resolve => till.onEnd(resolve));
    await cable.unplug();
    await end;
  });

  test('notices a cable that is pulled between two reads', async () => {
    const cable = await layCable();
    afterwards.push(cable.remove);
    const till = serial(cable.till);
    await till.open();
    const end = new Promise<void>(resolve => till.onEnd(resolve));
    till.onData(() => cable.unplugWhileNobodyRuns());
    const device = serial(cable.device);
    await device.open();
    await device.write(new Uint8Array([0x31]), { deadlineMs: 1000 });
    await end;
  });

  test('tells a port that is held from one that is not there', async () => {
    const cable = await layCable();
    afterwards.push(cable.remove);
    await serial(cable.till).open();
    expect(await serial(cable.till).open()).toEqual({ ok: false, refusal: 'busy' });
    expect(await serial('/dev/tty-of-nobody').open()).toEqual({ ok: false, refusal: 'absent' });
  });
});

describe('a network printer’s port', () => {
  const serve = async (onSocket: (socket: Socket) => void): Promise<number> => {
    const server = createServer(socket => {
      socket.on('error', () => socket.destroy());
      onSocket(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    afterwards.push(() => server.close());
    return (server.address() as AddressInfo).port;
  };

  test('refuses at once where nobody listens', async () => {
    const port = await serve(() => undefined);
    await afterwards.pop()?.();
    expect(await tcpTransport({ host: '127.0.0.1', port }, env).open()).toEqual({
      ok: false,
      refusal: 'refused',
    });
  });

  test('delivers every byte to a slow printer that chatters, although we hang up right after the write', async () => {
    const received = Promise.withResolvers<number>();
    const port = await serve(socket => {
      let count = 0;
      const chatter = setInterval(() => socket.write(Uint8Array.of(0x14, 0, 0, 0x0f)), 1);
      socket.on('data', bytes => {
        count += bytes.length;
        socket.pause();
        setTimeout(() => socket.resume(), 2);
      });
      for (const event of ['end', 'error'] as const) socket.on(event, () => received.resolve(count));
      socket.on('close', () => clearInterval(chatter));
    });
    const transport = tcpTransport({ host: '127.0.0.1', port }, env);
    await transport.open();
    expect((await transport.write(big, { deadlineMs: 10_000 })).end).toBe('done');
    await transport.close();
    expect(await received.promise).toBe(big.length);
  });

  test('gives up on a printer that takes nothing, and hangs up on one that never says goodbye', async () => {
    const port = await serve(socket => {
      socket.pause();
      afterwards.push(() => socket.destroy());
    });
    const transport = tcpTransport({ host: '127.0.0.1', port }, env);
    await transport.open();
    const much = new Uint8Array(20_000_000);
    const written = await transport.write(much, { deadlineMs: 300 });
    expect(written.end).toBe('deadline');
    expect(written.accepted).toBeGreaterThan(0);
    await transport.close();
  });
});

describe('a file', () => {
  test('is made where it is not there, and grows', async () => {
    const path = join(await folder(), 'paper.bin');
    for (const part of ['one', 'two']) {
      const transport = fileTransport(path, env);
      await transport.open();
      expect(await transport.write(Buffer.from(part), { deadlineMs: 1000 })).toEqual({
        accepted: 3,
        end: 'done',
      });
      await transport.close();
    }
    expect(await readFile(path, 'utf8')).toBe('onetwo');
  });

  test('is never made among the devices: an unplugged printer stays absent', async () => {
    expect(await fileTransport('/dev/lp-of-nobody', env).open()).toEqual({ ok: false, refusal: 'absent' });
  });

  test('of a device that takes no more is given up at the deadline, with an exact count', async () => {
    const path = join(await folder(), 'lp0');
    execFileSync('mkfifo', [path]);
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    afterwards.push(() => reader.close());
    const transport = fileTransport(path, env);
    afterwards.push(() => transport.close());
    await transport.open();
    const written = await transport.write(big, { deadlineMs: 100 });
    expect(written).toEqual({ accepted: 65_536, end: 'deadline' });
  });
});
