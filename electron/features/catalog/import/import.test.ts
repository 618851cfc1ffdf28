import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CatalogTill, openCatalogTill, value } from '../../../../test/conformance/catalog-till.ts';
import { chineseRules } from '../feature.ts';
import { openPriceList } from './file.ts';
import { previewOf } from './preview.ts';
import { type FileRow, readRows } from './reader.ts';
import { uploadOf } from './upload.ts';

let till: CatalogTill;
beforeEach(() => {
  till = openCatalogTill();
});
afterEach(() => till.throwAway());

const item = (code: string) => till.reads.itemsWithCode(code)[0];
const preview = (bytes: Uint8Array | string) =>
  previewOf(value(openPriceList(uploadOf(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)!)), {
    ...chineseRules,
    now: 0,
  });
const reasons = (csv: string) =>
  preview(csv).problems.map(problem => [problem.row, problem.level, problem.code]);

test('reads every column of a Chinese list', () => {
  till.importNow(
    '商品编码,商品名称,零售价(元),类别,计量单位,税率,税收分类编码,标记\n6901234567892;6900000000001,红富士苹果,11.80,生鲜,公斤,9%,1010115010100000000,不打折\n',
  );
  expect(item('6900000000001')).toEqual({
    id: '6901234567892',
    codes: ['6901234567892', '6900000000001'],
    name: '红富士苹果',
    price: 1180,
    category: '生鲜',
    unit: 'kg',
    taxPermille: 90,
    taxCode: '1010115010100000000',
    flags: { noDiscount: true, ageCheck: false, deposit: false },
  });
});

test.each([
  ['commas', ','],
  ['tabs', '\t'],
  ['semicolons', ';'],
])('finds out that columns are divided by %s', (_, delimiter) => {
  till.importNow(`barcode${delimiter}name${delimiter}price\n1001${delimiter}Tea${delimiter}2.50\n`);
  expect(item('1001')).toMatchObject({ name: 'Tea', price: 250 });
});

test.each([
  ['UTF-8', Buffer.from('条码,品名,售价\n1001,牛奶,3.5')],
  ['UTF-8 with its mark', Buffer.from('\ufeff条码,品名,售价\r\n1001,牛奶,3.5\r\n')],
  ['GB18030', iconv.encode('条码,品名,售价\r\n1001,牛奶,3.5\r\n', 'gb18030')],
])('finds out by itself that a file is %s', (_, bytes) => {
  till.importNow(bytes);
  expect(item('1001')).toMatchObject({ name: '牛奶', price: 350 });
});

test('takes characters apart at no piece of the upload', () => {
  const name = '牛𠮷奶'.repeat(10);
  const rows = Array.from({ length: 20_000 }, (_, index) => `${1_000_000 + index},${name},1`);
  const text = `条码,品名,售价\r\n${rows.join('\r\n')}`;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const upload = uploadOf(iconv.encode(text, encoding))!;
    expect(value(upload.encoding())).toBe(encoding);
    expect([...upload.text(encoding)].join('')).toBe(text.replaceAll('\r\n', '\n'));
  }
});

test('knows the columns of a list without a header by what is in them', () => {
  expect(preview('6901234567892,可口可乐,3.50\n6909876543217,百事可乐,3.00')).toMatchObject({
    hasHeader: false,
    mapping: { code: 0, name: 1, price: 2 },
    missing: [],
  });
});

test('takes lists inside of cells for no columns', () => {
  till.importNow(
    '条码,品名,售价,箱码,入数,箱价\n1;2,茶,3,9001;9002,24;12,;15.99\n3;4,奶,4,9003;9004,24;6,60;15\n5;6,水,2,9005;9006,24;6,50;14',
  );
  expect(item('2')).toMatchObject({ name: '茶', price: 300 });
});

test('passes over a title above the header', () => {
  till.importNow('长明便利店价目表,,\n条码,品名,售价\n1001,牛奶,3.5');
  expect(till.state().items).toBe(1);
});

test('is not taken in by the prices that are not for customers', () => {
  expect(preview('条码,品名,进价,会员价,售价\n1001,牛奶,2,3,3.5').mapping.price).toBe(4);
});

test.each([
  ['no name', ',1', 'rejected', 'name-missing'],
  ['no price', '茶,', 'rejected', 'price-missing'],
  ['a price that is none', '茶,一块', 'rejected', 'price-not-a-number'],
  ['a third decimal', '茶,1.234', 'rejected', 'price-too-many-decimals'],
  ['a negative price', '茶,-1', 'rejected', 'price-negative'],
  ['a barcode as price', '茶,69012345678920', 'rejected', 'price-too-large'],
])('turns a row away for %s, and says so', (_, cells, level, code) => {
  expect(reasons(`条码,品名,售价\n1001,${cells}`)).toContainEqual([2, level, code]);
  expect(till.importNow(`条码,品名,售价\n1001,${cells}`)).toMatchObject({ rejected: 1, added: 0 });
});

test('warns of a wrong check digit and of a price of 0, and takes the row all the same', () => {
  expect(reasons('条码,品名,售价\n6901234567890,茶,0')).toEqual([
    [2, 'warning', 'price-zero'],
    [2, 'warning', 'check-digit-wrong'],
  ]);
  expect(till.importNow('条码,品名,售价\n6901234567890,茶,0')).toMatchObject({ added: 1, warnings: 2 });
});

test('warns of a name and of a category that it has cut short', () => {
  const list = `条码,品名,售价,分类\n1001,${'茶'.repeat(121)},1,${'饮'.repeat(41)}`;
  expect(reasons(list)).toEqual([
    [2, 'warning', 'name-too-long'],
    [2, 'warning', 'category-too-long'],
  ]);
  till.importNow(list);
  const [item] = till.reads.itemsWithCode('1001');
  expect(item).toMatchObject({ name: `${'茶'.repeat(120)}…`, category: `${'饮'.repeat(40)}…` });
});

test('names the lines of its warnings, of however many the first hundred', () => {
  const told = till.importNow('条码,品名,售价\n1001,红茶,3\n1002,绿茶,0\n1001,花茶,4');
  expect(told.warned.map(({ row, code }) => [row, code])).toEqual([
    [3, 'price-zero'],
    [4, 'code-taken'],
  ]);
  const free = Array.from({ length: 130 }, (_, at) => `${2000 + at},货${at},0`).join('\n');
  const many = till.importNow(`条码,品名,售价\n${free}`);
  expect(many.warnings).toBe(130);
  expect(many.warned.map(({ row }) => row)).toEqual(Array.from({ length: 100 }, (_, at) => at + 2));
});

test('turns away a code that a spreadsheet has turned into 6.9E+12', () => {
  expect(reasons('条码,品名,售价\n6.90123E+12,茶,1')).toEqual([[2, 'rejected', 'code-scientific']]);
});

test('gives goods without a code one of their own, the same at every import', () => {
  const list = '品名,售价\n散装瓜子,12.8\n散装花生,9.8';
  expect(till.importNow(list)).toMatchObject({ added: 2 });
  expect(till.importNow(list)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(till.search('gz').length + till.search('瓜子')[0]!.id.length).toBeGreaterThan(10);
});

test('keeps the lowest price and the cost of a list, parts of a fen rounded up, until a list says otherwise', () => {
  till.importNow(
    '条码,品名,售价,最低售价,进价\n1001,可乐,3,2.80,2.3333\n1002,茶,4,,￥3.10元\n1003,水,2,0,0.00\n1004,奶,5,五元,便宜\n',
  );
  expect(item('1001')).toMatchObject({ lowest: 280, cost: 234 });
  expect(item('1002')).toMatchObject({ cost: 310 });
  for (const unsaid of ['1002', '1003', '1004']) expect(item(unsaid)).not.toHaveProperty('lowest');
  for (const unsaid of ['1003', '1004']) expect(item(unsaid)).not.toHaveProperty('cost');
  // A list without these columns leaves them as they are; nothing takes one away.
  till.importNow('条码,品名,售价\n1001,可乐,3.50\n1002,茶,4\n');
  expect(item('1001')).toMatchObject({ price: 350, lowest: 280, cost: 234 });
  till.importNow('条码,品名,售价,底价\n1001,可乐,3.50,0\n');
  expect(item('1001')).not.toHaveProperty('lowest');
  expect(item('1001')).toMatchObject({ cost: 234 });
});

test('says where a list sells below its own lowest price or cost, and what of them is unreadable', () => {
  expect(
    reasons(
      '条码,品名,售价,最低价,进货价\n1001,可乐,3,3.01,\n1002,茶,4,4,4.001\n1003,水,2,,3\n1004,奶,5,低,高\n',
    ),
  ).toEqual([
    [2, 'warning', 'price-below-floor'],
    [4, 'warning', 'price-below-floor'],
    [5, 'warning', 'lowest-unreadable'],
    [5, 'warning', 'cost-unreadable'],
  ]);
});

test('tells whoever searches neither what goods cost the shop nor how low they may go', () => {
  till.importNow('条码,品名,售价,最低售价,进价\n1001,可乐,3,2.80,2.30\n');
  const found = till.queries.search({ text: '可乐', limit: 5 });
  expect(found).toMatchObject({ ok: true, value: [{ name: '可乐', price: 300 }] });
  expect(JSON.stringify(found)).not.toMatch(/lowest|cost|2[38]0/);
});

test('knows packs by their own code, with what is in them and at which price', () => {
  expect(
    till.importNow(
      '条码,品名,售价,箱码,入数,箱价\n1001,可乐,3,16900000000018,24,\n1002,茶,4,9001;9002,1*12;6瓶,40;\n1003,水,2,,,\n',
    ),
  ).toMatchObject({ added: 3, warnings: 0 });
  const cola = item('1001')!;
  expect(item('16900000000018')).toEqual(cola);
  expect(cola.packs).toEqual([{ code: '16900000000018', count: 24, price: null }]);
  expect(item('9002')!.packs).toEqual([
    { code: '9001', count: 12, price: 4000 },
    { code: '9002', count: 6, price: null },
  ]);
  expect(item('1003')).not.toHaveProperty('packs');
  // A list without these columns leaves packs as they are.
  till.importNow('条码,品名,售价\n1001,可乐,3.5');
  expect(item('16900000000018')).toMatchObject({ price: 350, packs: [{ count: 24 }] });
});

test.each([
  ['a count that is none', '9001,一箱,', 'pack-count-wrong'],
  ['a count of one', '9001,1,', 'pack-count-wrong'],
  ['a code that lost its digits', '1.69E+13,24,', 'pack-code-wrong'],
  ['a price that is none', '9001,24,贵', 'pack-price-wrong'],
  ['the code of the goods themselves', '1001,24,', 'pack-code-taken'],
])('a pack with %s costs the pack, not the goods', (_, cells, code) => {
  const list = `条码,品名,售价,箱码,入数,箱价\n1001,茶,3,${cells}`;
  expect(reasons(list)).toEqual([[2, 'warning', code]]);
  expect(till.importNow(list)).toMatchObject({ added: 1, warnings: 1 });
  expect(item('1001')).not.toHaveProperty('packs');
});

test('a case that has a row of its own is goods of its own, though it is the pack of others', () => {
  const list = '条码,品名,售价,箱码,入数\n1001,可乐,3,9001,24\n9001,可乐,70,,\n';
  expect(till.importNow(list)).toMatchObject({ added: 2 });
  expect(till.importNow(list)).toMatchObject({ unchanged: 2, added: 0, changed: 0 });
  expect(
    till.reads
      .itemsWithCode('9001')
      .map(({ price }) => price)
      .sort(),
  ).toEqual([300, 7000]);
});

test('keeps two goods that share a code apart, whatever their order, and both can be chosen', () => {
  till.importNow('条码,品名,售价\n1001,红茶,3\n1001,绿茶,4');
  expect(till.reads.itemsWithCode('1001').map(each => each.name)).toEqual(['红茶', '绿茶']);
  expect(till.importNow('条码,品名,售价\n1001,绿茶,4\n1001,红茶,3')).toMatchObject({
    unchanged: 2,
    changed: 0,
    added: 0,
  });
});

test('takes the later of two rows for the same goods', () => {
  expect(till.importNow('条码,品名,售价\n1001,红茶,3\n1001,红茶,4')).toMatchObject({ added: 1, warnings: 1 });
  expect(item('1001')!.price).toBe(400);
});

test('merges: goods that are not in the file stay, and what it does not say is kept', () => {
  till.importNow('条码,品名,售价,分类,税率\n1001,茶,3,饮料,9%\n1002,奶,4,乳品,9%');
  expect(till.importNow('条码,品名,售价\n1001,好茶,3.5\n1003,水,2')).toMatchObject({ added: 1, changed: 1 });
  expect(item('1001')).toMatchObject({
    id: '1001',
    name: '好茶',
    price: 350,
    category: '饮料',
    taxPermille: 90,
  });
  expect(item('1002')).toMatchObject({ name: '奶', price: 400 });
  expect(till.state().items).toBe(3);
});

test('finds a code in either spelling of a UPC-A', () => {
  till.importNow('条码,品名,售价\n036000291452,纸巾,3');
  expect(item('0036000291452')!.name).toBe('纸巾');
});

test('gives rejected rows back as a file without formulas, ready to be mended and imported', () => {
  const state = till.importNow('条码,品名,售价\n1001,"=HYPERLINK(""x"")",abc\n1002,茶,1\n1003,+1,');
  const { csv, fileName } = value(till.queries.rejects({ import: state.id }) as never) as {
    csv: string;
    fileName: string;
  };
  expect(fileName).toBe('list-rejected.csv');
  expect(csv.split('\r\n')).toEqual([
    '\ufeff条码,品名,售价,line,reason',
    `1001,"'=HYPERLINK(""x"")",abc,2,price-not-a-number`,
    `1003,"'+1",,4,price-missing`,
    '',
  ]);
});

test('a quote that is never closed costs its own line and no other', () => {
  const rows = Array.from({ length: 3_000 }, (_, index) => `${1000 + index},商品${index},1`);
  rows[10] = '1010,"没关的引号,1';
  expect(till.importNow(`条码,品名,售价\n${rows.join('\n')}`)).toMatchObject({ added: 2_999, rejected: 1 });
});

test('rows are read the same however the text is cut', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'a牛,"\n ;1'), maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }),
      fc.nat(20),
      (rows, size) => {
        const quoted = rows
          .map(row => row.map(each => `"${each.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const pieces = quoted.match(new RegExp(`[^]{1,${size + 1}}`, 'g')) ?? [];
        const read: FileRow[] = [...readRows(pieces[Symbol.iterator](), ',')];
        expect(read.map(row => row.cells)).toEqual(rows.filter(row => row.some(each => each.trim() !== '')));
      },
    ),
  );
});

test.each([
  ['a workbook that nobody has read yet', Buffer.from([0x50, 0x4b, 3, 4, 0]), 'workbook-broken'],
  ['UTF-16', Buffer.from('\ufeff条码', 'utf16le'), 'utf-16'],
  ['bytes that are no text', Buffer.from([1, 0, 2]), 'not-text'],
  ['nothing', Buffer.from(''), 'empty'],
])('says of %s that it cannot be read', (_, bytes, problem) => {
  expect(openPriceList(uploadOf(bytes) ?? uploadOf(Buffer.from(''))!)).toEqual({
    ok: false,
    refusal: problem,
  });
});

test('hostile names come in harmless', () => {
  till.importNow(
    `条码,品名,售价\n1001,"\u202e<b>x</b>\u0000\u001b@'; DROP TABLE",1\n1002,${'长'.repeat(9_000)},1`,
  );
  expect(item('1001')!.name).toBe("<b>x</b> @'; DROP TABLE");
  expect([...item('1002')!.name].length).toBe(121);
});
