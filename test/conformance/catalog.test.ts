import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HotGoods } from '../../electron/features/catalog/search/hot.ts';
import { search } from '../../electron/features/catalog/search/search.ts';
import { checkDigitRight, looksLikeGtin } from '../../shared/domain/codes.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { asTyped, type Listed, oracle } from './catalog-oracle.ts';
import { type CatalogTill, openCatalogTill } from './catalog-till.ts';

// Real price lists, untidy as real ones are. They stay where they are; the project holds no copy.
const folder = process.env.EVERTILL_DATA ?? join(import.meta.dirname, '../../../shared/data');
const utf8 = join(folder, 'store-goods.csv');
const gb18030 = join(folder, 'store-goods.gb18030.csv');
const present = existsSync(utf8) && existsSync(gb18030);
if (!present)
  console.warn(`SKIPPED: no price lists in ${folder}; set EVERTILL_DATA to the folder that holds them`);

describe.skipIf(!present)('a real price list of 6,404 goods', () => {
  let first: CatalogTill;
  let second: CatalogTill;
  beforeAll(() => {
    first = openCatalogTill();
    second = openCatalogTill();
  });
  afterAll(() => {
    first.throwAway();
    second.throwAway();
  });

  test('comes in whole, from either encoding, as the same catalogue', () => {
    for (const [till, file] of [
      [first, utf8],
      [second, gb18030],
    ] as const) {
      expect(till.importNow(readFileSync(file))).toMatchObject({
        phase: 'done',
        added: 6404,
        changed: 0,
        rejected: 0,
        total: 6404,
      });
    }
    const all = (till: CatalogTill) => till.db.all('SELECT * FROM catalog_items_b ORDER BY rank');
    expect(all(first).length).toBe(6404);
    expect(all(second)).toEqual(all(first));
  });

  test('has every name and price as the file has them', () => {
    for (const [code, name, price] of rowsOfFile()) {
      const [item] = first.reads.itemsWithCode(code);
      expect(item).toMatchObject({ codes: [code], name: name.trim().replace(/\s+/gu, ' ') });
      expect(item!.price).toBe(Math.round(Number(price) * 100));
    }
  });

  test('warns of what is odd in it, and of nothing else', () => {
    const rows = rowsOfFile();
    const wrong = rows.filter(([code]) => looksLikeGtin(code) && !checkDigitRight(code)).length;
    const free = rows.filter(([, , price]) => Number(price) === 0).length;
    const again = first.importNow(readFileSync(utf8));
    expect(again.warnings).toBe(wrong + free);
  });

  test('changes nothing when it comes again, in the other encoding too', () => {
    const before = first.state().generation;
    for (const file of [utf8, gb18030]) {
      expect(first.importNow(readFileSync(file))).toMatchObject({ added: 0, changed: 0, unchanged: 6404 });
    }
    expect(first.state()).toMatchObject({ items: 6404, generation: before });
  });

  test('is found completely: every kind of query gives what a look at every name gives', () => {
    const listed: Listed[] = rowsOfFile().map(([code, name]) => ({ code, name }));
    expectFullRecall(first, listed, 25, 7);
  });
});

describe('a made-up price list of 7,000 goods', () => {
  test('is found completely: every kind of query gives what a look at every name gives', () => {
    const till = openCatalogTill();
    const listed = madeUp(7_000, 3);
    till.importNow(`code,name,price\n${listed.map(each => `${each.code},${each.name},1`).join('\n')}`);
    expectFullRecall(till, listed, 15, 11);
    till.throwAway();
  });
});

/** Asks in every way for goods drawn at random; the answer is the oracle's, whether from memory or from the index. */
function expectFullRecall(till: CatalogTill, listed: readonly Listed[], draws: number, seed: number): void {
  const rng = seededRng(seed);
  const indexOnly = new HotGoods(till.db, undefined, 0);
  const limit = listed.length;
  for (let draw = 0; draw < draws; draw++) {
    const wanted = listed[Math.floor(rng() * listed.length)]!;
    for (const text of new Set(asTyped(wanted, rng))) {
      const expected = oracle(listed, text).sort();
      const found = (hot: HotGoods) =>
        search(till.db, text, limit, hot)
          .filter(item => !item.similar)
          .map(item => item.codes[0]!)
          .sort();
      expect(found(indexOnly), `index: ${text}`).toEqual(expected);
      expect(found(till.catalog.hot), `hot: ${text}`).toEqual(expected);
      expect(expected).toContain(wanted.code);
    }
  }
}

function madeUp(count: number, seed: number): Listed[] {
  const rng = seededRng(seed);
  const parts =
    '可口 百事 农夫 康师傅 统一 乐事 重庆 长城 银行 音乐 绿茶 女士 牛肉 面 可乐 雪碧 矿泉水 薯片 纸巾 Q趣 Nestle MAX 奥利奥 金 大 行'.split(
      ' ',
    );
  const sizes = ['330ml', '2.5L', '500g', '1kg', '70g', '12支', '', ''];
  const pick = (from: readonly string[]) => from[Math.floor(rng() * from.length)]!;
  return Array.from({ length: count }, (_, index) => ({
    code: `${pick(['690', '69', 'LB', 'a-', '336-', '9'])}${String(index).padStart(6, '0')}`,
    name: `${pick(parts)}${pick(parts)}${pick(parts)}${pick(sizes)}`,
  }));
}

/** The file read as plainly as can be; it has no quotes. */
function rowsOfFile(): [string, string, string][] {
  return readFileSync(utf8, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .slice(1)
    .filter(line => line !== '')
    .map(line => line.split(',') as [string, string, string]);
}
