import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CatalogTill, openCatalogTill } from '../../../../test/conformance/catalog-till.ts';
import { englishWords } from './english-words.ts';

describe('the list of English words', () => {
  const words = Object.entries(englishWords.names);

  test('is small, in order and numbered', () => {
    expect(words.length).toBeGreaterThan(140);
    expect(words.length).toBeLessThan(300);
    expect(words.map(([word]) => word)).toEqual(words.map(([word]) => word).sort());
    expect(englishWords.version).toBeGreaterThan(0);
  });

  test('has plain words, and for each some names in Han that stand once', () => {
    for (const [word, names] of words) {
      expect(word).toMatch(/^[a-z]{3,}$/);
      expect(names.length, word).toBeGreaterThan(0);
      expect(new Set(names).size, word).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^\p{Script=Han}+$/u);
    }
  });

  test('no word stands a second time in the plural', () => {
    const singular = new Set(words.map(([word]) => word));
    expect(words.filter(([word]) => singular.has(`${word}s`) || singular.has(`${word}es`))).toEqual([]);
  });
});

describe('a shop with a Chinese price list', () => {
  let shop: CatalogTill;
  const names = [
    '可口可乐330ml',
    '百事可乐500ml',
    '纯牛奶250ml',
    '矿泉水550ml',
    '青岛啤酒330ml',
    '土鸡蛋',
    '东北大米5kg',
    '西红柿',
    '鲜橙汁1L',
    'Milky Way巧克力',
  ];
  beforeAll(() => {
    shop = openCatalogTill();
    shop.importNow(`条码,品名,售价\n${names.map((name, place) => `${7000 + place},${name},1`).join('\n')}`);
  });
  afterAll(() => shop.throwAway());
  const found = (text: string) => shop.search(text).map(item => item.name);

  test.each([
    ['cola', ['可口可乐330ml', '百事可乐500ml']],
    ['Cola 500', ['百事可乐500ml']],
    ['cola330', ['可口可乐330ml']],
    ['beer', ['青岛啤酒330ml']],
    ['water', ['矿泉水550ml']],
    ['eggs', ['土鸡蛋']],
    ['rice', ['东北大米5kg']],
    ['tomatoes', ['西红柿']],
    ['orange juice', ['鲜橙汁1L']],
    ['可口 cola', ['可口可乐330ml']],
  ])('finds %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('shows what is written so on the list before what is only called so', () => {
    shop.sell('7002', '7002');
    expect(found('milk')).toEqual(['Milky Way巧克力', '纯牛奶250ml']);
  });
});

test('an English price list is searched by its own names, as before', () => {
  const shop = openCatalogTill();
  shop.importNow('code,name,price\n1001,Coca-Cola 330ml,1\n1002,Oat Milk 1L,1\n1003,Milk Chocolate,1');
  const found = (text: string) => shop.search(text).map(item => item.name);
  expect(found('cola')).toEqual(['Coca-Cola 330ml']);
  expect(found('milk')).toEqual(['Milk Chocolate', 'Oat Milk 1L']);
  expect(found('oat milk')).toEqual(['Oat Milk 1L']);
  expect(found('chocolate')).toEqual(['Milk Chocolate']);
  shop.throwAway();
});
