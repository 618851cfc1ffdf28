import type { TextAlign } from './document.ts';

/** What the virtual printer made of the bytes: plain JSON, so that the page can draw it. */
export type Paper = {
  /** Width of the paper in columns; a Han character takes two. */
  readonly columns: number;
  readonly lines: readonly PaperLine[];
  /** Pulses on the cash drawer's line. */
  readonly pulses: readonly DrawerPulse[];
  /** What a real printer would have garbled; empty for everything we print ourselves. */
  readonly faults: readonly PaperFault[];
};

export type PaperLine =
  | { readonly kind: 'text'; readonly runs: readonly PaperRun[] }
  | { readonly kind: 'qr'; readonly text: string; readonly align: TextAlign }
  | { readonly kind: 'cut' };

/** Text of one look that starts at `column` and covers `columns`; never holds a gap of two blanks. */
export type PaperRun = {
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  readonly bold: boolean;
  readonly double: boolean;
};

/** `pin` of the drawer's plug; how long the pulse is on and off, in ms. */
export type DrawerPulse = { readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number };

export type PaperFault = {
  readonly kind: PaperFaultKind;
  /** Offset of the byte it was found at. */
  readonly at: number;
};

export type PaperFaultKind =
  | 'overflow'
  | 'undecodable'
  | 'stray-control'
  | 'unknown-command'
  | 'truncated-command'
  | 'bad-pulse';
