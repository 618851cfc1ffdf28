import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type StartFaultCode, startSentences } from '../../shared/i18n/start.ts';
import { machineLanguage } from './machine-language.ts';
import { pathsOf, preparePaths } from './paths.ts';

/** Another process has the folder. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/** What an error by itself proves about the disk; SQLite's extended codes begin with these. */
const proofs: readonly (readonly [RegExp, StartFaultCode])[] = [
  [/^(?:ENOSPC|EDQUOT|SQLITE_FULL)/, 'disk-full'],
  [/^EROFS/, 'read-only'],
  [/^(?:EACCES|EPERM)/, 'no-permission'],
  [/^(?:ENOTDIR|EEXIST)/, 'not-a-folder'],
];
/** Errors behind which any of these may stand: the folder itself is asked. */
const vague = /^(?:ENOENT|SQLITE_(?:CANTOPEN|IOERR|READONLY))/;

/** Why a till did not start on the folder `data`, or undefined where it is no matter of the folder. */
export function startFaultOf(error: unknown, data: string): StartFaultCode | undefined {
  if (error instanceof FolderTaken) return 'taken';
  const code = codeOf(error);
  const proof = proofs.find(([pattern]) => pattern.test(code));
  if (proof) return proof[1];
  return vague.test(code) ? askFolder(data) : undefined;
}

/**
 * Says what is wrong and what to do on standard error, in the machine's language, and gives it back for a
 * window to show. An error that is no matter of the disk is thrown on.
 */
export function tellStartFault(error: unknown, data: string): string {
  const fault = startFaultOf(error, data);
  if (!fault) throw error;
  const { what, todo } = startSentences[machineLanguage(process.env)][fault]({ data });
  const why = `${what}\n${todo}`;
  process.stderr.write(`${why}\n`);
  return why;
}

/** Makes the data folder ready, or says why it can't be used. */
export function whyUnusable(data: string): string | undefined {
  try {
    preparePaths(pathsOf(data));
    return undefined;
  } catch (error) {
    return tellStartFault(error, data);
  }
}

/** Tries what a start needs, without writing anything. */
function askFolder(data: string): StartFaultCode | undefined {
  const folder = nearest(data);
  if (!statSync(folder).isDirectory()) return 'not-a-folder';
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    return codeOf(error) === 'EROFS' ? 'read-only' : 'no-permission';
  }
  return statfsSync(folder).bavail === 0 ? 'disk-full' : undefined;
}

/** The folder, or the closest one above it that is there. */
export function nearest(data: string): string {
  let folder = path.resolve(data);
  while (!statSync(folder, { throwIfNoEntry: false })) folder = path.dirname(folder);
  return folder;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
