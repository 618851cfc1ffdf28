import type { Host, StartOptions } from './start-options.ts';

export type Reason =
  | 'asked-for'
  | 'electron-installed'
  | 'electron-fetched'
  | 'no-display'
  | 'root'
  | 'serves-only'
  | 'no-electron';
export type Choice =
  | { readonly host: 'loopback'; readonly why: Reason }
  | { readonly host: 'desktop'; readonly why: Reason; readonly electron: string }
  | { readonly host: undefined; readonly why: Reason };

export type Machine = {
  readonly hasDisplay: boolean;
  /** Electron's sandbox does not run as root on Linux, and without it we do not run Electron. */
  readonly isLinuxRoot: boolean;
  installed(): string | undefined;
  fetch(): Promise<string | undefined>;
};

/**
 * Which host `npm start` takes: the one asked for; else the desktop where it can show a window and its
 * runtime is there or can be fetched; else the loopback host, which runs everywhere.
 */
export async function chooseHost(
  { host, browser, json, port }: Pick<StartOptions, 'host' | 'browser' | 'json' | 'port'>,
  machine: Machine,
): Promise<Choice> {
  if (host === 'loopback') return { host, why: 'asked-for' };
  if (host === undefined) {
    if (!browser || json || port !== 0) return { host: 'loopback', why: 'serves-only' };
    if (!machine.hasDisplay) return { host: 'loopback', why: 'no-display' };
    if (machine.isLinuxRoot) return { host: 'loopback', why: 'root' };
  }
  const installed = machine.installed();
  if (installed) return desktop(host, 'electron-installed', installed);
  const fetched = await machine.fetch();
  if (fetched) return desktop(host, 'electron-fetched', fetched);
  return { host: host === 'desktop' ? undefined : 'loopback', why: 'no-electron' };
}

const desktop = (asked: Host | undefined, why: Reason, electron: string): Choice => ({
  host: 'desktop',
  why: asked ? 'asked-for' : why,
  electron,
});
