import type { Paper, PaperLine, PaperRun } from '../../../shared/domain/paper.ts';
import { QrCode } from '../../kit/qr-code.tsx';
import { useWords } from '../../kit/words.tsx';

// Units of the drawing: a column is half as wide as a Han character, as on the printer.
const column = 10;
const lineHeight = 27;
const hanSize = 19;
// A monospaced face is 0.6 em wide: this fills a column and no more.
const latinSize = 16.6;
const qrSize = 150;
const cutHeight = 30;
const margin = 18;
const linesMax = 2000;

/** The paper as the virtual printer developed it from the very bytes, every character in its column. */
export function PaperStrip({ paper }: { paper: Paper }) {
  const { t } = useWords();
  const lines = placed(paper.lines.slice(0, linesMax));
  const width = paper.columns * column + 2 * margin;
  const height = (lines.at(-1)?.bottom ?? 0) + 2 * margin;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t.printing.paper}
      className="block h-auto w-full rounded-sm border border-[#dcd9cf] bg-[#fffefa] text-[#1d1d1f] select-text"
    >
      {lines.map(({ line, top, height: high }) => (
        <g key={top} transform={`translate(${margin} ${margin + top})`}>
          <Line line={line} columns={paper.columns} height={high} />
        </g>
      ))}
    </svg>
  );
}

type Placed = {
  readonly line: PaperLine;
  readonly top: number;
  readonly height: number;
  readonly bottom: number;
};

function placed(lines: readonly PaperLine[]): Placed[] {
  let top = 0;
  return lines.map(line => {
    const height = heightOf(line);
    const at = { line, top, height, bottom: top + height };
    top = at.bottom;
    return at;
  });
}

function heightOf(line: PaperLine): number {
  if (line.kind === 'qr') return qrSize + lineHeight / 2;
  if (line.kind === 'cut') return cutHeight;
  return line.runs.some(run => run.double) ? 2 * lineHeight : lineHeight;
}

function Line({ line, columns, height }: { line: PaperLine; columns: number; height: number }) {
  const width = columns * column;
  if (line.kind === 'cut') {
    return (
      <path
        d={`M${-margin} ${height / 2}H${width + margin}`}
        stroke="currentColor"
        strokeOpacity={0.4}
        strokeDasharray="7 6"
      />
    );
  }
  if (line.kind === 'qr') {
    const left = { left: 0, center: (width - qrSize) / 2, right: width - qrSize }[line.align];
    return <QrCode text={line.text} x={left} y={0} size={qrSize} />;
  }
  return line.runs.map(run => <Run key={run.column} run={run} baseline={height - lineHeight * 0.28} />);
}

/**
 * Each character is put where its column begins, so Han and Latin stand under each other as on paper. Latin
 * comes from a monospaced face that fits its column; Han from the page's own.
 */
function Run({ run, baseline }: { run: PaperRun; baseline: number }) {
  return piecesOf(run).map(piece => (
    <text
      key={piece.columns[0]}
      x={piece.columns.map(at => at * column).join(' ')}
      y={baseline}
      fontSize={(piece.latin ? latinSize : hanSize) * (run.double ? 2 : 1)}
      fontWeight={run.bold ? 700 : 400}
      className={piece.latin ? 'font-mono' : 'font-sans'}
      xmlSpace="preserve"
    >
      {piece.text}
    </text>
  ));
}

type Piece = { readonly latin: boolean; readonly text: string; readonly columns: readonly number[] };

/** A run cut where Latin and Han meet, with the column of each character: Han takes two, double print twice as many. */
export function piecesOf(run: PaperRun): Piece[] {
  const pieces: Piece[] = [];
  let at = run.column;
  for (const sign of run.text) {
    const latin = sign < '\u0080';
    const last = pieces.at(-1);
    if (last?.latin === latin) {
      pieces[pieces.length - 1] = { latin, text: last.text + sign, columns: [...last.columns, at] };
    } else {
      pieces.push({ latin, text: sign, columns: [at] });
    }
    at += (latin ? 1 : 2) * (run.double ? 2 : 1);
  }
  return pieces;
}
