import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openReadDb } from '../../electron/db/open.ts';
import { boot } from '../../electron/host/boot.ts';
import { realEnv } from '../../electron/host/env.ts';
import type { DeviceChannel } from '../../electron/host/parts.ts';
import { type Paths, pathsOf, preparePaths } from '../../electron/host/paths.ts';
import { openKeyFileVault } from '../../electron/host/vault.ts';
import type { CatalogView } from '../../shared/contract/catalog.ts';
import type { CorePort } from '../../shared/contract/router.ts';
import type { Env } from '../../shared/env.ts';
import { type Hands, handsOn } from '../../tools/demo/hands.ts';
import { asCsv, type ListedGoods } from './goods.ts';

export type BenchTill = {
  readonly paths: Paths;
  readonly core: CorePort;
  readonly env: Env;
  readonly hands: Hands;
  stop(): Promise<void>;
};

export const ownerPin = '8351';

/** A million goods take their minutes on a slow machine. */
const importWaitMs = 600_000;
/** Half of what `uploadMax` holds. */
const goodsPerFile = 500_000;
const cli = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));

/** The whole core on real files, as a host opens it; only the printer is a double, which takes every job at once. */
export async function openBenchTill(data: string): Promise<BenchTill> {
  mkdirSync(data, { recursive: true });
  const paths = pathsOf(data);
  preparePaths(paths);
  const env = realEnv((level, event, facts) => {
    if (level === 'error') console.error(event, facts);
  });
  const till = await boot({
    paths,
    env,
    vault: openKeyFileVault(paths.vaultKey),
    forkDevices: willingPrinter,
    resources: '',
    demo: false,
  });
  return { paths, core: till.core, env, hands: handsOn(till.core, env.newId), stop: till.stop };
}

/** Sets up, signs the owner in, opens a shift; once per data folder. */
export async function openShop({ hands }: BenchTill): Promise<void> {
  const { staff } = await hands.say('setup.begin', {
    language: 'zh-CN',
    country: 'CN',
    shop: { name: '量一量便利店', branch: '', address: '', phone: '' },
    ownerName: '王店长',
    ownerPin,
    start: 'own',
  });
  await hands.say('session.signIn', { staff, pin: ownerPin });
  await hands.say('shifts.open', { float: 20_000 });
}

/** Brings in a list of any length while the till is shut, by its command line: on a busy machine many times as fast. */
export function importWholeList(data: string, goods: readonly ListedGoods[]): void {
  const file = path.join(data, 'list.csv');
  for (let from = 0; from < goods.length; from += goodsPerFile) {
    writeFileSync(file, asCsv(goods.slice(from, from + goodsPerFile)));
    execFileSync(process.execPath, [cli, 'import', file, '--data', data]);
  }
  rmSync(file);
}

/** After a restart everybody signs in again. */
export async function signIn({ hands }: Pick<BenchTill, 'hands'>): Promise<void> {
  const { staff } = await hands.see('setup.state');
  await hands.say('session.signIn', { staff: staff[0]!.id, pin: ownerPin });
}

/** Hands a price list in, as the page does, and waits until it is live. */
export async function takePriceList(
  { hands }: Pick<BenchTill, 'hands'>,
  csv: Buffer,
  upload: string,
): Promise<void> {
  const piece = 256 * 1024;
  for (let index = 0; index * piece < csv.length; index += 1) {
    const base64 = csv.subarray(index * piece, (index + 1) * piece).toString('base64');
    await hands.say('catalog.stage', { upload, index, base64 });
    // Over the wire each of these words is a message of its own, and others come in between.
    await turn();
  }
  const { mapping } = await hands.ask('catalog.preview', { upload });
  await turn();
  const { import: id } = await hands.say('catalog.import', { upload, fileName: `${upload}.csv`, mapping });
  const isDone = (view: CatalogView) => view.current?.id === id && view.current.phase === 'done';
  await hands.until('catalog.state', isDone, importWaitMs);
}

/** Brings in a list of any length; one that is larger than a file may be comes in several. */
export async function takeWholeList(till: BenchTill, goods: readonly ListedGoods[]): Promise<void> {
  for (let from = 0; from < goods.length; from += goodsPerFile) {
    await takePriceList(till, Buffer.from(asCsv(goods.slice(from, from + goodsPerFile))), `bench-${from}`);
  }
}

/** Waits until the spool is done with everything, so that its work is not in the next measurement. */
export const untilPrinted = ({ hands }: BenchTill) =>
  hands.until('printing.jobs', jobs => jobs.every(job => job.state === 'sent' || job.state === 'printed'));

/** After an import and after a start the till tidies up in the background; what is measured next is not that. */
export async function untilTidy({ paths, hands }: BenchTill): Promise<void> {
  const tidied = () => {
    const db = openReadDb(paths.database);
    try {
      return db.get<{ tidy: number }>('SELECT tidy FROM catalog_live')?.tidy === 1;
    } finally {
      db.close();
    }
  };
  while (!tidied()) await sleep(100);
  // The goods at hand are taken up last; the first search has them all.
  await hands.ask('catalog.search', { text: 'a', limit: 1 });
  await sleep(200);
}

/** A backup of many gigabytes takes its minutes. */
const backupWaitMs = 900_000;

/** Every close of a shift is followed by a backup; what is measured next is not that. `since`: the backup that was there before. */
export const untilBackedUp = ({ hands }: BenchTill, since: string | null) =>
  hands.until(
    'backups.state',
    ({ last, progress }) => !progress && (last?.file ?? null) !== since,
    backupWaitMs,
  );

const willingPrinter = (): DeviceChannel => {
  let hear: (message: unknown) => void = () => {};
  return {
    post: message => {
      const { type, job } = message as { type: string; job: string };
      if (type === 'print') queueMicrotask(() => hear({ type: 'printed', job, outcome: { kind: 'sent' } }));
    },
    onMessage: run => {
      hear = run;
    },
    onExit: () => {},
    kill: () => {},
  };
};
