import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Files of a checkout by path from its root, with `/` on every system. */
export type Tree = ReadonlyMap<string, string>;

const notOurs = new Set(['node_modules', 'out', 'release', 'coverage', 'test-results', 'resources']);
const ours = /\.(?:[cm]?[jt]s|[jt]sx|sql)$/;

/** Every source of the project. */
export const readTree = (root: string): Tree =>
  new Map(
    readNames(root)
      .filter(name => ours.test(name))
      .map(name => [name, readFileSync(path.join(root, name), 'utf8')]),
  );

/** What is neither made, fetched nor hidden, by path from the root. */
export function readNames(root: string): string[] {
  const names: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const at = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.') || notOurs.has(entry.name)) continue;
      if (entry.isDirectory()) walk(at);
      else names.push(at);
    }
  };
  walk('');
  return names;
}

/** A tree for a test, from paths and texts. */
export const treeOf = (files: Readonly<Record<string, string>>): Tree => new Map(Object.entries(files));
