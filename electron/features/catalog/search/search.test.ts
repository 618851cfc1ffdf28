import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CatalogTill, openCatalogTill } from '../../../../test/conformance/catalog-till.ts';
import { markStored } from './block.ts';
import { startOf } from './by-start.ts';
import { eachWord } from './each-word.ts';
import { HotGoods } from './hot.ts';
import { Places } from './places.ts';
import { type Part, parseEnd, parseLongWord, parseQuery, placesOf } from './query.ts';
import { search } from './search.ts';
import { digitsWord, eachWay, signsWord, wholeTokens } from './tokens.ts';
import { Units } from './units.ts';
import { WordTable } from './word-table.ts';
import { Blocks } from './words.ts';

const goods: readonly (readonly [string, string])[] = [
  ['6901234567892', '可口可乐330ml'],
  ['6909876543217', '百事可乐330ml'],
  ['6911111111113', '可口可乐2.5L'],
  ['LB000123', '重庆小面'],
  ['33699993-8', '长虹电池'],
  ['2001', 'Café Latte 拿铁'],
  ['6922222222226', '农夫山泉矿泉水550ml'],
  ['6933333333339', '绿茶女士装'],
  ['6944444444442', '２５０ｇ薯片'],
  ['6955555555555', '双汇Q趣烤肠'],
  ['6977777777771', 'Schwarzkopf洗发水'],
];
let till: CatalogTill;
beforeAll(() => {
  till = openCatalogTill();
  till.importNow(`条码,品名,售价\n${goods.map(row => `${row.join(',')},1`).join('\n')}`);
});
afterAll(() => till.throwAway());

const found = (text: string) => till.search(text).map(item => item.name);

test.each([
  ['initials', 'kkkl', ['可口可乐330ml', '可口可乐2.5L']],
  ['initials from the middle of a name', 'bskl', ['百事可乐330ml']],
  ['long initials', 'nfsqkqs', ['农夫山泉矿泉水550ml']],
  ['full pinyin', 'kekoukele', ['可口可乐330ml', '可口可乐2.5L']],
  ['full pinyin that stops within a syllable', 'baishik', ['百事可乐330ml']],
  ['long full pinyin', 'nongfushanquankuang', ['农夫山泉矿泉水550ml']],
  ['one Han character', '趣', ['双汇Q趣烤肠']],
  ['several Han characters', '山泉矿', ['农夫山泉矿泉水550ml']],
  ['initials and a number', 'kk330', ['可口可乐330ml']],
  ['pinyin and a number', 'kele330', ['可口可乐330ml', '百事可乐330ml']],
  ['Han and a number', '可乐2.5', ['可口可乐2.5L']],
  ['words in any order', '330 百事', ['百事可乐330ml']],
  ['a name word without its accent', 'cafe', ['Café Latte 拿铁']],
  ['the likely reading', 'cqxm', ['重庆小面']],
  ['the everyday reading all the same', 'zqxm', ['重庆小面']],
  ['a long Latin word', 'schwarzkopf', ['Schwarzkopf洗发水']],
  ['a long Latin word and what follows it', 'schwarzkopfxifa', ['Schwarzkopf洗发水']],
  ['a word of Latin letters within a longer name', 'qqukao', ['双汇Q趣烤肠']],
  ['ü typed as v', 'lvcha', ['绿茶女士装']],
  ['full-width characters of the list', '250g', ['２５０ｇ薯片']],
  ['full-width characters of the query', 'ｋｋ３３０', ['可口可乐330ml']],
  ['a Latin letter amid Han', 'shqq', ['双汇Q趣烤肠']],
  ['a whole barcode', '6909876543217', ['百事可乐330ml']],
  ['the beginning of a barcode', '69222', ['农夫山泉矿泉水550ml']],
  ['the beginning of a shop code', 'lb0001', ['重庆小面']],
  ['the last four digits of a barcode', '3217', ['百事可乐330ml']],
  ['more of its last digits', '6543217', ['百事可乐330ml']],
  ['the last digits of a shop code', '0123', ['重庆小面']],
  ['last digits with a sign among them', '9938', ['长虹电池']],
  ['a shop code with a sign in it', '33699993-8', ['长虹电池']],
])('finds goods by %s', (_, text, names) => {
  expect(found(text)).toEqual(names);
});

test('of goods that sold alike, the ones named so come before the ones that only hold the word', () => {
  const shop = openCatalogTill();
  shop.importNow(
    '条码,品名,售价\n6900000000007,彩豆可乐汽水,1\n6900000000014,可乐,2\n6900000000021,可乐鸡翅,3',
  );
  expect(shop.search('可乐').map(item => item.name)).toEqual(['可乐', '可乐鸡翅', '彩豆可乐汽水']);
  shop.throwAway();
});

test('does not take 250 for 2.5', () => {
  expect(found('2.5')).toEqual(['可口可乐2.5L']);
});

test('fewer than four digits are not the end of a code, and all of them have to be it', () => {
  expect(found('217')).toEqual([]);
  expect(found('55543217')).toEqual([]);
});

test('a code in full is not looked for at the end of others', () => {
  const shop = openCatalogTill();
  shop.importNow('code,name,price\n6901234520018,Tea,1\n2001,Coffee,1\n200,Sugar,1');
  expect(shop.search('2001').map(item => item.name)).toEqual(['Coffee']);
  expect(shop.search('0018').map(item => item.name)).toEqual(['Tea']);
  shop.throwAway();
});

test('an exact code comes before goods that only begin with it, however well they sell', () => {
  const shop = openCatalogTill();
  shop.importNow('code,name,price\n200155,Tea,1\n2001,Coffee,1');
  shop.sell('200155', '200155');
  expect(shop.search('2001').map(item => item.name)).toEqual(['Coffee', 'Tea']);
  shop.throwAway();
});

test('what sells most comes first at once, not after the next import', () => {
  const shop = openCatalogTill();
  shop.importNow('code,name,price\n1001,可乐甲,1\n1002,可乐乙,1\n1003,可乐丙,1');
  shop.sell('1003', '1003', '1002');
  expect(shop.search('可乐').map(item => item.id)).toEqual(['1003', '1002', '1001']);
  shop.sell('1001', '1001', '1001');
  expect(shop.search('可乐').map(item => item.id)).toEqual(['1001', '1003', '1002']);
  expect(shop.reads.mostSold(2).map(item => item.id)).toEqual(['1001', '1003']);
  shop.throwAway();
});

test('goods renamed by an import are found by their new name and no longer by the old one', () => {
  const shop = openCatalogTill();
  shop.importNow('code,name,price\n1001,旧名字,1');
  expect(shop.search('旧名').length).toBe(1);
  shop.importNow('code,name,price\n1001,新招牌,1');
  expect(shop.search('旧名')).toEqual([]);
  expect(shop.search('xzp').map(item => item.name)).toEqual(['新招牌']);
  shop.throwAway();
});

test.each([
  '',
  '   ',
  '"',
  '*',
  '"* NEAR(a b) OR -',
  'AND',
  'a AND NOT b',
  "'; DROP TABLE x; --",
  '\u0000\u202e',
  '()',
  '^可',
])('a text that means something to the index means nothing in a search: %j', text => {
  expect(() => till.search(text)).not.toThrow();
});

test('no text, however odd or long, breaks a search', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  fc.assert(
    fc.property(text, odd => {
      expect(Array.isArray(till.search(odd))).toBe(true);
    }),
  );
  expect(till.search('可'.repeat(10_000))).toEqual([]);
});

test('the cut tokens of the index let everything through that the whole ones do', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'可口乐重庆长行abk0123.- '), maxLength: 14 });
  fc.assert(
    fc.property(letters, letters, (name, text) => {
      const query = parseQuery(text);
      if (!query?.matches(wholeTokens(name, ['6901']))) return;
      const words = new WordTable();
      eachWord(name, ['6901'], words.at(33));
      expect(placesOf(query.wanted, partOf(words)).has(33)).toBe(true);
    }),
    // What is typed with a sign in it may stand in the name without one.
    {
      numRuns: 2_000,
      examples: [
        ['31', '3-1'],
        ['ab', 'a-b'],
        ['abkab', 'a.bkab'],
      ],
    },
  );
});

test('a name is let through by all that is said of it from any syllable on, whatever Latin words are in it', () => {
  const pieces = [
    '可口',
    '可乐',
    '重庆',
    '双汇',
    '装',
    '洗发水',
    'Q',
    'kkk',
    'Redbull',
    'Schwarzkopf',
    'Budweiser',
  ];
  const names = fc.array(fc.constantFrom(...pieces), { minLength: 3, maxLength: 7 });
  fc.assert(
    fc.property(names, fc.nat(), fc.nat(), (parts, begin, length) => {
      const name = parts.join('');
      const { spoken } = wholeTokens(name, []);
      let said = '';
      eachWay(spoken, begin % spoken.length, 24, way => {
        said ||= way.join('');
      });
      const text = said.slice(0, 1 + (length % said.length));
      const words = new WordTable();
      eachWord(name, [], words.at(33));
      const asked = [parseQuery(text), parseLongWord(text)];
      expect(asked.some(query => query && placesOf(query.wanted, partOf(words)).has(33))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['yunnanbayyao', 'yunnanbaiyoa', 'tanghuotuchang', 'lachunjigshui'])(
  'a slip behind the eighth letter has no name looked at for nothing: %s',
  text => {
    const names = ['云南白药牙膏', '糖火腿肠', '辣纯净水'];
    const words = new WordTable();
    for (const [at, name] of names.entries()) eachWord(name, [], words.at(at));
    expect(placesOf(parseQuery(text)!.wanted, partOf(words)).from(0, 9)).toEqual([]);
  },
);

test('every code is found by as many of its last digits as are typed, four or more', () => {
  const code = fc.string({ unit: fc.constantFrom(...'0123456789-b'), minLength: 5, maxLength: 14 });
  fc.assert(
    fc.property(code, fc.nat(), (whole, more) => {
      const digits = /\d*$/.exec(whole.replaceAll('-', ''))![0];
      fc.pre(digits.length >= 4 && whole.replaceAll('-', '').length > 4);
      const query = parseEnd(digits.slice(-4 - (more % (digits.length - 3))))!;
      expect(query.matches(wholeTokens('', [whole]))).toBe(true);
      const words = new WordTable();
      eachWord('', [whole], words.at(33));
      expect(placesOf(query.wanted, partOf(words)).has(33)).toBe(true);
    }),
  );
});

/** A part of the catalogue as it is read back from its stored blocks. */
function partOf(words: WordTable): Part {
  const blocks = new Map(
    [...words.blocks()].filter(block => block !== null).map(({ start, bytes }) => [start, bytes]),
  );
  const mark: Part['mark'] = (word, whole, places) => {
    const start = startOf(word);
    markStored(blocks.get(start) ?? new Uint8Array(), word.slice(start.length), whole, places);
  };
  return {
    empty: () => new Places(70_001),
    mark,
    markCode: (code, places) => {
      mark(signsWord(code), false, places);
      mark(digitsWord(code), false, places);
    },
    markNear: () => {},
  };
}

/** In the middle of what it stands in, as words do. */
function takeWord(words: WordTable, place: number, word: string): void {
  const units = new Units();
  units.set(`k${word}k`);
  words.at(place)(units.units, 1, word.length + 1);
}

test('what is stored of the index is what was put into it, whatever the words and however many goods', () => {
  const word = fc.string({ unit: fc.constantFrom(...'可乐重k6b𠮷'), minLength: 1, maxLength: 12 });
  const place = fc.integer({ min: 0, max: 70_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(word, place)), word, (added, text) => {
      const words = new WordTable();
      const blocks = new Blocks();
      for (const [each, at] of added.sort((a, b) => a[1] - b[1])) {
        takeWord(words, at, each);
        blocks.add({ word: each, places: [at] });
      }
      const part = partOf(words);
      const [inMemory, stored] = [part.empty(), part.empty()];
      blocks.mark(text, false, inMemory);
      part.mark(text, false, stored);
      expect(stored.from(0, 70_001)).toEqual(inMemory.from(0, 70_001));
    }),
  );
});

test.each([
  '33699993-8',
  '336999938',
  '33699993',
  '3369999',
  '33',
  'lb000123',
  'lb',
  '692222222222',
  '2226',
  '222226',
  '0123',
  '69222222',
  '69',
])('finds goods by the code %s in the index as in memory', text => {
  const codes = (hot: HotGoods) => search(till.db, text, 20, hot).map(item => item.codes[0]);
  const found = codes(new HotGoods(till.db, undefined, 0));
  expect(found.length).toBeGreaterThan(0);
  expect(found).toEqual(codes(till.catalog.hot));
});

test('a long Latin word is found among many goods that begin like it and sell better', () => {
  const shop = openCatalogTill();
  const others = Array.from({ length: 230 }, (_, at) => `${10_000 + at},Schwarzwald${at},3`);
  shop.importNow(`条码,品名,售价\n${others.join('\n')}\n20000,洗发水Schwarzkopf,3`);
  for (const hot of [shop.catalog.hot, new HotGoods(shop.db, undefined, 0)]) {
    const names = (text: string) => search(shop.db, text, 20, hot).map(item => item.name);
    expect(names('schwarzkopf')).toEqual(['洗发水Schwarzkopf']);
    expect(names('xifashuischwarzk')).toEqual(['洗发水Schwarzkopf']);
  }
  shop.throwAway();
});

test('a new generation is found whole, by words that the one before had too', () => {
  const shop = openCatalogTill();
  shop.importNow('条码,品名,售价\n10001,可口可乐,3\n10002,百事可乐,3');
  expect(shop.search('可乐').length).toBe(2);
  shop.importNow('条码,品名,售价\n10003,非常可乐,3');
  for (const text of ['可乐', 'kl', 'kele', '1000']) expect(shop.search(text).length).toBe(3);
  shop.throwAway();
});

test('a part of many words keeps every one of them', () => {
  const words = new WordTable();
  const wordOf = (place: number) => `w${place.toString(36)}`;
  for (let place = 0; place < 70_000; place++) takeWord(words, place, wordOf(place));
  const part = partOf(words);
  for (let place = 0; place < 70_000; place += 997) {
    const places = part.empty();
    part.mark(wordOf(place), true, places);
    expect(places.from(0, 2)).toEqual([place]);
  }
});
