import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

const folder = path.join(root, 'node_modules/electron');
const fetchWaitMs = 10_000;

/** The Electron program where its runtime is installed, or undefined. Asks the disk only. */
export function installedElectron(): string | undefined {
  try {
    const program = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8'));
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined; // The package has not fetched its runtime, or is not installed at all.
  }
}

/** Has the electron package fetch its runtime; undefined where that takes longer than ten seconds or fails. */
export async function fetchElectron(): Promise<string | undefined> {
  const installer = path.join(folder, 'install.js');
  if (!existsSync(installer)) return undefined;
  await new Promise<void>(resolve => {
    const child = spawn(process.execPath, [installer], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), fetchWaitMs);
    child.once('error', () => resolve());
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  return installedElectron();
}
