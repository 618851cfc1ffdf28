/** Places of goods within one part of the catalogue, one bit each. */
export type Places = Uint32Array;

export const noPlaces = (size: number): Places => new Uint32Array((size + 31) >>> 5);

export const holdsPlace = (places: Places, place: number): boolean =>
  (places[place >>> 5]! & (1 << (place & 31))) !== 0;

export function isNowhere(places: Places): boolean {
  for (let at = 0; at < places.length; at++) if (places[at] !== 0) return false;
  return true;
}

/** The places in order. */
export function* eachPlace(places: Places): Generator<number> {
  for (let at = 0; at < places.length; at++) {
    for (let left = places[at]!; left !== 0; left &= left - 1) yield at * 32 + lowestBit(left);
  }
}

/** All of them at once, which is many times as fast. */
export function placesIn(places: Places): number[] {
  const all: number[] = [];
  for (let at = 0; at < places.length; at++) {
    for (let left = places[at]!; left !== 0; left &= left - 1) all.push(at * 32 + lowestBit(left));
  }
  return all;
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** Marks all of these, given in any form of list. */
export function markPlaces(found: ArrayLike<number>, places: Places): void {
  for (let at = 0; at < found.length; at++) {
    const place = found[at]!;
    places[place >>> 5]! |= 1 << (place & 31);
  }
}
