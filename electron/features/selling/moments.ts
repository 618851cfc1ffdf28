import type { Moment } from '../../../shared/contract/selling.ts';

const momentsMax = 20;

/** The last things that happened at the till and must be seen once; numbered, so that a page that lost its wire misses none. */
export class Moments {
  #list: readonly Moment[] = [];
  #seq = 0;

  get list(): readonly Moment[] {
    return this.#list;
  }

  add(at: number, what: Moment['what']): void {
    this.#seq += 1;
    this.#list = [...this.#list, { seq: this.#seq, at, what }].slice(-momentsMax);
  }
}
