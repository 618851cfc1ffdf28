import { parseArgs } from 'node:util';
import { defaultDataDir } from './paths.ts';

export type DeskOptions = { readonly data: string; readonly demo: boolean; readonly kiosk: boolean };

/** What the desktop was started with; what it does not know is Electron's own and passes. */
export function deskOptions(argv: readonly string[] = process.argv): DeskOptions {
  const { values } = parseArgs({
    args: argv.slice(1),
    strict: false,
    options: { data: { type: 'string' }, demo: { type: 'boolean' }, kiosk: { type: 'boolean' } },
  });
  const demo = values.demo === true;
  const data = typeof values.data === 'string' ? values.data : defaultDataDir(demo);
  return { data, demo, kiosk: values.kiosk === true };
}
