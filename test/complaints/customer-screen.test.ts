import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../tools/root.ts';

const folder = path.join(root, 'renderer/customer-display');

test('Square 299920: nothing a customer can touch on their screen changes how the sale is paid', () => {
  const sources = readdirSync(folder).map(name => readFileSync(path.join(folder, name), 'utf8'));
  const said = sources.flatMap(text =>
    [...text.matchAll(/(?:useCommand|useQuery|\.say)\(\s*'([\w.]+)'/g)].map(match => match[1]),
  );
  // That the core would take nothing from it either is proved over its wire (test/hosts/customer-wire.test.ts).
  expect(said).toEqual([]);
  expect(sources.join('\n')).not.toMatch(/<button|onClick|onPress|<input|<select/);
});
