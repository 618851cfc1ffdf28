import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import type { Item } from '../../../shared/domain/item.ts';
import type { LanguageTag } from '../../../shared/i18n/index.ts';
import {
  bookColumns,
  bookHead,
  bookRow,
  priceListHead,
  priceListRows,
} from '../../../shared/i18n/price-list.ts';
import { type CatalogTill, openCatalogTill, value } from '../../../test/conformance/catalog-till.ts';
import { readWorkbook } from './import/workbook.ts';

let till: CatalogTill;
beforeEach(() => {
  till = openCatalogTill();
});
afterEach(() => till.throwAway());

function part(after: number, limit: number, generation: number | null = null) {
  return till.queries.goods({ after, limit, generation });
}

function allGoods(limit = 1_000): Item[] {
  const goods: Item[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const read = value(part(after, limit) as never) as { items: Item[]; next: number | null };
    goods.push(...read.items);
    after = read.next;
  }
  return goods;
}

const csvOf = (language: LanguageTag) => {
  const writing = { language, minorDigits: 2 };
  return priceListHead(writing) + priceListRows(allGoods(7), writing);
};

async function sheetOf(language: LanguageTag): Promise<Buffer> {
  const writing = { language, minorDigits: 2 };
  const rows = [bookHead(writing), ...allGoods().map(item => bookRow(item, writing))];
  const book = await writeXlsxFile(rows, { columns: bookColumns }).toBlob();
  const read = value(await readWorkbook(new Uint8Array(await book.arrayBuffer())));
  return Buffer.concat([...read.pieces]);
}

// Cells as people, spreadsheets and ill will write them.
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'可乐茶1０ａＡ,，;"\'=+-@＝ \n\t。~%×'), maxLength: 12 }),
  fc.constantFrom('=1+1', "'=1+1", "''", '  前后有空格  ', '长'.repeat(130), '\u202e倒', 'é\u0301', '0001'),
);
const code = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 14 }),
  fc.string({ unit: fc.constantFrom(...'ab-=\'"+@0７'), minLength: 1, maxLength: 5 }),
  fc.constantFrom('0000123', '6901234567892', '036000291452', '１２３', ''),
);
const row = fc.tuple(
  fc.array(code, { maxLength: 3 }).map(codes => codes.join(';')),
  text,
  fc
    .integer({ min: 0, max: 9_999_999_999 })
    .map(fen => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`),
  text,
  fc.constantFrom('', '瓶', 'kg', '500克', '斤', '不知道'),
  fc.constantFrom('', '13%', '9', '0.06', '免税', '13.5%'),
  fc.constantFrom('', '1010115010100000000', '0000000000000000001'),
  fc.constantFrom('', '不打折', '烟 押金', 'no-discount;age-check;deposit'),
  fc.constantFrom('', '16900000000018', '9001;9002', '0000123', "'=9", '９００３'),
  fc.constantFrom('', '24', '1*12;6', '24瓶;12', '1'),
  fc.constantFrom('', '54', ';15.99', '60.00;30'),
  fc.constantFrom('', '0', '2.50', '¥3', '低'),
  fc.constantFrom('', '0', '1.2345', '99999999.99', '-1'),
);
const quoted = (cells: readonly string[]) => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',');
const fileOf = (rows: readonly (readonly string[])[]) =>
  ['条码,品名,售价,分类,单位,税率,税收编码,标记,箱码,入数,箱价,最低售价,进价', ...rows.map(quoted)].join(
    '\n',
  );

test('what is exported imports again and changes nothing, as CSV and as a workbook, in both languages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 25 }),
      fc.constantFrom<LanguageTag>('zh-CN', 'en'),
      async (rows, language) => {
        const mine = openCatalogTill();
        till.throwAway();
        till = mine;
        till.importNow(fileOf(rows));
        // Lists change goods in place, too: that leaves ids and codes that no single list would.
        till.importNow(
          fileOf(rows.map(([codes, ...others]) => [codes.split(';').reverse().join(';'), ...others])),
        );
        const { items } = till.state();
        const unchanged = { added: 0, changed: 0, removed: 0, rejected: 0, unchanged: items };
        if (items === 0) return;
        expect(till.importNow(csvOf(language), { absent: 'remove' })).toMatchObject(unchanged);
        expect(till.importNow(await sheetOf(language), { absent: 'remove' })).toMatchObject(unchanged);
      },
    ),
    { numRuns: 60 },
  );
});

test('a file holds one price list: when another goes live meanwhile, the rest is refused', () => {
  till.importNow('条码,品名,售价\n1,茶,3\n2,奶,4');
  const first = value(part(0, 1, null) as never) as { next: number; generation: number };
  expect(part(first.next, 1, first.generation)).toMatchObject({ value: { items: [{ name: '奶' }] } });
  till.importNow('条码,品名,售价\n1,茶,4');
  expect(part(first.next, 1, first.generation)).toMatchObject({ refusal: { code: 'catalogue-renewed' } });
});

test('spreadsheet programs find the encoding, and nothing that they would run', () => {
  till.importNow('条码,品名,售价,分类\n007,"=HYPERLINK(""x"")",3,-茶');
  expect(csvOf('zh-CN')).toBe(
    `\ufeff"条码","品名","售价","分类","单位","税率","税收编码","标记","箱码","入数","箱价","最低售价","进价"\r\n"007","'=HYPERLINK(""x"")","3.00","'-茶","件","13.0%","","","","","","",""\r\n`,
  );
});
