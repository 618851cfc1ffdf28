import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minor } from '../../../../shared/domain/money.ts';
import { seededRng } from '../../../../shared/lib/rng.ts';
import { type CatalogTill, openCatalogTill, value } from '../../../../test/conformance/catalog-till.ts';
import { systemActor } from '../../../core/feature.ts';
import { HotGoods } from './hot.ts';
import { codesMeant } from './near.ts';
import { search } from './search.ts';
import { codesNear, lettersOf, nearTo, slipMin } from './slips.ts';
import { eachWay, initialsOf, mayBeCut, wholeTokens, width } from './tokens.ts';

const goods: readonly (readonly [string, string])[] = [
  ['6901234567892', '可口可乐330ml'],
  ['6909876543217', '百事可乐330ml'],
  ['LB000123', '重庆小面'],
  ['6922222222226', '农夫山泉矿泉水550ml'],
  ['6933333333339', '生抽酱油'],
  ['6944444444442', '牛奶巧克力'],
  ['6955555555555', 'Nestle Coffee'],
  ['6966666666668', '新疆香梨'],
];
let till: CatalogTill;
beforeAll(() => {
  till = openCatalogTill();
  till.importNow(`条码,品名,售价\n${goods.map(row => `${row.join(',')},1`).join('\n')}`);
});
afterAll(() => till.throwAway());

/** What is found, and what is only similar, whether the index answers or the goods at hand. */
function found(text: string): { literal: string[]; similar: string[] } {
  const ask = (hot: HotGoods) => {
    const items = search(till.db, text, 20, hot);
    const names = (similar: boolean) => items.filter(item => item.similar === similar).map(item => item.name);
    return { literal: names(false), similar: names(true).sort() };
  };
  const answer = ask(till.catalog.hot);
  expect(ask(new HotGoods(till.db, undefined, 0))).toEqual(answer);
  return answer;
}

test.each([
  ['a wrong letter', 'kekoukela', '可口可乐330ml'],
  ['a wrong first letter', 'gekoukele', '可口可乐330ml'],
  ['a missing letter', 'kekokele', '可口可乐330ml'],
  ['a missing first letter', 'estle', 'Nestle Coffee'],
  ['a letter too many', 'kekoukeele', '可口可乐330ml'],
  ['two letters swapped', 'kekuokele', '可口可乐330ml'],
  ['the first two letters swapped', 'enstle', 'Nestle Coffee'],
  ['a slip in a Latin word', 'cofee', 'Nestle Coffee'],
  ['s for sh and c for ch', 'sengcou', '生抽酱油'],
  ['l for n', 'liulai', '牛奶巧克力'],
  ['-an for -ang and -in for -ing', 'xinjianxian', '新疆香梨'],
  ['a slip in long initials', 'nfsqkqx', '农夫山泉矿泉水550ml'],
  ['a slip beside a number', 'kekuokele330', '可口可乐330ml'],
  ['a slip beside another word', '330 baishikale', '百事可乐330ml'],
  ['a barcode with a wrong digit', '6901234567592', '可口可乐330ml'],
  ['a barcode with a digit missing', '690123456792', '可口可乐330ml'],
  ['a barcode with two digits swapped', '6901234657892', '可口可乐330ml'],
  ['a shop code with a wrong digit', 'LB000128', '重庆小面'],
  ['a shop code with a letter missing', 'b000123', '重庆小面'],
])('finds what was meant by %s, and says that it is only similar', (_, text, name) => {
  expect(found(text)).toEqual({ literal: [], similar: [name] });
});

test('what was typed comes first, and what is similar after it', () => {
  const shop = openCatalogTill();
  shop.importNow('条码,品名,售价\n1001,咖啡,1\n1002,卡飞,1\n1003,咖菲勒,1\n1004,卡威,1');
  const items = search(shop.db, 'kafei', 20, shop.catalog.hot);
  expect(items.map(item => item.similar)).toEqual([false, false, false, true]);
  expect(items[3]!.name).toBe('卡威');
  shop.throwAway();
});

test.each([
  ['a short word', 'kale'],
  ['a short number', '690132'],
  ['the beginning of a barcode', '69012354'],
  ['a whole barcode of other goods', '6901234567885'],
  ['Han characters', '可口可东'],
  ['two slips', 'kekuokale'],
])('%s is taken as it is', (_, text) => {
  expect(found(text)).toEqual({ literal: [], similar: [] });
});

test('a code that is on the list is nothing but that code', () => {
  expect(found('LB000123')).toEqual({ literal: ['重庆小面'], similar: [] });
});

test('a list full of what was typed shows nothing similar', () => {
  const shop = openCatalogTill();
  const rows = ['可口可乐', '可口可乐', '可口可乐', '可口可乐', '可口可乐', '可口可了'];
  shop.importNow(`条码,品名,售价\n${rows.map((name, place) => `${1000 + place},${name},1`).join('\n')}`);
  expect(shop.search('kekoukele').length).toBe(6);
  expect(search(shop.db, 'kekoukele', 20, shop.catalog.hot).every(item => !item.similar)).toBe(true);
  shop.throwAway();
});

/** Every text that is one slip away, made one by one. */
function slipsOf(text: string): string[] {
  const slips: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    slips.push(before + after.slice(1));
    if (after.length > 1) slips.push(before + after[1] + after[0] + after.slice(2));
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      slips.push(before + letter + after, before + letter + after.slice(1));
    }
  }
  return slips;
}

test('one slip is near, wherever it is, and the index lets everything through that the eye does', () => {
  const word = fc.string({ unit: fc.constantFrom(...'kelouxg'), minLength: slipMin, maxLength: 12 });
  fc.assert(
    fc.property(word, word, fc.nat(), (meant, more, draw) => {
      const slips = slipsOf(meant).filter(slip => slip.length >= slipMin);
      const typed = slips[draw % slips.length]!;
      const whole = lettersOf(meant + more);
      expect(nearTo(typed)(whole, whole.length)).toBe(true);
      for (const kept of [width.initials, width.sound])
        expect(nearTo(typed, mayBeCut)(whole, Math.min(kept, whole.length))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('what is more than one slip away is near only by sounds that people mix up', () => {
  const word = fc.string({ unit: fc.constantFrom(...'keou'), minLength: slipMin, maxLength: 8 });
  fc.assert(
    fc.property(word, word, (typed, meant) => {
      const isNear = nearTo(typed)(lettersOf(meant), meant.length);
      const slips = [typed, ...slipsOf(typed)];
      expect(isNear).toBe(slips.some(slip => meant.startsWith(slip)));
    }),
    { numRuns: 2_000 },
  );
});

/** Everything that is said of a name, in full and in initials. */
function saidOf(name: string): string[] {
  const { spoken } = wholeTokens(name, []);
  const said: string[] = [];
  for (const words of [spoken, initialsOf(spoken)])
    for (const from of words.keys()) eachWay(words, from, 100, way => said.push(way.join('')));
  return said;
}

/** So few that no search reaches the bound on what it looks at. */
describe('a list of 360 goods', () => {
  const parts =
    '可口 百事 农夫 康师傅 统一 重庆 长城 绿茶 女士 牛肉 面 可乐 雪碧 矿泉水 薯片 Nestle MAX'.split(' ');
  const names = Array.from(
    { length: 360 },
    (_, at) => `${parts[at % 17]}${parts[(at * 7) % 16]}${parts[(at * 3) % 13]}${at % 40}`,
  );
  let shop: CatalogTill;
  beforeAll(() => {
    shop = openCatalogTill();
    shop.importNow(`条码,品名,售价\n${names.map((name, at) => `Z${at},${name},1`).join('\n')}`);
  });
  afterAll(() => shop.throwAway());

  test('whatever slip is made in a word, the goods that were meant are found', () => {
    const indexOnly = new HotGoods(shop.db, undefined, 0);
    fc.assert(
      fc.property(fc.nat(names.length - 1), fc.nat(), fc.nat(), (at, way, draw) => {
        const tokens = saidOf(names[at]!).filter(token => /^[a-z]{6,18}$/.test(token));
        fc.pre(tokens.length > 0);
        const slips = slipsOf(tokens[way % tokens.length]!);
        const text = `${slips[draw % slips.length]} ${at % 40}`;
        const there = names.filter(
          name => new RegExp(`(?<!\\d)${at % 40}`).test(name) && isMeant(name, text.split(' ')[0]!),
        );
        for (const hot of [indexOnly, shop.catalog.hot]) {
          const answer = search(shop.db, text, 20, hot).map(item => item.name);
          expect(answer.length, text).toBeGreaterThanOrEqual(Math.min(5, there.length));
          expect(
            answer.every(name => there.includes(name)),
            text,
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  const isMeant = (name: string, typed: string) =>
    saidOf(name).some(token => nearTo(typed)(lettersOf(token), token.length));
});

describe('a list of 400 codes', () => {
  const rng = seededRng(7);
  const drawn = (of: string, length: number) =>
    Array.from({ length }, () => of[Math.floor(rng() * of.length)]).join('');
  const codes = Array.from({ length: 400 }, (_, at) =>
    at % 2 === 0 ? `69${drawn('0123456789', 11)}` : `${drawn('KLM', 2)}${drawn('0123456789', 6)}`,
  );
  const added = '4006381333931';
  let shop: CatalogTill;
  beforeAll(() => {
    shop = openCatalogTill();
    shop.importNow(`条码,品名,售价\n${codes.map(code => `${code},货,1`).join('\n')}`);
    const goods = { code: added, name: '货', price: minor(100), category: '' };
    value(shop.core.parts.act(systemActor, tx => shop.catalog.keeper.add(tx, goods)));
  });
  afterAll(() => shop.throwAway());

  test('whatever slip is made in a code, the goods that carry it are found', () => {
    const all = [...codes, added];
    fc.assert(
      fc.property(fc.oneof(fc.nat(codes.length - 1), fc.constant(codes.length)), fc.nat(), (at, draw) => {
        const meant = all[at]!;
        const slips = codesNear(meant, meant.length);
        const typed = slips[draw % slips.length]!;
        fc.pre(codesMeant(typed, code => code.length).length > 0);
        const found = search(shop.db, typed, 20, shop.catalog.hot).flatMap(item => item.codes);
        expect(found, typed).toContain(meant);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('codes that may be meant are bounded, and none is what was typed', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), text => {
      const codes = codesMeant(text, code => code.length);
      expect(codes.length).toBeLessThan(2_000);
      expect(codes).not.toContain(text);
    }),
  );
});
