import { SerialPort } from 'serialport';
import type { Env } from '../../../shared/env.ts';
import { no, ok } from '../../../shared/lib/result.ts';
import { createEnd, createSignal } from '../signal.ts';
import { heedHangUp } from './hang-up.ts';
import type { SerialOptions } from './serial-options.ts';
import { type OpenTrouble, type Transport, writeInChunks } from './transport.ts';

/** A serial port, real or USB-CDC. The other end is a person's cable: every event may come twice or never. */
export function serialTransport(options: SerialOptions, env: Env): Transport {
  const port = new SerialPort({
    path: options.path,
    baudRate: options.baud,
    autoOpen: false,
    rtscts: options.flow === 'rts-cts',
    xon: options.flow === 'xon-xoff',
    xoff: options.flow === 'xon-xoff',
  });
  const data = createSignal<Uint8Array>();
  const end = createEnd();
  // Without a data listener an unplugged port stays "open"; without an error listener it ends the process.
  port.on('data', (bytes: Buffer) => data.emit(bytes));
  port.on('open', () => heedHangUp(port.port));
  port.on('error', end.emit);
  port.on('close', end.emit);
  return {
    duplex: true,
    open: () =>
      new Promise(resolve => port.open(error => resolve(error ? no(troubleOf(error.message)) : ok(null)))),
    async write(bytes, { deadlineMs }) {
      if (!port.isOpen) return { accepted: 0, end: 'lost' };
      const send = (chunk: Uint8Array, done: (error?: Error | null) => void): void => {
        port.write(Buffer.from(chunk), undefined, done);
      };
      return writeInChunks({ bytes, deadlineMs, send, onEnd: end.on }, env);
    },
    onData: data.on,
    onEnd: end.on,
    close() {
      end.emit();
      return closePort(port, env);
    },
  };
}

/** A port with unwritten bytes may take its time to close; we let go of it all the same. */
function closePort(port: SerialPort, env: Env): Promise<void> {
  if (!port.isOpen) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = env.after(closeMs, resolve);
  port.close(() => {
    cancel();
    resolve();
  });
  return promise;
}

/** The driver says it in words only; these are the ones of its Linux, macOS and Windows bindings. */
function troubleOf(message: string): OpenTrouble {
  if (/cannot lock|resource busy|access (is )?denied/i.test(message)) return 'busy';
  if (/permission denied/i.test(message)) return 'no-permission';
  if (/no such file|file not found|no such device/i.test(message)) return 'absent';
  return 'open-failed';
}

const closeMs = 1000;
