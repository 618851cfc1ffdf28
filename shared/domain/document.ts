/**
 * What to print, in the shop's terms and as plain JSON: it is stored with the print job, so that a
 * receipt can be laid out again for another printer. It knows no widths, bytes or models.
 * Text may hold anything a person typed; layout makes it harmless.
 */
export type PrintDocument = { readonly blocks: readonly PrintBlock[] };

export type PrintBlock = TextBlock | PairBlock | ColumnsBlock | RuleBlock | BlankBlock | QrBlock | CutBlock;

export type TextAlign = 'left' | 'center' | 'right';

export type TextStyle = {
  readonly bold?: boolean;
  /** Twice as wide and twice as high. */
  readonly double?: boolean;
};

/** A paragraph; wraps. */
export type TextBlock = TextStyle & {
  readonly kind: 'text';
  readonly text: string;
  /** Left where nothing is said. */
  readonly align?: TextAlign;
};

/** Name and amount: the left text wraps, the right one stays whole at the right edge of the last line. */
export type PairBlock = TextStyle & {
  readonly kind: 'pair';
  readonly left: string;
  readonly right: string;
};

/** A table row: the first cell wraps at the left, the others are right-aligned in equal parts of the line. */
export type ColumnsBlock = TextStyle & {
  readonly kind: 'columns';
  readonly cells: readonly string[];
};

/** A line across the paper. */
export type RuleBlock = { readonly kind: 'rule' };
export type BlankBlock = { readonly kind: 'blank' };

/** A QR code in the middle. Text that no QR code of this paper can hold is printed as words instead. */
export type QrBlock = { readonly kind: 'qr'; readonly text: string };

/** Feeds to the knife and cuts; a printer without one only feeds. */
export type CutBlock = { readonly kind: 'cut' };
