import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperRun } from '../../../shared/domain/paper.ts';
import { piecesOf } from './paper-strip.tsx';

const run = (text: string, more: Partial<PaperRun> = {}): PaperRun => ({
  text,
  column: 0,
  columns: [...text].reduce((all, sign) => all + (sign < '\u0080' ? 1 : 2), 0),
  bold: false,
  double: false,
  ...more,
});

describe('a line of paper on screen', () => {
  test('gives a Han character two columns and a Latin one one', () => {
    expect(piecesOf(run('可乐330ml', { column: 4 }))).toEqual([
      { latin: false, text: '可乐', columns: [4, 6] },
      { latin: true, text: '330ml', columns: [8, 9, 10, 11, 12] },
    ]);
  });

  test('doubles the columns of double print', () => {
    expect(piecesOf(run('￥1', { double: true }))).toEqual([
      { latin: false, text: '￥', columns: [0] },
      { latin: true, text: '1', columns: [4] },
    ]);
  });

  test('shows every character of a run once, in order, none over another', () => {
    const sign = fc.constantFrom('a', '9', ' ', '.', '可', '￥', '单');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 48 }), fc.boolean(), (signs, double) => {
        const text = signs.join('');
        const pieces = piecesOf(run(text, { double }));
        expect(pieces.map(piece => piece.text).join('')).toBe(text);
        const columns = pieces.flatMap(piece => piece.columns);
        expect(columns).toEqual([...columns].sort((a, b) => a - b));
        expect(new Set(columns).size).toBe(text.length);
      }),
    );
  });
});
