import type { Paper, PaperLine } from '../../shared/domain/paper.ts';

const columnPx = 10;
const linePx = 26;
const marginPx = 20;
const baselinePx = 7;

/** Paper as the printer made it, as an SVG picture; every run stands where the printer's columns put it. */
export function pictureOf(paper: Paper): string {
  const width = paper.columns * columnPx + 2 * marginPx;
  let y = marginPx;
  const lines = paper.lines.map(line => {
    y += isDouble(line) ? 2 * linePx : linePx;
    return drawLine(line, y - baselinePx, paper);
  });
  const height = y + marginPx;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Noto Sans Mono CJK SC', 'Sarasa Mono SC', monospace" font-size="18">
<rect width="100%" height="100%" fill="#fff"/>
${lines.filter(Boolean).join('\n')}
</svg>
`;
}

const isDouble = (line: PaperLine): boolean => line.kind === 'text' && line.runs.some(run => run.double);

function drawLine(line: PaperLine, y: number, { columns }: Paper): string {
  if (line.kind === 'qr') return '';
  if (line.kind === 'cut')
    return `<line x1="0" x2="${columns * columnPx + 2 * marginPx}" y1="${y}" y2="${y}" stroke="#999" stroke-dasharray="6 4"/>`;
  return line.runs
    .map(({ text, column, columns: wide, bold, double }) => {
      const x = marginPx + column * columnPx;
      const look = `${bold ? ' font-weight="700"' : ''}${double ? ' font-size="36"' : ''}`;
      return `<text x="${x}" y="${y}" textLength="${wide * columnPx}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"${look}>${escaped(text)}</text>`;
    })
    .join('');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
