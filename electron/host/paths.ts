import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where a till keeps its things. All of it lies in one folder, so that one folder is the till. */
export type Paths = {
  readonly data: string;
  /** The database: journal, tables, outbox. */
  readonly database: string;
  /** The journal's second place: hashes of its rows, and signed heads. */
  readonly heads: string;
  /** The lock that one running till holds on the folder. */
  readonly lock: string;
  /** Keys of the vault where the system has no keystore of its own: files that begin so. */
  readonly vaultKey: string;
  readonly logs: string;
  readonly backups: string;
  /** What the virtual printer and the file transport print. */
  readonly prints: string;
  /** Files people asked for: exports, rejected rows. */
  readonly exports: string;
  /** Pictures for the customer's screen. */
  readonly slides: string;
  /** What only a running till needs; safe to delete when it is not running. */
  readonly run: string;
  /** A till for practice, with a layout like this one; made anew each time and thrown away. */
  readonly practice: string;
  /** The browser's own profile on the loopback host; nothing of the shop is kept in it. */
  readonly browser: string;
};

/** The layout of the data folder `data`; touches nothing. */
export function pathsOf(data: string): Paths {
  const at = (...parts: string[]) => path.join(path.resolve(data), ...parts);
  return {
    data: at(),
    database: at('till.db'),
    heads: at('heads'),
    lock: at('run', 'lock.db'),
    vaultKey: at('vault.key'),
    logs: at('logs'),
    backups: at('backups'),
    prints: at('prints'),
    exports: at('exports'),
    slides: at('slides'),
    run: at('run'),
    practice: at('practice'),
    browser: at('browser'),
  };
}

/**
 * Makes the folders, for their owner only (0700), and has every later file of this process made 0600.
 * A folder that already existed with wider modes is narrowed.
 */
export function preparePaths(paths: Paths): void {
  process.umask(0o077);
  for (const folder of [
    paths.data,
    paths.run,
    paths.logs,
    paths.backups,
    paths.prints,
    paths.exports,
    paths.browser,
  ]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  }
}

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
};

const thisMachine = (): Machine => ({
  platform: process.platform,
  home: homedir(),
  variables: process.env,
});

/**
 * Where the till keeps its data when nobody says otherwise: the folder that each system sets aside for
 * applications. The demonstration shop has one of its own, so that play never mixes with takings.
 */
export function defaultDataDir(demo: boolean, machine: Machine = thisMachine()): string {
  return path.join(applicationData(machine), demo ? 'evertill-demo' : 'evertill');
}

function applicationData({ platform, home, variables }: Machine): string {
  if (platform === 'win32') return variables.LOCALAPPDATA || path.join(home, 'AppData', 'Local');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  return variables.XDG_DATA_HOME || path.join(home, '.local', 'share');
}
