import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../shared/contract/setup.ts';
import { wordNames, words } from '../../shared/contract/words.ts';
import { mayDo, permissions } from '../../shared/domain/roles.ts';
import { laterWordsSaid } from './first-words.ts';
import { refusalCodes, unusedRefusals, unwordedRefusals } from './refusals.ts';
import { staleRows, tidy } from './tidy.ts';
import { readNames, readTree } from './tree.ts';

const root = path.resolve(import.meta.dirname, '../..');
const tree = readTree(root);

describe('the house', () => {
  test('every file lives on a floor, imports what its floor may, and asks Env for the world', () => {
    expect(tree.size).toBeGreaterThan(150);
    expect(tidy(tree)).toEqual([]);
  });

  test('every file can be checked out on every system', () => {
    expect(readNames(root).filter(name => !/^[\w./-]+$/.test(name))).toEqual([]);
  });

  test('the table names no floor, file or package that is not there', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    expect(staleRows(tree, Object.keys({ ...dependencies, ...devDependencies }))).toEqual([]);
  });
});

describe('words and leave', () => {
  const all = Object.values(words).flatMap(family => Object.values(family));

  test('every word has a permission, and every permission is used by a word', () => {
    expect(all).toHaveLength(wordNames.length);
    const asked = new Set(all.flatMap(({ permission, beyond }) => [permission, ...(beyond ? [beyond] : [])]));
    expect([...asked].filter(permission => !permissions.includes(permission))).toEqual([]);
    expect(permissions.filter(permission => !asked.has(permission))).toEqual([]);
  });

  test('every permission but the first run is held by a role, and every role holds one', () => {
    const held = new Set(Object.values(mayDo).flat());
    expect(permissions.filter(permission => !held.has(permission))).toEqual(['first-run']);
    expect(Object.values(mayDo).filter(row => row.length === 0)).toEqual([]);
  });
});

describe('refusals', () => {
  test('every code can be said by the till', () => {
    expect(refusalCodes(tree).length).toBeGreaterThan(30);
    expect(unusedRefusals(tree)).toEqual([]);
  });

  test.each(languages)('every code has its sentence in %s', language => {
    expect(unwordedRefusals(tree, language)).toEqual([]);
  });
});

describe('first words', () => {
  test.each(['renderer/main.tsx', 'renderer/customer-display/main.tsx'])(
    'what comes with %s says nothing that it does not begin with',
    entry => {
      expect(laterWordsSaid(tree, entry)).toEqual([]);
    },
  );
});
