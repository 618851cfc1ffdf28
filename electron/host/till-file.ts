import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Paths } from './paths.ts';

const TillFile = z.object({
  port: z.int().min(1).max(65535),
  pid: z.int().min(1),
  token: z.string().min(32).max(128),
});
/** How other processes of the same system user reach a running till. */
export type TillFile = z.output<typeof TillFile>;

const fileOf = (paths: Paths) => path.join(paths.run, 'till.json');

/** Leaves word of the running till, readable by its owner only; appears whole or not at all. */
export function writeTillFile(paths: Paths, till: TillFile): void {
  const draft = `${fileOf(paths)}.${till.pid}`;
  writeFileSync(draft, JSON.stringify(till), { mode: 0o600 });
  renameSync(draft, fileOf(paths));
}

/** The till that says it runs on this folder; it may have died since. Undefined where there is none. */
export function readTillFile(paths: Paths): TillFile | undefined {
  try {
    return TillFile.safeParse(JSON.parse(readFileSync(fileOf(paths), 'utf8'))).data;
  } catch {
    return undefined; // No file, or none of ours: either way nobody is known to be there.
  }
}

export function removeTillFile(paths: Paths): void {
  rmSync(fileOf(paths), { force: true });
}
