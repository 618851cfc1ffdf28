import { encode } from 'iconv-lite';
import { tameText } from '../../../shared/lib/text.ts';

/** White square: stands where the printer has no glyph, never a `?` that could be read as part of a name. */
export const missingGlyph = '□';

/**
 * Makes any text printable: tamed, signs that the printer's encoding lacks mapped to their likes,
 * everything else it lacks to □. What comes out has a width for every character and holds no control.
 */
export function printable(text: string): string {
  const likes = tameText(text).replace(/./gsu, sign => likeSigns[sign] ?? sign);
  return Array.from(likes, sign => (glyphBytes(sign) ? sign : missingGlyph)).join('');
}

/**
 * Columns that printable text takes. On a Chinese printer the width is the number of bytes in its
 * encoding: é · … × ° are two columns wide there, whatever Unicode says.
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += bytesOf(sign).length;
  return columns;
}

/** The bytes of printable text: ASCII, and two-byte GB18030 with a lead of 81 to FE; never a control byte. */
export function encodeText(text: string): Uint8Array {
  return Buffer.concat(Array.from(text, bytesOf));
}

function bytesOf(sign: string): Uint8Array {
  const bytes = glyphBytes(sign);
  if (!bytes) throw new Error('text was not made printable before it was encoded');
  return bytes;
}

/** Bytes of one character in the two-byte subset, or null where a GBK printer has no glyph. */
function glyphBytes(sign: string): Uint8Array | null {
  const known = glyphs.get(sign);
  if (known !== undefined) return known;
  const bytes = lookUp(sign);
  if (glyphs.size >= glyphsMax) glyphs.clear();
  glyphs.set(sign, bytes);
  return bytes;
}

function lookUp(sign: string): Uint8Array | null {
  if (/^[\x20-\x7e]$/.test(sign)) return Uint8Array.of(sign.charCodeAt(0));
  // Private-use characters have codes too, and print as whatever the firmware keeps there.
  if (sign.charCodeAt(0) < 0x80 || /[\p{Co}\p{Cs}\p{Cn}]/u.test(sign)) return null;
  const bytes = encode(sign, 'gb18030');
  return bytes.length === 2 ? bytes : null;
}

// The same characters come back all day; rare ones may not fill the memory.
const glyphsMax = 8192;
const glyphs = new Map<string, Uint8Array | null>();

/** Signs outside the two-byte subset that have an accepted like inside it. */
const likeSigns: Readonly<Record<string, string>> = {
  '¥': '￥',
  '€': 'EUR',
  '£': '￡',
  '¢': '￠',
  '–': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '•': '·',
  '\ufe0e': '',
  '\ufe0f': '',
};
