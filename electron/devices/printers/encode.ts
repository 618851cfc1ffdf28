import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { columnsOf, encodeText } from './glyphs.ts';
import type { LaidLine } from './layout.ts';
import type { PrinterModel } from './model.ts';

/**
 * The bytes of laid-out lines for that printer. Text, start and cut are ours; looks and QR codes are
 * assembled by node-thermal-printer, which gets no text, no width and nothing to send through: its
 * encoder loses the Chinese code page at the first ¥, and its transports print ghosts.
 */
export function encode(lines: readonly LaidLine[], model: Pick<PrinterModel, 'cutter'>): Uint8Array {
  // No interface: an assembler that can't send can't send twice.
  const assembler = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  assembler.append(startJob);
  for (const line of lines) append(assembler, line, model);
  return new Uint8Array(assembler.getBuffer());
}

/**
 * The bytes that open the cash drawer, a job of their own: `ESC p m t1 t2`, 50 ms on and 500 ms off
 * (times in 2 ms steps).
 */
export function encodePulse(pin: 2 | 5): Uint8Array {
  return Uint8Array.of(0x1b, 0x70, pin === 2 ? 0 : 1, 0x19, 0xfa);
}

function append(assembler: ThermalPrinter, line: LaidLine, model: Pick<PrinterModel, 'cutter'>): void {
  if (line.kind === 'text') appendText(assembler, line);
  else if (line.kind === 'cut') assembler.append(model.cutter ? cutPaper : feedToTear);
  else appendQr(assembler, line.text, line.cellDots);
}

function appendQr(assembler: ThermalPrinter, text: string, cellDots: number): void {
  assembler.alignCenter();
  assembler.printQR(text, { cellSize: cellDots, correction: 'M', model: 2 });
  assembler.append(lineFeed);
  assembler.alignLeft();
}

/** Gaps go out in normal size, so that a cell starts at its column whatever its own size. */
function appendText(assembler: ThermalPrinter, line: Extract<LaidLine, { kind: 'text' }>): void {
  let column = 0;
  for (const cell of line.cells) {
    assembler.append(Buffer.from(' '.repeat(cell.column - column)));
    if (line.double) assembler.setTextSize(1, 1);
    if (line.bold) assembler.bold(true);
    assembler.append(Buffer.from(encodeText(cell.text)));
    if (line.bold) assembler.bold(false);
    if (line.double) assembler.setTextSize(0, 0);
    column = cell.column + columnsOf(cell.text) * (line.double ? 2 : 1);
  }
  assembler.append(lineFeed);
}

// ESC @ forgets everything, so Han characters (FS &) and the code page (ESC t 0) are chosen for each job.
const startJob = Buffer.of(0x1b, 0x40, 0x1c, 0x26, 0x1b, 0x74, 0x00);
const lineFeed = Buffer.of(0x0a);
// GS V 66 0: feeds to the knife, then cuts but for a bridge.
const cutPaper = Buffer.of(0x1d, 0x56, 0x42, 0x00);
// ESC d 4: past the tear-off edge.
const feedToTear = Buffer.of(0x1b, 0x64, 0x04);
