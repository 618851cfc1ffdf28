import type { Env } from '../../../shared/env.ts';
import type { DeviceHealth } from '../device.ts';
import { supervise } from '../supervise.ts';
import { serialTransport } from '../transports/serial.ts';
import type { SerialOptions } from '../transports/serial-options.ts';
import type { Connect } from '../transports/transport.ts';
import { createFraming, type Framing, type ScannerEvent } from './framing.ts';

export type Scan = Omit<Extract<ScannerEvent, { kind: 'scan' }>, 'kind'>;
export type Scanner = { stop(): Promise<void> };

/**
 * A scanner in serial mode (USB-CDC or RS-232), kept connected. What was half read when the cable went is
 * dropped with the connection. Noise three times in a row is a wrong baud rate, until a scan comes through.
 */
export function serialScanner(
  options: SerialOptions & {
    readonly doubleReadMs: number;
    onScan(scan: Scan): void;
    onHealth(health: DeviceHealth): void;
  },
  env: Env,
  connect: Connect = () => serialTransport(options, env),
): Scanner {
  let framing: Framing | null = null;
  let noise = 0;
  const hear = (event: ScannerEvent): void => {
    if (event.kind === 'scan') {
      noise = 0;
      device.report(null);
      options.onScan({ text: event.text, ...(event.aim === undefined ? {} : { aim: event.aim }) });
      return;
    }
    noise += 1;
    if (noise >= noiseMax) device.report('garbled');
  };
  const device = supervise(
    {
      connect,
      onHealth: options.onHealth,
      onConnected(transport) {
        framing?.stop();
        const fresh = createFraming({ doubleReadMs: options.doubleReadMs, onEvent: hear }, env);
        framing = fresh;
        transport.onData(bytes => fresh.push(bytes));
        transport.onEnd(() => fresh.stop());
      },
    },
    env,
  );
  return {
    async stop() {
      framing?.stop();
      await device.stop();
    },
  };
}

const noiseMax = 3;
