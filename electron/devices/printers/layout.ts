import type { PrintBlock, PrintDocument, TextAlign, TextStyle } from '../../../shared/domain/document.ts';
import { never } from '../../../shared/lib/assert.ts';
import { clip, tameText } from '../../../shared/lib/text.ts';
import { columnsOf, printable } from './glyphs.ts';
import type { PrinterModel } from './model.ts';
import { qrCellDots } from './qr.ts';
import { wrap } from './wrap.ts';

/** One line of the paper. Cells are printable text at a column counted in normal characters. */
export type LaidLine =
  | {
      readonly kind: 'text';
      readonly cells: readonly PlacedCell[];
      readonly bold: boolean;
      readonly double: boolean;
    }
  | { readonly kind: 'qr'; readonly text: string; readonly cellDots: number }
  | { readonly kind: 'cut' };

export type PlacedCell = { readonly column: number; readonly text: string };

export type Width = Pick<PrinterModel, 'columns' | 'dots'>;

/**
 * Puts a document on paper of that width. This is the door for text that people typed: it is tamed,
 * bounded and made printable here. No line is wider than the paper, amounts are never cut.
 */
export function layOut(document: PrintDocument, width: Width): readonly LaidLine[] {
  return document.blocks.flatMap(block => layOutBlock(block, width));
}

function layOutBlock(block: PrintBlock, width: Width): readonly LaidLine[] {
  switch (block.kind) {
    case 'text':
      return paragraph(block.text, block.align ?? 'left', styleOf(block, width));
    case 'pair':
      return row(enter(block.left), [enter(block.right)], 0, styleOf(block, width));
    case 'columns':
      return table(block.cells.map(enter), styleOf(block, width));
    case 'rule':
      return [textLine([{ column: 0, text: '-'.repeat(width.columns) }], plain(width))];
    case 'blank':
      return [textLine([], plain(width))];
    case 'qr':
      return qr(block.text, width);
    case 'cut':
      return [{ kind: 'cut' }];
    default:
      return never(block);
  }
}

/** How a block looks, and how many of its own characters fit on a line. */
type Style = { readonly bold: boolean; readonly double: boolean; readonly columns: number };

function styleOf(block: TextStyle, width: Width): Style {
  const double = block.double ?? false;
  return {
    bold: block.bold ?? false,
    double,
    columns: double ? Math.floor(width.columns / 2) : width.columns,
  };
}

const plain = (width: Width): Style => styleOf({}, width);

const enter = (text: string): string => printable(clip(text, charactersMax));

function paragraph(text: string, align: TextAlign, style: Style): readonly LaidLine[] {
  return wrap(enter(text), style.columns).map(line => textLine([place(line, align, style.columns)], style));
}

function table(cells: readonly string[], style: Style): readonly LaidLine[] {
  const [first = '', ...others] = cells;
  return row(first, others, Math.floor(style.columns / Math.max(1, cells.length)), style);
}

/**
 * Amounts at the right edge on the last line of the name, each in a part of the line at least `partMin`
 * wide. Where a long name would be squeezed beside them, they stand below it instead, each on its own line.
 */
function row(name: string, amounts: readonly string[], partMin: number, style: Style): readonly LaidLine[] {
  const parts = amounts.map(amount => Math.max(partMin, columnsOf(amount) + gapColumns));
  const room = style.columns - parts.reduce((sum, part) => sum + part, 0);
  if (columnsOf(name) > room && room < style.columns / 4) return stack(name, amounts, style);
  const ends = parts.map((_, index) => room + parts.slice(0, index + 1).reduce((sum, part) => sum + part, 0));
  const lines = wrap(name, room);
  return lines.map((line, index) => {
    const placed = index < lines.length - 1 ? [] : amounts.map((text, at) => place(text, 'right', ends[at]!));
    return textLine([place(line, 'left', room), ...placed], style);
  });
}

function stack(name: string, amounts: readonly string[], style: Style): readonly LaidLine[] {
  const above = name === '' ? [] : wrap(name, style.columns).map(line => place(line, 'left', style.columns));
  const below = amounts.flatMap(amount => wrap(amount, style.columns));
  const cells = [...above, ...below.map(line => place(line, 'right', style.columns))];
  return cells.map(cell => textLine([cell], style));
}

function qr(text: string, width: Width): readonly LaidLine[] {
  const content = tameText(text);
  const cellDots = qrCellDots(content, width.dots);
  return cellDots === null
    ? paragraph(content, 'center', plain(width))
    : [{ kind: 'qr', text: content, cellDots }];
}

/** A cell whose text starts at 0, ends at `columns` or stands in the middle between. */
function place(text: string, align: TextAlign, columns: number): PlacedCell {
  const spare = columns - columnsOf(text);
  return { column: align === 'left' ? 0 : align === 'right' ? spare : Math.floor(spare / 2), text };
}

/** Places were counted in the block's own characters; a double one is two normal columns wide. */
function textLine(cells: readonly PlacedCell[], style: Style): LaidLine {
  const scale = style.double ? 2 : 1;
  const seen = cells.filter(cell => cell.text !== '');
  const placed = seen.map(cell => ({ column: cell.column * scale, text: cell.text }));
  return { kind: 'text', cells: placed, bold: style.bold, double: style.double };
}

const gapColumns = 1;
// Far more than any name that a shop means; a pasted novel must not become a metre of paper.
const charactersMax = 400;
