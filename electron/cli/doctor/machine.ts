import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import type { FindingState, Findings } from '../../../shared/i18n/cli.ts';
import { findBrowser } from '../../host/find-browser.ts';
import { nearest } from '../../host/start-fault.ts';
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

const folderStates: Readonly<Record<Findings['folder']['problem'], FindingState>> = {
  none: 'good',
  missing: 'warning',
  'not-a-folder': 'bad',
  'not-writable': 'bad',
  'open-to-others': 'warning',
};

function folderFinding(data: string): Finding {
  const found = (problem: Findings['folder']['problem']): Finding => ({
    name: 'folder',
    state: folderStates[problem],
    found: { path: data, problem },
  });
  if (!statSync(nearest(data)).isDirectory()) return found('not-a-folder');
  const stats = statSync(data, { throwIfNoEntry: false });
  if (!stats) return found('missing');
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
  const { bavail, bsize } = statfsSync(nearest(data));
  const freeMegabytes = Math.floor((bavail * bsize) / megabyte);
  const state = freeMegabytes < freeNeeded ? 'bad' : freeMegabytes < freeWanted ? 'warning' : 'good';
  return { name: 'disk', state, found: { freeMegabytes } };
}

const durabilityStates: Readonly<Record<Findings['durability']['problem'], FindingState>> = {
  none: 'good',
  'not-full': 'bad',
  'not-written': 'bad',
  'too-fast': 'warning',
  'not-tried': 'warning',
};

/** Commits to a scratch database beside the till's own, opened the same way, and takes the time. */
function durability(data: string, usable: boolean): Finding {
  const found = (problem: Findings['durability']['problem'], commitMs: number): Finding => ({
    name: 'durability',
    state: durabilityStates[problem],
    found: { problem, commitMs },
  });
  if (!usable) return found('not-tried', 0);
  const tried = tryDisk(data);
  if (typeof tried === 'string') return found(tried, 0);
  return found(tried.commitMs < commitMsMin ? 'too-fast' : 'none', tried.commitMs);
}

function browser(): Finding {
  const found = findBrowser();
  return { name: 'browser', state: found ? 'good' : 'warning', found: { path: found ?? '' } };
}
