import { foldWidth } from '../lib/text.ts';

/** A scan, cleaned: full-width digits folded, an AIM symbology prefix (`]E0`) kept apart. */
export type CleanScan = { readonly text: string; readonly aim: string | null };

export const scanMax = 4096;

/**
 * What a scanner sent, before anybody asks what it means. Folds full-width characters (Chinese input
 * methods), trims blanks, line ends and the STX/ETX frame; GS (0x1d) inside GS1 data survives.
 */
export function cleanScan(raw: string): CleanScan {
  const folded = unframed(foldWidth(raw));
  const aim = /^\]([A-Za-z])([0-9A-Za-z])/.exec(folded);
  return aim ? { text: folded.slice(3), aim: aim[0] } : { text: folded, aim: null };
}

/** Without blanks and STX in front, blanks and ETX behind; by steps, for a pattern that ends in `$` starts anew at every blank. */
function unframed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && /[\s\u0002]/.test(text[start]!)) start += 1;
  while (end > start && /[\s\u0003]/.test(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}

/** Mod 10, weights 3 and 1 from the right: EAN-8, UPC-A, EAN-13, ITF-14 (GS1 General Specifications 7.9). */
export const checkDigitRight = (digits: string): boolean =>
  /^\d{8}$|^\d{12,14}$/.test(digits) && mod10Right(digits);

/** Whether the last of these digits is the check digit of those before it; of any number of them, as scales print it too. */
export function mod10Right(digits: string): boolean {
  let weighted = 0;
  for (let at = digits.length - 1, weight = 1; at >= 0; at--, weight = 4 - weight) {
    weighted += (digits.charCodeAt(at) - 0x30) * weight;
  }
  return weighted % 10 === 0;
}

/** Has the shape of a retail barcode, right or wrong; shops' own codes have other lengths. */
export const looksLikeGtin = (code: string): boolean => /^\d{8}$|^\d{12,14}$/.test(code);

/** Of all codes of goods the one that begins or ends with what was typed; else the first. */
export const codeWith = (codes: readonly string[], typed: string): string =>
  codes.find(code => code.startsWith(typed) || code.endsWith(typed)) ?? codes[0] ?? '';

/** Spellings under which the same GTIN may stand in a price list: UPC-A with and without the leading zero. */
export function codeSpellings(code: string): string[] {
  if (/^\d{12}$/.test(code) && checkDigitRight(code)) return [code, `0${code}`];
  if (/^0\d{12}$/.test(code) && checkDigitRight(code)) return [code, code.slice(1)];
  return [code];
}

/** A code that opens a web address is a wallet's collection code or an advert, never goods and never a payment. */
export const isLink = (text: string): boolean => /^(?:https?|wxp|alipays?|weixin):\/\//i.test(text);
