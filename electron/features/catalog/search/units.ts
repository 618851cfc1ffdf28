/**
 * UTF-16 units in a buffer that is used again: words of a list of goods are put together in it, a few million of them,
 * and as strings they would be most of what it leaves behind.
 */
export class Units {
  units = new Uint16Array(256);
  length = 0;

  /** What stands from `from` to `to` of a text comes behind what is there. */
  add(text: string, from = 0, to = text.length): void {
    const end = this.length + to - from;
    if (end > this.units.length) this.#grow(end);
    const units = this.units;
    for (let at = this.length, next = from; next < to; next++) units[at++] = text.charCodeAt(next);
    this.length = end;
  }

  /** These and no others. */
  set(text: string): void {
    this.length = 0;
    this.add(text);
  }

  #grow(least: number): void {
    const wider = new Uint16Array(2 * least);
    wider.set(this.units.subarray(0, this.length));
    this.units = wider;
  }
}

/** What stands from `from` to `to`. */
export const textOf = (units: Uint16Array, from: number, to: number): string =>
  String.fromCharCode(...units.subarray(from, to));
