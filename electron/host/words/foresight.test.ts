import { expect, test } from 'vitest';
import { Foresight } from './foresight.ts';

const goods = Array.from({ length: 40 }, (_, index) => ({ name: `货${index % 7}`, codes: [`690${index}`] }));

function foresightOf(all: typeof goods): Foresight {
  const foresight = new Foresight();
  for (const { name, codes } of all) expect(foresight.note(name, codes)).toBe(true);
  return foresight;
}

test('goods are found under their number, also where some in between are missing and others come in', () => {
  const foresight = foresightOf(goods);
  const find = (index: number) => foresight.find(goods[index]!.name, [...goods[index]!.codes]);
  expect([0, 1, 5, 6, 20].map(find)).toEqual([0, 1, 5, 6, 20]);
  expect(foresight.find('别的', ['690999'])).toBe(-1);
  expect(foresight.find(goods[21]!.name, ['690999'])).toBe(-1);
  expect([21, 22, 39].map(find)).toEqual([21, 22, -1]);
  expect(find(23)).toBe(23);
});

test('the same goods twice are found twice, and no third time', () => {
  const foresight = foresightOf([goods[0]!, goods[0]!, goods[1]!]);
  const { name, codes } = goods[0]!;
  expect([1, 2, 3].map(() => foresight.find(name, codes))).toEqual([0, 1, -1]);
});

test('so many are foreseen as can be kept, and the rest goes the usual way', () => {
  const foresight = new Foresight();
  let kept = 0;
  while (foresight.note('货', [])) kept += 1;
  expect(kept).toBe(200_000);
  expect(foresight.find('货', [])).toBe(0);
});
