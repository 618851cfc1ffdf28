import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { defaultDataDir, pathsOf, preparePaths } from './paths.ts';

test('everything of a till lies in its one folder', () => {
  const { data, ...rest } = pathsOf('some/till');
  for (const file of Object.values(rest)) expect(file.startsWith(data + path.sep)).toBe(true);
});

test('the folders are for their owner only, also where they were open before', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'evertill-paths-'));
  mkdirSync(path.join(folder, 'data'));
  chmodSync(path.join(folder, 'data'), 0o777);
  const before = process.umask();
  preparePaths(pathsOf(path.join(folder, 'data')));
  writeFileSync(path.join(folder, 'data/new'), '');
  process.umask(before);
  for (const name of ['data', 'data/run', 'data/logs', 'data/browser']) {
    expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o700);
  }
  expect(statSync(path.join(folder, 'data/new')).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});

test('each system has its place, and the demonstration one of its own', () => {
  const dir = (platform: NodeJS.Platform, variables: Record<string, string> = {}, demo = false) =>
    defaultDataDir(demo, { platform, home: '/home/wang', variables });
  expect(dir('linux')).toBe('/home/wang/.local/share/evertill');
  expect(dir('linux', { XDG_DATA_HOME: '/x' })).toBe('/x/evertill');
  expect(dir('linux', {}, true)).toBe('/home/wang/.local/share/evertill-demo');
  expect(dir('darwin')).toBe('/home/wang/Library/Application Support/evertill');
  expect(dir('win32', { LOCALAPPDATA: 'C:/Local' })).toContain('evertill');
});
