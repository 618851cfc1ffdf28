import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeyFileVault } from './vault.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'evertill-vault-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keysOf = (name: string) => readdirSync(folder).filter(each => each.startsWith(name));
const file = (name: string) => path.join(folder, name);

test('gives back what was sealed, also after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async text => {
      const sealed = await openKeyFileVault(file('a')).seal(text);
      expect(await openKeyFileVault(file('a')).open(sealed)).toBe(text.toWellFormed());
    }),
  );
});

test('the same secret sealed twice looks different, and never shows the text', async () => {
  const vault = openKeyFileVault(file('a'));
  const [first, second] = [await vault.seal('app-key-123'), await vault.seal('app-key-123')];
  expect(first).not.toBe(second);
  expect(Buffer.from(first.slice(3), 'base64').toString('latin1')).not.toContain('app-key');
});

test('another key, a changed byte and a torn text open nothing', async () => {
  const vault = openKeyFileVault(file('a'));
  const sealed = await vault.seal('secret');
  expect(await openKeyFileVault(file('b')).open(sealed)).toBeUndefined();
  const bytes = Buffer.from(sealed.slice(3), 'base64');
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed[index]! ^= 1;
    expect(await vault.open(`v1.${changed.toString('base64')}`)).toBeUndefined();
  }
  for (const torn of ['', 'v1.', 'v2.AAAA', sealed.slice(0, 20), 'v1.%%%']) {
    expect(await vault.open(torn)).toBeUndefined();
  }
});

test('the key is for its owner only and is made once, when the first secret is sealed', async () => {
  const vault = openKeyFileVault(file('c'));
  expect(keysOf('c')).toEqual([]);
  await vault.seal('one');
  await openKeyFileVault(file('c')).seal('two');
  expect(keysOf('c')).toHaveLength(1);
  expect(statSync(file(keysOf('c')[0]!)).mode & 0o777).toBe(0o600);
});

test('a lost key takes only its own secrets with it, and gives them back when it comes back', async () => {
  const vault = openKeyFileVault(file('d'));
  const old = await vault.seal('old');
  const key = file(keysOf('d')[0]!);
  renameSync(key, file('away'));
  expect(await vault.open(old)).toBeUndefined();
  const young = await vault.seal('young');
  renameSync(file('away'), file('d'));
  expect([await vault.open(old), await vault.open(young)]).toEqual(['old', 'young']);
});

test('a damaged key opens nothing and is never replaced', async () => {
  const vault = openKeyFileVault(file('e'));
  const sealed = await vault.seal('secret');
  const key = file(keysOf('e')[0]!);
  writeFileSync(key, 'short');
  expect(await vault.open(sealed)).toBeUndefined();
  await vault.seal('other');
  expect(readFileSync(key, 'utf8')).toBe('short');
  expect(keysOf('e')).toHaveLength(2);
});
