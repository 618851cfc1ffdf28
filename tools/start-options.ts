import { parseArgs } from 'node:util';
import { defaultDataDir } from '../electron/host/paths.ts';
import type { Corner } from '../electron/loopback/kiosk.ts';
import { no, ok, type Result } from '../shared/lib/result.ts';

export type Host = 'desktop' | 'loopback';
export type StartOptions = {
  /** Undefined: whichever this machine can run. */
  readonly host: Host | undefined;
  readonly data: string;
  /** Loopback only; 0 takes a free one. */
  readonly port: number;
  readonly browser: boolean;
  readonly kiosk: boolean;
  /** Loopback only: where on the desktop the customer's display begins, in pixels; undefined opens no window there. */
  readonly customerAt: Corner | undefined;
  readonly demo: boolean;
  readonly json: boolean;
};

export const usage =
  'npm start -- [--host desktop|loopback] [--data DIR] [--port N] [--no-browser] [--kiosk] [--customer-at X,Y] [--demo] [--json]';

/** `1366,0`: right of a display of 1366 pixels; a display on the left has a minus. */
function cornerIn(text: string | undefined): Corner | undefined {
  const [, x, y] = /^(-?\d{1,5}),(-?\d{1,5})$/.exec(text ?? '') ?? [];
  return x === undefined ? undefined : { x: Number(x), y: Number(y) };
}

/** Reads what stands behind `npm start --`; the refusal is one sentence that names what is wrong. */
export function readStartOptions(argv: readonly string[]): Result<StartOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      allowNegative: true,
      options: {
        host: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        browser: { type: 'boolean', default: true },
        kiosk: { type: 'boolean', default: false },
        'customer-at': { type: 'string' },
        demo: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { host, data, port = '0', browser, kiosk, demo, json } = values;
    if (host !== undefined && host !== 'desktop' && host !== 'loopback') return no(`--host ${host}`);
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return no(`--port ${port}`);
    const at = values['customer-at'];
    const customerAt = cornerIn(at);
    if (at !== undefined && !customerAt) return no(`--customer-at ${at}`);
    const dataDir = data || defaultDataDir(demo);
    return ok({ host, data: dataDir, port: Number(port), browser, kiosk, customerAt, demo, json });
  } catch (error) {
    return no(error instanceof Error ? error.message : String(error));
  }
}
