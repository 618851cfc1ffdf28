import { expect, test, vi } from 'vitest';
import { chooseHost, type Machine } from './choose-host.ts';

const nothingAsked = { host: undefined, browser: true, json: false, port: 0 } as const;
const machine = (changes: Partial<Machine> = {}): Machine => ({
  hasDisplay: true,
  isLinuxRoot: false,
  installed: () => undefined,
  fetch: async () => undefined,
  ...changes,
});

test('takes the desktop where Electron is installed, and does not fetch it again', async () => {
  const fetch = vi.fn();
  const choice = await chooseHost(nothingAsked, machine({ installed: () => '/electron', fetch }));
  expect(choice).toEqual({ host: 'desktop', why: 'electron-installed', electron: '/electron' });
  expect(fetch).not.toHaveBeenCalled();
});

test('fetches Electron where it is missing, and sells without it where that fails', async () => {
  expect(await chooseHost(nothingAsked, machine({ fetch: async () => '/electron' }))).toMatchObject({
    host: 'desktop',
    why: 'electron-fetched',
  });
  expect(await chooseHost(nothingAsked, machine())).toEqual({ host: 'loopback', why: 'no-electron' });
});

test.each([
  ['there is no display', nothingAsked, { hasDisplay: false }, 'no-display'],
  ['it would run as root', nothingAsked, { isLinuxRoot: true }, 'root'],
  ['only an address is asked for', { ...nothingAsked, json: true }, {}, 'serves-only'],
  ['no browser shall open', { ...nothingAsked, browser: false }, {}, 'serves-only'],
  ['a port is named', { ...nothingAsked, port: 8080 }, {}, 'serves-only'],
])('takes the loopback host without a look at Electron where %s', async (_name, options, changes, why) => {
  const fetch = vi.fn();
  expect(await chooseHost(options, machine({ ...changes, fetch }))).toEqual({ host: 'loopback', why });
  expect(fetch).not.toHaveBeenCalled();
});

test('does what it is asked, or says that it can not: never silently the other host', async () => {
  expect(
    await chooseHost({ ...nothingAsked, host: 'loopback' }, machine({ installed: () => '/e' })),
  ).toMatchObject({ host: 'loopback', why: 'asked-for' });
  expect(
    await chooseHost({ ...nothingAsked, host: 'desktop' }, machine({ installed: () => '/e' })),
  ).toMatchObject({ host: 'desktop', why: 'asked-for' });
  expect(await chooseHost({ ...nothingAsked, host: 'desktop' }, machine())).toEqual({
    host: undefined,
    why: 'no-electron',
  });
});
