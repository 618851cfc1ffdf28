export type RunKind = 'han' | 'letters' | 'digits';

/** A stretch of one kind of characters, folded: what people type and what names are made of. */
export type Run = { readonly kind: RunKind; readonly text: string };

/**
 * The spelling under which names and queries meet: full-width forms, accents and case are folded away.
 * For searching only; names are shown as the price list has them.
 */
export function fold(text: string): string {
  // Most names are plain Han and ASCII, on which the rest would change nothing.
  if (/^[\x20-\x7e\u4e00-\u9fff]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Splits folded text into its runs; everything else only separates. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = [];
  let start = 0;
  let kind: RunKind | null = null;
  const close = (end: number): void => {
    if (kind)
      runs.push({
        kind,
        text: kind === 'digits' ? numberText(folded.slice(start, end)) : folded.slice(start, end),
      });
  };
  for (let at = 0; at < folded.length; ) {
    const point = folded.codePointAt(at)!;
    const width = point > 0xffff ? 2 : 1;
    // A decimal number is one run (`2.5` of `2.5L`), so that `2.5` does not find 250 ml and 500 ml.
    const here: RunKind | null =
      kind === 'digits' && point === 0x2e && isDigit(folded.charCodeAt(at + 1)) ? 'digits' : kindOf(point);
    if (here !== kind) {
      close(at);
      start = at;
      kind = here;
    }
    at += width;
  }
  close(folded.length);
  return runs;
}

/** Stands for the point inside a number: the index splits at ASCII punctuation, but not at this. */
export const decimalPoint = '·';

/** A code as one token: letters and digits only, folded. */
export const codeToken = (code: string): string =>
  /^[0-9]+$/.test(code) ? code : fold(code).replace(/[^\p{L}\p{N}]/gu, '');

const numberText = (text: string): string => (text.includes('.') ? text.replaceAll('.', decimalPoint) : text);

const isDigit = (point: number): boolean => point >= 0x30 && point <= 0x39;

function kindOf(point: number): RunKind | null {
  if (point >= 0x4e00 && point <= 0x9fff) return 'han';
  if (point < 0x80) return isDigit(point) ? 'digits' : point >= 0x61 && point <= 0x7a ? 'letters' : null;
  const character = String.fromCodePoint(point);
  if (/\p{Script=Han}/u.test(character)) return 'han';
  return /\p{L}/u.test(character) ? 'letters' : null;
}
