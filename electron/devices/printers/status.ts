import type { PrinterTrouble } from '../../../shared/domain/print-outcome.ts';

/** What a printer says of its own accord or when asked. */
export type StatusEvent =
  /** Answer to DLE EOT, which overtakes the data. */
  | { readonly kind: 'now'; readonly byte: number }
  /** Answer to GS r, given when all data before it is done. */
  | { readonly kind: 'in-turn'; readonly byte: number }
  /** Answer to GS ( H: the printing of the job with this number is completed. */
  | { readonly kind: 'process-id'; readonly id: string };

/**
 * Tells apart what printers mix on one line, byte by byte, for any chunking (Epson and Citizen manuals,
 * "identification of send status"): DLE EOT `0xx1xx10`; automatic status `0xx1xx00` and three bytes;
 * GS r `0xx0xxxx`; blocks `37 22 d1..d4 00` and `5F .. 00`; XON and XOFF anywhere.
 */
export function createStatusReader(): (bytes: Uint8Array) => readonly StatusEvent[] {
  let block: number[] | null = null;
  let automaticLeft = 0;
  const read = (byte: number): StatusEvent | null => {
    if (byte === xon || byte === xoff) return null;
    if (block) {
      block.push(byte);
      if (byte !== 0x00 && block.length < blockBytesMax) return null;
      const done = block;
      block = null;
      return readBlock(done);
    }
    if (automaticLeft > 0) {
      automaticLeft -= 1;
      return null;
    }
    if (byte === 0x37 || byte === 0x5f) block = [byte];
    else if ((byte & 0x93) === 0x12) return { kind: 'now', byte };
    else if ((byte & 0x93) === 0x10) automaticLeft = 3;
    else if ((byte & 0x90) === 0x00) return { kind: 'in-turn', byte };
    return null;
  };
  return bytes => [...bytes].flatMap(byte => read(byte) ?? []);
}

function readBlock(block: readonly number[]): StatusEvent | null {
  const [head, kind, ...rest] = block;
  if (head !== 0x37 || kind !== 0x22 || rest.length !== 5) return null;
  return { kind: 'process-id', id: String.fromCharCode(...rest.slice(0, 4)) };
}

/** Answers to DLE EOT 1 to 4; null where none came. */
export type StatusBytes = {
  readonly printer: number;
  readonly offline: number | null;
  readonly error: number | null;
  readonly paper: number | null;
};

/** What is wrong, worst first, or null for a printer that will print. Paper near its end is not wrong. */
export function troubleIn(status: StatusBytes): PrinterTrouble | null {
  const has = (byte: number | null, bits: number): boolean => byte !== null && (byte & bits) !== 0;
  if (has(status.offline, 0x04)) return 'cover-open';
  if (has(status.paper, 0x60) || has(status.offline, 0x20)) return 'paper-out';
  if (has(status.error, 0x08)) return 'cutter-jammed';
  if (has(status.error, 0x20)) return 'broken';
  if (has(status.error, 0x40)) return 'overheated';
  if (has(status.offline, 0x40)) return 'broken';
  return has(status.printer, 0x08) ? 'offline' : null;
}

const xon = 0x11;
const xoff = 0x13;
// The longest block is a printer's name; what runs on is noise.
const blockBytesMax = 80;
