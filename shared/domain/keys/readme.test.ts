import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Act } from './acts.ts';
import { defaultKeys, sayKey } from './key-map.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const k = (act: Act) => sayKey(defaultKeys[act]);

test.each([
  `${k('quantity')} · ${k('remove')}`,
  k('price'),
  k('open-goods'),
  k('create-goods'),
  k('discount'),
  k('refund'),
  `${k('hold')} · ${k('recall')}`,
  k('swap'),
  `${k('pay')}, scan`,
  `${k('pay')}, ${k('pay')}`,
  `${k('pay')}, sum, ${k('part-by-code')}`,
  `${k('pay')}, ${k('own-code')}`,
  `${k('void')} · ${k('find-payment')} · ${k('wait-longer')}`,
  k('more'),
  k('drawer'),
  k('lock'),
  k('close-shift'),
])('the README lists %s, as the till has it', keys => {
  const firstCells = [...readme.matchAll(/^\| (.+?) +\|/gm)].map(([, cell]) => cell);
  expect(firstCells).toContain(keys);
});
