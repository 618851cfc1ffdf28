/** More than half full, a table is made anew at double the size. */
const slotsAtFirst = 1 << 16;
/** The two of each pair. */
const fields = 2;

/** Gives each pair of whole numbers of 32 bits a number, counted from 1: a hash table with linear probing. */
export class PairNumbers {
  /** Numbers of pairs; 0 where the slot is free. */
  #slots = new Int32Array(slotsAtFirst);
  #pairs = new Int32Array(slotsAtFirst);
  /** The highest number. */
  count = 0;

  of(high: number, low: number): number {
    const slot = this.#slotOf(high, low);
    const known = this.#slots[slot]!;
    if (known !== 0) return known;
    const number = this.next();
    this.#pairs[number * fields] = high;
    this.#pairs[number * fields + 1] = low;
    this.#slots[slot] = number;
    if (number * 2 > this.#slots.length) this.#moreSlots();
    return number;
  }

  /** A number for what is no pair. */
  next(): number {
    this.count += 1;
    if ((this.count + 1) * fields > this.#pairs.length) this.#pairs = doubled(this.#pairs);
    return this.count;
  }

  high(number: number): number {
    return this.#pairs[number * fields]!;
  }

  low(number: number): number {
    return this.#pairs[number * fields + 1]!;
  }

  /** The slot of a pair, or the free one that it takes. */
  #slotOf(high: number, low: number): number {
    const slots = this.#slots;
    const pairs = this.#pairs;
    let slot = mixed(high, low) & (slots.length - 1);
    for (let pair = slots[slot]!; pair !== 0; pair = slots[slot]!) {
      if (pairs[pair * fields] === high && pairs[pair * fields + 1] === low) break;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  #moreSlots(): void {
    const numbers = this.#slots.filter(number => number !== 0);
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (const number of numbers) this.#slots[this.#slotOf(this.high(number), this.low(number))] = number;
  }
}

/** The last bits, which choose the slot, have to do with every bit of both numbers; the constants are those of MurmurHash3. */
function mixed(high: number, low: number): number {
  const hash = Math.imul(high, 0xcc9e2d51) ^ Math.imul(low, 0x1b873593);
  return (hash >>> 15) ^ Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
}

/** The same numbers, with as much room again behind them. */
export const doubled = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(2 * numbers.length);
  wider.set(numbers);
  return wider;
};
