import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from '../db/lock.ts';
import { realEnv } from './env.ts';
import { openLog } from './log.ts';
import type { DeviceChannel, HostParts } from './parts.ts';
import { type Paths, preparePaths } from './paths.ts';
import { openKeyFileVault, type Vault } from './vault.ts';

/** Parts of a till in this process; `close` gives the data folder back. */
export type LocalParts = { readonly parts: HostParts; close(): void };

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Takes the data folder and puts together what a core needs on plain Node; undefined where another
 * process has the folder. A host that has better brings its own `vault` and `forkDevices`.
 */
export function openLocalParts(
  paths: Paths,
  demo: boolean,
  own: { readonly vault?: Vault | undefined; readonly forkDevices?: () => DeviceChannel } = {},
): LocalParts | undefined {
  preparePaths(paths);
  const lock = takeLock(paths.lock);
  if (!lock) return undefined;
  const { log, close } = openLog(paths.logs);
  const { node, v8, electron } = process.versions;
  log('info', 'till.starting', { node, v8, electron, platform: process.platform, arch: process.arch, demo });
  return {
    parts: {
      paths,
      env: realEnv(log),
      vault: own.vault ?? openKeyFileVault(paths.vaultKey),
      forkDevices: own.forkDevices ?? forkDeviceChild,
      resources: path.join(root, 'resources'),
      demo,
    },
    close: () => {
      log('info', 'till.stopped');
      close();
      lock.release();
    },
  };
}

/** Starts the device host as a child process; it ends with its parent, because its channel does. */
function forkDeviceChild(): DeviceChannel {
  // The same suffix as this file: TypeScript from the sources, JavaScript from a build.
  const entry = `../devices/device-process${path.extname(import.meta.url)}`;
  const child = fork(fileURLToPath(new URL(entry, import.meta.url)), {
    // 'advanced' is the structured clone: bytes arrive as bytes, as on the desktop.
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    post: message => {
      if (child.connected) child.send(message as Parameters<typeof child.send>[0]);
    },
    onMessage: run => {
      child.on('message', run);
    },
    onExit: run => {
      child.once('exit', (code, signal) => run(signal ?? `exit ${code}`));
      child.once('error', error => run(error.message));
    },
    kill: () => {
      child.kill();
    },
  };
}
