import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock } from './lock.ts';

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'one process holds the folder; it is free again the moment that process ends by %s',
  async signal => {
    const folder = mkdtempSync(path.join(tmpdir(), 'evertill-lock-'));
    const file = path.join(folder, 'lock.db');
    const holder = path.join(folder, 'holder.mjs');
    const lock = pathToFileURL(path.join(import.meta.dirname, 'lock.ts')).href;
    writeFileSync(
      holder,
      `import { takeLock } from ${JSON.stringify(lock)};
     process.send(takeLock(${JSON.stringify(file)}) !== undefined);
     setInterval(() => {}, 1000);`,
    );
    const child = fork(holder, { execArgv: [] });
    onTestFinished(() => void child.kill('SIGKILL'));
    expect(await new Promise(resolve => child.once('message', resolve))).toBe(true);
    expect(takeLock(file)).toBeUndefined();
    const gone = new Promise(resolve => child.once('exit', resolve));
    child.kill(signal);
    await gone;
    const ours = takeLock(file);
    expect(ours).toBeDefined();
    ours?.release();
    const again = takeLock(file);
    expect(again).toBeDefined();
    again?.release();
    rmSync(folder, { recursive: true });
  },
);
