/**
 * The size of one module in printer dots for a QR code of this text (level M, byte mode) in the middle of
 * a paper `dots` wide, or null where it can't be read afterwards or can't be sent: too much text for
 * modules of 3 dots, or not plain ASCII (the command assembler counts characters, not bytes).
 */
export function qrCellDots(text: string, dots: number): number | null {
  if (text === '' || !/^[\x20-\x7e]+$/.test(text)) return null;
  const version = bytesByVersion.findIndex(bytes => text.length <= bytes) + 1;
  if (version === 0) return null;
  const modules = 17 + 4 * version + 2 * quietModules;
  const cell = Math.min(cellDotsMax, Math.floor(dots / modules));
  return cell < cellDotsMin ? null : cell;
}

/** Bytes that versions 1, 2, ... hold at level M (ISO/IEC 18004, table 7). */
const bytesByVersion = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
];
const quietModules = 4;
// 0.375 mm at 203 dpi: below it phones fail on thermal paper. Above 6 dots a code only wastes paper.
const cellDotsMin = 3;
const cellDotsMax = 6;
