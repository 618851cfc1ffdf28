import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from '../../host/find-browser.ts';
import { tryDisk } from '../../host/try-disk.ts';
import type { Finding } from './finding.ts';

const nodeMajorMin = 24;
const megabyte = 1024 * 1024;
const freeWanted = 2_048;
const freeNeeded = 200;
/** No disk, and no drive that keeps its word, is quicker than this. */
const commitMsMin = 0.03;

/** What the till stands on: Node, folder, disk, durability, browser. Writes one small file, and removes it. */
export async function lookAtMachine(data: string): Promise<readonly Finding[]> {
  const folder = folderFinding(data);
  const usable =
    folder.name === 'folder' &&
    (folder.found.problem === 'none' || folder.found.problem === 'open-to-others');
  return [node(), folder, disk(data), durability(data, usable), browser()];
}

function node(): Finding {
  const good = Number(process.versions.node.split('.')[0]) >= nodeMajorMin;
  return {
    name: 'node',
    state: good ? 'good' : 'bad',
    found: { version: process.version, majorMin: nodeMajorMin },
  };
}

function folderFinding(data: string): Finding {
  const found = (problem: 'none' | 'missing' | 'not-writable' | 'open-to-others'): Finding => ({
    name: 'folder',
    state: problem === 'none' ? 'good' : problem === 'not-writable' ? 'bad' : 'warning',
    found: { path: data, problem },
  });
  const stats = statSync(data, { throwIfNoEntry: false });
  if (!stats) return found('missing');
  if (!stats.isDirectory()) return found('not-writable');
  try {
    accessSync(data, constants.W_OK | constants.X_OK);
  } catch {
    return found('not-writable');
  }
  // Windows has no such modes; its user folders are private by inheritance.
  const others = process.platform !== 'win32' && (stats.mode & 0o077) !== 0;
  return found(others ? 'open-to-others' : 'none');
}

function disk(data: string): Finding {
  const { bavail, bsize } = statfsSync(nearestFolder(data));
  const freeMegabytes = Math.floor((bavail * bsize) / megabyte);
  const state = freeMegabytes < freeNeeded ? 'bad' : freeMegabytes < freeWanted ? 'warning' : 'good';
  return { name: 'disk', state, found: { freeMegabytes } };
}

function nearestFolder(data: string): string {
  let folder = path.resolve(data);
  while (!statSync(folder, { throwIfNoEntry: false })) folder = path.dirname(folder);
  return folder;
}

/** Commits to a scratch database beside the till's own, opened the same way, and takes the time. */
function durability(data: string, usable: boolean): Finding {
  const found = (problem: 'none' | 'not-full' | 'too-fast' | 'not-tried', commitMs: number): Finding => ({
    name: 'durability',
    state: problem === 'none' ? 'good' : problem === 'not-full' ? 'bad' : 'warning',
    found: { problem, commitMs },
  });
  if (!usable) return found('not-tried', 0);
  const tried = tryDisk(data);
  if (tried === 'not-full') return found('not-full', 0);
  return found(tried.commitMs < commitMsMin ? 'too-fast' : 'none', tried.commitMs);
}

function browser(): Finding {
  const found = findBrowser();
  return { name: 'browser', state: found ? 'good' : 'warning', found: { path: found ?? '' } };
}
