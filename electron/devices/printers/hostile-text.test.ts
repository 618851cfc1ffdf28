import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PrintBlock } from '../../../shared/domain/document.ts';
import { paperLines } from '../../../test/doubles/paper-text.ts';
import { printable } from './glyphs.ts';
import { generic58 } from './models/generic-58/model.ts';
import { developPaper, renderDocument } from './render.ts';

/** Names as a hostile price list may hold them, and anything else. */
const hostile = fc.oneof(
  fc.constantFrom(
    '\x1b@\x1bp\x00\x19\xfa', // resets the printer, opens the drawer
    '\x10\x14\x01\x00\x01', // real-time drawer kick
    '\x1dV\x00\x1d(k\x03\x00',
    '可乐\x00\n\r\t\x7f\x9d300ml',
    '\u202e元9.9\u202c',
    'Ame\u0301lie\ufeff\u200b',
    '🍣👩‍👩‍👧'.repeat(20),
    '㐂𠮷\ud800\udc00\udfff',
    '龍'.repeat(10_000),
    'x'.repeat(10_000),
  ),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(...'可乐¥￥€é·… x1.', '\x1b', '\x1d', '\x10', '𠮷'), maxLength: 120 }),
);
const price = fc.integer({ min: 0, max: 9_999_999 }).map(fen => `¥${(fen / 100).toFixed(2)}`);

const blocksOf = (name: string, amount: string): readonly PrintBlock[] => [
  { kind: 'text', text: name },
  { kind: 'pair', left: name, right: amount },
  { kind: 'columns', cells: [name, amount, amount] },
];

test('no name puts a control byte on the wire that is not ours', () => {
  fc.assert(
    fc.property(hostile, price, (name, amount) => {
      const bytes = renderDocument({ blocks: blocksOf(name, amount) }, generic58);
      const startBytes = 7;
      const controls = bytes
        .slice(startBytes)
        .filter(byte => (byte < 0x20 && byte !== 0x0a) || byte === 0x7f);
      expect(controls).toEqual(new Uint8Array());
    }),
  );
});

test('whatever the name, the paper is free of faults and the amount whole at the right edge', () => {
  fc.assert(
    fc.property(hostile, price, fc.boolean(), (name, amount, double) => {
      const block: PrintBlock = { kind: 'pair', left: name, right: amount, double };
      const paper = developPaper(renderDocument({ blocks: [block] }, generic58), generic58);
      expect(paper.faults).toEqual([]);
      const last = paper.lines.at(-1);
      const run = last?.kind === 'text' ? last.runs.at(-1) : undefined;
      expect(run?.text).toMatch(new RegExp(`${printable(amount).replaceAll('.', '\\.')}$`));
      expect(run!.column + run!.columns).toBe(32);
    }),
  );
});

test('the paper shows the text that was asked for, wrapped but whole', () => {
  fc.assert(
    fc.property(hostile, name => {
      const paper = developPaper(
        renderDocument({ blocks: [{ kind: 'text', text: name }] }, generic58),
        generic58,
      );
      const squeeze = (text: string): string => text.replaceAll(' ', '');
      const wanted = squeeze(
        printable([...name].length > 400 ? `${[...name].slice(0, 400).join('')}…` : name),
      );
      expect(squeeze(paperLines(paper).join(''))).toBe(wanted);
    }),
  );
});
