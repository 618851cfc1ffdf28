import { columnsOf } from './glyphs.ts';

/**
 * Breaks printable text into lines of at most `columns` columns (at least 2, so that every glyph fits).
 * Latin words and numbers stay whole where they can; a Han character may stand at any end of a line;
 * no glyph is ever cut in two. Empty text is one empty line.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, columns)) {
    if (columnsOf(line) + columnsOf(piece.trimEnd()) <= columns) {
      line += piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  return [...lines, line.trimEnd()];
}

/** What may not be torn apart: a run of narrow signs with the blanks after it, or one wide glyph. */
function pieces(text: string, columns: number): readonly string[] {
  const words = text.match(/[\x21-\x7e]+ *|[^\x21-\x7e]/gu) ?? [];
  return words.flatMap(word => (columnsOf(word.trimEnd()) <= columns ? [word] : [...word]));
}
