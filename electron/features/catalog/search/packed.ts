// Words as two whole numbers of 32 bits.

// Han words are one or two UTF-16 units, the first in the upper half; packed ASCII never reaches that far.
export const hanFrom = 0x2e80;
export const hanEnd = 0xd800;
/** Seven bits each. */
export const charactersPacked = 4;

/** Up to four ASCII characters as one number; -1 where some other is among them. */
export function packed(units: Uint16Array, from: number, to: number): number {
  let number = 0;
  let all = 0;
  for (let at = from; at < to; at++) {
    const unit = units[at]!;
    number = (number << 7) | unit;
    all |= unit;
  }
  return all > 0x7f ? -1 : number;
}

/** The word that was packed into these. */
export function unpacked(high: number, low: number): string {
  if (high >>> 16 >= hanFrom) {
    const second = high & 0xffff;
    return String.fromCharCode(high >>> 16, ...(second === 0 ? [] : [second]));
  }
  return characters(high) + characters(low);
}

function characters(number: number): string {
  let text = '';
  for (let left = number; left !== 0; left >>>= 7) text = String.fromCharCode(left & 0x7f) + text;
  return text;
}
