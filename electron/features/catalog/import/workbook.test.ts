import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportPreview } from '../../../../shared/contract/catalog.ts';
import { type CatalogTill, openCatalogTill, value } from '../../../../test/conformance/catalog-till.ts';
import { whileTimePasses } from '../../../../test/doubles/manual-env.ts';
import { workbook } from '../../../../test/doubles/workbook.ts';
import type { Answer } from '../../../core/feature.ts';
import { plainNumber, readWorkbook } from './workbook.ts';

let till: CatalogTill;
beforeEach(() => {
  till = openCatalogTill();
});
afterEach(() => till.throwAway());

const stage = (bytes: Uint8Array, upload = 'up-1') =>
  value(till.command('stage', { upload, index: 0, base64: Buffer.from(bytes).toString('base64') }) as never);
const preview = (upload = 'up-1') =>
  whileTimePasses(till.env, Promise.resolve(till.queries.preview({ upload }))) as Promise<
    Answer<ImportPreview>
  >;

/** Takes a workbook in as the screen does. */
async function take(bytes: Uint8Array) {
  stage(bytes);
  const { mapping } = value(await preview());
  value(till.command('import', { upload: 'up-1', fileName: '价目表.xlsx', mapping }) as never);
  await till.env.pass(1);
  return till.state().current;
}
const item = (code: string) => till.reads.itemsWithCode(code)[0];

test('a workbook comes in like a list, each cell as the sheet means it', async () => {
  const state = await take(
    workbook({
      封面: [],
      价目表: [
        ['长明便利店价目表'],
        ['条码', '品名', '售价', '单位', '税率'],
        ['n:6.901234567892E+12', '红富士苹果', 'n:2.4999999999999996', '公斤', 'n:0.09'],
        [],
        ['0690123', '  茶, "浓"  ', 'n:11.800000000000001', null, null],
        [null, null, null, null, null],
        ['n:1001', '牛\n奶', '3.5', null, null],
      ],
    }),
  );
  expect(state).toMatchObject({ phase: 'done', added: 3, rejected: 0 });
  expect(item('6901234567892')).toMatchObject({ price: 250, unit: 'kg', taxPermille: 90 });
  expect(item('0690123')).toMatchObject({ name: '茶, "浓"', price: 1180 });
  expect(item('1001')).toMatchObject({ name: '牛 奶', price: 350 });
  expect(till.env.logged).toEqual([]);
});

test('the preview names the sheet, and problems have the row of the sheet', async () => {
  stage(
    workbook({
      空: [],
      '七月 <新>': [['条码', '品名', '售价'], [], ['1001', '茶', '一块'], ['1002', '=1+1', 'n:1']],
    }),
  );
  expect(value(await preview())).toMatchObject({
    sheet: '七月 <新>',
    mapping: { code: 0, name: 1, price: 2 },
    problems: [{ row: 3, code: 'price-not-a-number' }],
    items: [{ name: '=1+1', price: 100 }],
  });
});

test('a day is the day that the sheet shows, wherever the till stands', async () => {
  stage(
    workbook({
      a: [
        ['品名', '售价', '上架'],
        ['茶', 'n:1', 'd:46354'],
      ],
    }),
  );
  expect(value(await preview()).sample[0]).toEqual(['茶', '1', '2026-11-28']);
});

test('a code that has lost digits is turned away, never made up', async () => {
  const state = await take(
    workbook({
      a: [
        ['条码', '品名', '售价'],
        ['n:1.2345678901234501E+19', '茶', 'n:1'],
      ],
    }),
  );
  expect(state).toMatchObject({ added: 0, rejected: 1 });
});

const compound = (tail: string) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from(tail, 'utf16le')]);

test.each([
  ['cut off half way', workbook({ a: [['品名', '售价']] }).slice(0, 300), 'workbook-broken'],
  ['an archive of something else', zipSync({ 'photo.txt': new Uint8Array(9) }), 'workbook-broken'],
  ['one of empty sheets', workbook({ a: [], b: [[null, ' ']] }), 'empty'],
  ['one with a password', compound('EncryptedPackage'), 'workbook-encrypted'],
  ['one of the old kind', compound('Workbook'), 'workbook-old'],
])('says of a workbook that is %s what is wrong with it', async (_, bytes, problem) => {
  stage(bytes);
  expect(await preview()).toMatchObject({ refusal: { code: 'file-unreadable', params: { problem } } });
});

test('a small archive that claims to be huge is not unpacked', async () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(600 * 1024) });
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
  // The size that its directory tells, at 24 bytes behind the mark of an entry.
  for (let at = 0; at + 28 < bomb.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2 ** 31, true);
  }
  expect(await readWorkbook(bomb as Uint8Array<ArrayBuffer>)).toEqual({
    ok: false,
    refusal: 'workbook-too-large',
  });
});

test('another file that is chosen meanwhile takes the place of the first', async () => {
  stage(
    workbook({
      a: [
        ['品名', '售价'],
        ['茶', 'n:1'],
      ],
    }),
  );
  const first = preview();
  stage(
    workbook({
      a: [
        ['品名', '售价'],
        ['奶', 'n:2'],
      ],
    }),
    'up-2',
  );
  expect(await first).toMatchObject({ ok: false });
  expect(value(await preview('up-2')).items).toMatchObject([{ name: '奶' }]);
});

test('a price of fen, stored as a spreadsheet stores it, is that price again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), fc.boolean(), (fen, exponent) => {
      const stored = exponent ? (fen / 100).toExponential(16) : (fen / 100).toPrecision(17);
      const written = plainNumber(stored);
      expect(written).toMatch(/^\d+(\.\d{1,2})?$/);
      expect(Math.round(Number(written) * 100)).toBe(fen);
    }),
  );
});

test('a code stored as a number is its digits again', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), code => {
      expect(plainNumber(Number(code).toExponential())).toBe(String(code));
      expect(plainNumber(String(code))).toBe(String(code));
    }),
  );
});
