import { describe, expect, test } from 'vitest';
import type { PrintBlock } from '../../../shared/domain/document.ts';
import { paperLines } from '../../../test/doubles/paper-text.ts';
import { sampleReceipt } from '../../../test/doubles/receipts.ts';
import { generic58 } from './models/generic-58/model.ts';
import { generic80 } from './models/generic-80/model.ts';
import { developPaper, drawerPulse, renderDocument } from './render.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const print = (...blocks: PrintBlock[]): Uint8Array => renderDocument({ blocks }, generic80);
const shown = (...blocks: PrintBlock[]): readonly string[] =>
  paperLines(developPaper(print(...blocks), generic80));

/** One entry a line of the paper; blanks stand for nothing, they only part the commands from the text. */
const golden = (...lines: string[]): string => lines.join('').replaceAll(' ', '');
const blanks = (count: number): string => '20'.repeat(count);
const qrOfReceipt = golden(
  '1b6101',
  '1d286b 0400 3141 3200', // model 2
  '1d286b 0300 3143 06', // 6 dots a module
  '1d286b 0300 3145 31', // level M
  '1d286b 0c00 3150 30 54312d303030313233', // T1-000123
  '1d286b 0300 3151 30 0a',
  '1b6100',
);

describe('the bytes of a receipt', () => {
  test('are these to the last one on 80 mm', () => {
    expect(hex(renderDocument(sampleReceipt, generic80))).toBe(
      golden(
        '1b40 1c26 1b7400',
        `${blanks(12)} 1d2111 1b4501 bac3c1dabed3b1e3c0fbb5ea 1b4500 1d2100 0a`,
        `${blanks(14)} c8cbc3f1c2b7b5ea 20 a1a4 20 3032312d35353535 0a`,
        `${'2d'.repeat(48)} 0a`,
        `c9ccc6b7 ${blanks(16)} cafdc1bf ${blanks(8)} b5a5bcdb ${blanks(8)} bdf0b6ee 0a`,
        'bfc9bfdabfc9c0d6 20 3333306d6c a1c1 3234 0a',
        `${blanks(23)} 32 ${blanks(7)} 33392e3930 ${blanks(5)} a3a4 37392e3830 0a`,
        `a1f5 cad9cbbe 20 636166 a8a6 ${blanks(48 - 12 - 9)} a3a4 313233342e3530 0a`,
        `${'2d'.repeat(48)} 0a`,
        `1b4501 bacfbcc6 1b4500 ${blanks(48 - 4 - 9)} 1b4501 a3a4 313331342e3330 1b4500 0a`,
        '0a',
        qrOfReceipt,
        '1d564200',
      ),
    );
  });

  test('are these to the last one on 58 mm, which is torn off by hand', () => {
    expect(hex(renderDocument(sampleReceipt, generic58))).toBe(
      golden(
        '1b40 1c26 1b7400',
        `${blanks(4)} 1d2111 1b4501 bac3c1dabed3b1e3c0fbb5ea 1b4500 1d2100 0a`,
        `${blanks(6)} c8cbc3f1c2b7b5ea 20 a1a4 20 3032312d35353535 0a`,
        `${'2d'.repeat(32)} 0a`,
        `c9ccc6b7 ${blanks(8)} cafdc1bf ${blanks(4)} b5a5bcdb ${blanks(4)} bdf0b6ee 0a`,
        'bfc9bfdabfc9c0d6 20 3333306d6c a1c1 3234 0a',
        `${blanks(15)} 32 ${blanks(3)} 33392e3930 ${blanks(1)} a3a4 37392e3830 0a`,
        `a1f5 cad9cbbe 20 636166 a8a6 ${blanks(32 - 12 - 9)} a3a4 313233342e3530 0a`,
        `${'2d'.repeat(32)} 0a`,
        `1b4501 bacfbcc6 1b4500 ${blanks(32 - 4 - 9)} 1b4501 a3a4 313331342e3330 1b4500 0a`,
        '0a',
        qrOfReceipt,
        '1b6404',
      ),
    );
  });

  test('open the drawer with a pulse that has a length, and print nothing', () => {
    expect(hex(drawerPulse(generic80))).toBe('1b700019fa');
    expect(hex(drawerPulse(generic80, true))).toBe('1b700119fa');
    expect(hex(drawerPulse({ ...generic80, drawerPin: 5 }))).toBe('1b700119fa');
    expect(developPaper(drawerPulse(generic80), generic80)).toEqual({
      columns: 48,
      lines: [],
      pulses: [{ pin: 2, onMs: 50, offMs: 500 }],
      faults: [],
    });
  });
});

describe('the paper', () => {
  test('prints ￥ in one glyph even if a name holds ¥, and Chinese stays Chinese after it', () => {
    expect(shown({ kind: 'text', text: '¥12.80 商品' })).toEqual(['￥12.80 商品']);
  });

  test('shows □ for what the printer has no glyph for, never a question mark', () => {
    expect(shown({ kind: 'text', text: '㐂𠮷龘🍣\ue000ไ' })).toEqual(['□□龘□□□']);
    expect(shown({ kind: 'text', text: 'really?' })).toEqual(['really?']);
  });

  test('writes € – £ • as what the printer does have', () => {
    expect(shown({ kind: 'text', text: '€5 1–2 £3 •a' })).toEqual(['EUR5 1-2 ￡3 ·a']);
  });

  test('keeps an amount whole on the last line of a name that wraps', () => {
    const lines = shown({ kind: 'pair', left: '蜂蜜柚子茶家庭装'.repeat(4), right: '¥1,234.50' });
    expect(lines).toEqual([
      '蜂蜜柚子茶家庭装蜂蜜柚子茶家庭装蜂蜜',
      '柚子茶家庭装蜂蜜柚子茶家庭装          ￥1,234.50',
    ]);
  });

  test('puts an amount below a name that it would squeeze', () => {
    const right = '1234567890'.repeat(4);
    expect(shown({ kind: 'pair', left: '很长很长的名字', right })).toEqual([
      '很长很长的名字',
      ' '.repeat(8) + right,
    ]);
  });

  test('lets a wide amount of a table row take room from the name, and gives each its own line at last', () => {
    expect(shown({ kind: 'columns', cells: ['苹果', '1.250', '¥123456789012.00'] })).toEqual([
      `苹果${' '.repeat(21)}1.250 ￥123456789012.00`,
    ]);
    const wide = '9'.repeat(30);
    expect(shown({ kind: 'columns', cells: ['苹果', wide, wide] })).toEqual([
      '苹果',
      ' '.repeat(18) + wide,
      ' '.repeat(18) + wide,
    ]);
  });

  test('breaks lines between Latin words and between any Han characters', () => {
    expect(shown({ kind: 'text', text: `${'字'.repeat(22)} Coca-Cola 330ml` })).toEqual([
      '字'.repeat(22),
      'Coca-Cola 330ml',
    ]);
  });

  test('fills a line to its last column before it breaks', () => {
    const word = 'x'.repeat(23);
    expect(shown({ kind: 'text', text: `${word}  ${word} end` })).toEqual([`${word} ${word}`, 'end']);
    expect(shown({ kind: 'text', text: `${word} ${'x'.repeat(24)} end` })).toEqual([
      `${word} ${'x'.repeat(24)}`,
      'end',
    ]);
  });

  test('carries a QR code in the middle, and words where no QR code can hold them', () => {
    const paper = developPaper(print({ kind: 'qr', text: 'T1-7' }), generic80);
    expect(paper.lines[0]).toEqual({ kind: 'qr', text: 'T1-7', align: 'center' });
    expect(shown({ kind: 'qr', text: '单号' })).toEqual([`${' '.repeat(22)}单号`]);
    expect(
      paperLines(developPaper(print({ kind: 'qr', text: 'x'.repeat(700) }), generic80)).join(''),
    ).not.toContain('[QR');
  });

  test('shows bold and double text where it stands', () => {
    const paper = developPaper(
      print({ kind: 'text', text: '合计', align: 'right', bold: true, double: true }),
      generic80,
    );
    expect(paper.lines).toEqual([
      { kind: 'text', runs: [{ text: '合计', column: 40, columns: 8, bold: true, double: true }] },
    ]);
  });
});
