import { parseArgs } from 'node:util';
import { defaultDataDir } from '../electron/host/paths.ts';
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
  readonly demo: boolean;
  readonly json: boolean;
};

export const usage =
  'npm start -- [--host desktop|loopback] [--data DIR] [--port N] [--no-browser] [--kiosk] [--demo] [--json]';

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
        demo: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { host, data, port = '0', browser, kiosk, demo, json } = values;
    if (host !== undefined && host !== 'desktop' && host !== 'loopback') return no(`--host ${host}`);
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return no(`--port ${port}`);
    return ok({ host, data: data || defaultDataDir(demo), port: Number(port), browser, kiosk, demo, json });
  } catch (error) {
    return no(error instanceof Error ? error.message : String(error));
  }
}
