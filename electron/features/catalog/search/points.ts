/** UTF-16 units of a character. */
export const unitsOf = (point: number): number => (point > 0xffff ? 2 : 1);

/** The characters of a text as code points. */
export const pointsOf = (text: string): number[] => Array.from(text, character => character.codePointAt(0)!);

/** The same of well-formed text, unit by unit, from `from` to `to`. */
export function pointsIn(units: Uint16Array, from: number, to: number): number[] {
  const points: number[] = [];
  for (let at = from; at < to; at++) {
    const unit = units[at]!;
    points.push(beginsPair(unit) ? pairOf(unit, units[++at]!) : unit);
  }
  return points;
}

export const beginsPair = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** The character of two units. */
export const pairOf = (high: number, low: number): number => 0x10000 + ((high - 0xd800) << 10) + low - 0xdc00;
