import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvRow, withoutMark } from './csv.ts';

test('no cell can run as a formula, whatever it begins with', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
    expect(csvRow([`${start}1+1`])).toBe(`"'${start}1+1"\r\n`);
  }
});

test('a spreadsheet reads back every cell, with an apostrophe before what would have run', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 8 }), cells => {
      const [read] = Papa.parse<string[]>(csvRow(cells), { delimiter: ',', newline: '\r\n' }).data;
      expect(read).toEqual(cells.map(cell => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell)));
    }),
  );
});

test('a negative figure of our own stays a number; nothing else passes for one', () => {
  expect(csvRow([{ figure: '-12.50' }, { figure: '-1+1' }, '-12.50'])).toBe(`"-12.50","'-1+1","'-12.50"\r\n`);
});

test('the apostrophe comes off again, and only that one', () => {
  const cell = fc.string({ unit: fc.constantFrom(...`'=+-@＝a1 `), maxLength: 5 });
  fc.assert(
    fc.property(cell, written => {
      const [read] = Papa.parse<string[]>(csvRow([written]), { delimiter: ',', newline: '\r\n' }).data;
      expect(withoutMark(read![0]!)).toBe(written);
    }),
  );
});
