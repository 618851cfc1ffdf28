import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { ReportTable } from '../../../shared/domain/report.ts';
import { reportWords } from '../../../shared/i18n/report.ts';
import { csvOf, type FileWriting, fileName, workbookOf } from './files.ts';
import { zip } from './zip.ts';

const table: ReportTable = {
  report: 'tickets',
  from: '2026-11-27',
  to: '2026-11-27',
  columns: [
    { id: 'receipt', type: 'text' },
    { id: 'kind', type: 'word' },
    { id: 'at', type: 'time' },
    { id: 'pieces', type: 'count' },
    { id: 'total', type: 'money' },
  ],
  rows: [
    ['1-000001', 'sale', 0, 3, 123_456],
    ['=HYPERLINK("http://x")', 'refund', 0, -1, -250],
  ],
  totals: [null, null, null, 2, 123_206],
  all: 2,
  next: null,
};
const writing: FileWriting = {
  words: reportWords['zh-CN'],
  currency: 'CNY',
  timeText: () => '1970-01-01 08:00',
};

test('a CSV has figures that can be summed, words in the language, and no cell that runs', () => {
  const { data } = Papa.parse<string[]>(csvOf(table, writing).slice(1), { skipEmptyLines: true });
  expect(data).toEqual([
    ['单号', '类型', '时间', '件数', '金额'],
    ['1-000001', '销售', '1970-01-01 08:00', '3', '1234.56'],
    ['\'=HYPERLINK("http://x")', '退货', '1970-01-01 08:00', '-1', '-2.50'],
    ['合计', '', '', '2', '1232.06'],
  ]);
});

test('a workbook holds amounts as numbers of two decimals, text as text, and not one formula', async () => {
  const book = await workbookOf(table, writing);
  const files = unzipSync(new Uint8Array(await book.arrayBuffer()));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
  expect(sheet).toContain('<v>1234.56</v>');
  expect(sheet).toContain('<v>-2.5</v>');
  expect(sheet).not.toContain('<f>');
  expect(strFromU8(files['xl/styles.xml']!)).toContain('#,##0.00');
  expect(strFromU8(files['xl/sharedStrings.xml']!)).toContain('=HYPERLINK');
});

test('the page’s own packing gives an archive that opens to what went in', () => {
  const text = new TextEncoder().encode('可口可乐'.repeat(100_000));
  zip({ 'a.txt': text }, (error, archive) => {
    expect(error).toBeNull();
    expect(unzipSync(archive!)['a.txt']).toEqual(text);
  });
  expect.assertions(2);
});

test('a file is named by its days and its title', () => {
  expect(fileName(table, writing.words, 'csv')).toBe('2026-11-27 小票清单.csv');
  expect(fileName({ ...table, to: '2026-11-30' }, writing.words, 'xlsx')).toBe(
    '2026-11-27_2026-11-30 小票清单.xlsx',
  );
});
