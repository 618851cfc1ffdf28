import type { Paper, PaperLine } from '../../shared/domain/paper.ts';

/** The paper as lines of plain text, blanks where nothing is printed; a QR code reads `[QR text]`, a cut `[cut]`. */
export function paperLines(paper: Paper): readonly string[] {
  return paper.lines.map(lineText);
}

function lineText(line: PaperLine): string {
  if (line.kind === 'qr') return `[QR ${line.text}]`;
  if (line.kind === 'cut') return '[cut]';
  let text = '';
  let column = 0;
  for (const run of line.runs) {
    text += ' '.repeat(run.column - column) + run.text;
    column = run.column + run.columns;
  }
  return text;
}
