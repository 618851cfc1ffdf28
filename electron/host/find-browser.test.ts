import { expect, test } from 'vitest';
import { findBrowser } from './find-browser.ts';

const machine = (platform: NodeJS.Platform, programs: string[], variables: Record<string, string> = {}) => ({
  platform,
  variables,
  isProgram: (file: string) => programs.includes(file),
});

test('takes the browser that is named, and no other when that one does not run', () => {
  const programs = ['/usr/bin/chromium', '/opt/mine/chrome'];
  const variables = { PATH: '/usr/bin', EVERTILL_BROWSER: '/opt/mine/chrome' };
  expect(findBrowser(machine('linux', programs, variables))).toBe('/opt/mine/chrome');
  expect(findBrowser(machine('linux', ['/usr/bin/chromium'], variables))).toBeUndefined();
});

test('finds Chromium, Chrome or Edge on Linux along PATH, never in a relative folder', () => {
  const find = (...programs: string[]) =>
    findBrowser(machine('linux', programs, { PATH: 'bin:/usr/local/bin:/usr/bin' }));
  expect(find('/usr/bin/microsoft-edge', '/usr/bin/chromium')).toBe('/usr/bin/chromium');
  expect(find('/usr/bin/microsoft-edge')).toBe('/usr/bin/microsoft-edge');
  expect(find('/snap/bin/chromium')).toBe('/snap/bin/chromium');
  expect(find('bin/chromium')).toBeUndefined();
});

test('finds them on Windows: a chosen browser before the Edge that is always there', () => {
  const variables = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  expect(findBrowser(machine('win32', [edge, chrome], variables))).toBe(chrome);
  expect(findBrowser(machine('win32', [edge], variables))).toBe(edge);
});

test('finds them on macOS, for everybody or for one user', () => {
  const own = '/Users/wang/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(machine('darwin', [own], { HOME: '/Users/wang' }))).toBe(own);
});
