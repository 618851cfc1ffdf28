import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

test('the key is for its owner only, is made once, and a broken one is not replaced', () => {
  openKeyFileVault(file('c'));
  const key = readFileSync(file('c'));
  openKeyFileVault(file('c'));
  expect(readFileSync(file('c'))).toEqual(key);
  expect(statSync(file('c')).mode & 0o777).toBe(0o600);
  writeFileSync(file('d'), 'short');
  expect(() => openKeyFileVault(file('d'))).toThrow('vault key');
  expect(readFileSync(file('d'), 'utf8')).toBe('short');
});
