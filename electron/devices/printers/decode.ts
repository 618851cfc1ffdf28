import { decode as decodeBytes } from 'iconv-lite';
import type { TextAlign } from '../../../shared/domain/document.ts';
import type {
  DrawerPulse,
  Paper,
  PaperFault,
  PaperFaultKind,
  PaperLine,
  PaperRun,
} from '../../../shared/domain/paper.ts';
import { type Command, readCommands } from './commands.ts';
import { missingGlyph } from './glyphs.ts';

/**
 * The virtual printer: what these bytes would put on paper of that many columns, and what it would have
 * choked on. Works on any bytes; written apart from the encoder, so that the two check each other.
 */
export function decode(bytes: Uint8Array, columns: number): Paper {
  const printer = new VirtualPrinter(columns);
  for (const command of readCommands(bytes)) printer.obey(command);
  return printer.paper();
}

type Glyph = {
  readonly sign: string;
  readonly columns: number;
  readonly bold: boolean;
  readonly double: boolean;
};

class VirtualPrinter {
  readonly #columns: number;
  readonly #lines: PaperLine[] = [];
  readonly #pulses: DrawerPulse[] = [];
  readonly #faults: PaperFault[] = [];
  #line: Glyph[] = [];
  #kanji = false;
  #bold = false;
  #double = false;
  #align: TextAlign = 'left';
  #symbol = '';

  constructor(columns: number) {
    this.#columns = columns;
  }

  paper(): Paper {
    if (this.#line.length > 0) this.#feed();
    return { columns: this.#columns, lines: this.#lines, pulses: this.#pulses, faults: this.#faults };
  }

  obey(command: Command): void {
    if (command.kind === 'text') this.#write(command.bytes, command.at);
    else if (command.kind === 'reset') this.#reset();
    else if (command.kind === 'line-feed') this.#feed();
    else if (command.kind === 'feed') for (let line = 0; line < command.lines; line += 1) this.#feed();
    else if (command.kind === 'cut') this.#cut();
    else if (command.kind === 'symbol') this.#drawSymbol(command.data, command.at);
    else if (command.kind === 'pulse') this.#pulse(command);
    else this.#choose(command);
    const fault = faults[command.kind];
    if (fault) this.#fault(fault, command.at);
  }

  #choose(command: Command): void {
    if (command.kind === 'kanji') this.#kanji = command.on;
    if (command.kind === 'bold') this.#bold = command.on;
    if (command.kind === 'size') this.#double = command.wide > 1;
    if (command.kind === 'align') this.#align = aligns[command.n % 0x30] ?? 'left';
  }

  #cut(): void {
    if (this.#line.length > 0) this.#feed();
    this.#lines.push({ kind: 'cut' });
  }

  #reset(): void {
    this.#line = [];
    this.#kanji = false;
    this.#bold = false;
    this.#double = false;
    this.#align = 'left';
  }

  #feed(): void {
    this.#lines.push({ kind: 'text', runs: runsOf(this.#line, this.#align, this.#columns) });
    this.#line = [];
  }

  #write(bytes: Uint8Array, at: number): void {
    for (let index = 0; index < bytes.length; ) {
      const [sign, length] = readSign(bytes, index, this.#kanji);
      if (sign === null) this.#fault('undecodable', at + index);
      this.#place(sign ?? missingGlyph, length, at + index);
      index += length;
    }
  }

  /** A glyph that does not fit wraps, as on a real printer; nothing that we lay out may come to that. */
  #place(sign: string, bytes: number, at: number): void {
    const columns = bytes * (this.#double ? 2 : 1);
    const used = this.#line.reduce((sum, glyph) => sum + glyph.columns, 0);
    if (used + columns > this.#columns) {
      this.#fault('overflow', at);
      this.#feed();
    }
    this.#line.push({ sign, columns, bold: this.#bold, double: this.#double });
  }

  /** GS ( k: 31 50 30 stores the text of a QR code, 31 51 30 prints it. */
  #drawSymbol(data: Uint8Array, at: number): void {
    if (data[0] !== 0x31) this.#fault('unknown-command', at);
    else if (data[1] === 0x50) this.#symbol = Buffer.from(data.subarray(3)).toString('latin1');
    else if (data[1] === 0x51) this.#lines.push({ kind: 'qr', text: this.#symbol, align: this.#align });
  }

  #pulse(command: Extract<Command, { kind: 'pulse' }>): void {
    const pin = command.pin % 0x30 === 0 ? 2 : command.pin % 0x30 === 1 ? 5 : null;
    if (pin === null || command.on === 0 || command.off < command.on) this.#fault('bad-pulse', command.at);
    else this.#pulses.push({ pin, onMs: command.on * 2, offMs: command.off * 2 });
  }

  #fault(kind: PaperFaultKind, at: number): void {
    this.#faults.push({ kind, at });
  }
}

const faults: Partial<Record<Command['kind'], PaperFaultKind>> = {
  truncated: 'truncated-command',
  unknown: 'unknown-command',
  'stray-control': 'stray-control',
};
const aligns: readonly TextAlign[] = ['left', 'center', 'right'];

/** One character and how many bytes it took; null where the printer would show junk. */
function readSign(bytes: Uint8Array, index: number, kanji: boolean): readonly [string | null, number] {
  const lead = bytes[index]!;
  if (lead < 0x80) return [String.fromCharCode(lead), 1];
  if (!kanji || lead === 0x80 || lead === 0xff) return [null, 1];
  const trail = bytes[index + 1];
  if (trail === undefined || trail < 0x40 || trail === 0x7f || trail === 0xff) return [null, 1];
  const sign = decodeBytes(Buffer.of(lead, trail), 'gb18030');
  return [/^[^\ufffd\p{Co}]$/u.test(sign) ? sign : null, 2];
}

/** Glyphs of one line as runs: cut where the look changes and where two blanks leave a gap. */
function runsOf(line: readonly Glyph[], align: TextAlign, columns: number): readonly PaperRun[] {
  const used = line.reduce((sum, glyph) => sum + glyph.columns, 0);
  let column = align === 'left' ? 0 : Math.floor((columns - used) / (align === 'center' ? 2 : 1));
  const runs: PaperRun[] = [];
  let gap = true;
  line.forEach((glyph, index) => {
    const last = runs.at(-1);
    const blank = glyph.sign === ' ';
    const joins = last && !gap && last.bold === glyph.bold && last.double === glyph.double;
    gap = blank && (line[index + 1]?.sign ?? ' ') === ' ' ? true : gap && blank;
    if (joins && !gap) {
      runs[runs.length - 1] = {
        ...last,
        text: last.text + glyph.sign,
        columns: last.columns + glyph.columns,
      };
    } else if (!blank) {
      runs.push({ text: glyph.sign, column, columns: glyph.columns, bold: glyph.bold, double: glyph.double });
    }
    column += glyph.columns;
  });
  return runs;
}
