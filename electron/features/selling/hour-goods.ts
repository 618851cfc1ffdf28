import { addDays, type BusinessDay } from '../../../shared/domain/business-day.ts';
import { type ItemId, openItemId } from '../../../shared/domain/item.ts';
import type { Cancel } from '../../../shared/env.ts';
import type { FeatureParts } from '../../core/feature.ts';
import type { TicketReads, WallClock } from '../../core/ports.ts';

/** So many days back; a shop's week four times over. */
const daysBack = 28;
/** Once may be chance: goods count that sold at this hour on so many days. */
const daysEnough = 2;
const goodsMax = 24;
/** Sales read in one slice: some milliseconds. */
const salesPerSlice = 40;
const hourMs = 3_600_000;

export type HourPorts = { readonly clock: WallClock; readonly tickets: () => Pick<TicketReads, 'salesIn'> };
type Hour = { readonly date: string; readonly hour: number };
/** On how many days, and in how many sales. */
type Count = { days: number; sales: number };

/**
 * What this till sells at this hour of the day, from its own sales of the last weeks. Counted anew in the first
 * idle moment of each hour, slice by slice, and kept in memory only: no sale does anything for it, and there
 * is no table that could be wrong.
 */
export class HourGoods {
  readonly #parts: FeatureParts;
  readonly #ports: HourPorts;
  #counted: Hour | null = null;
  #goods: readonly ItemId[] = [];
  #pause: Cancel | null = null;

  constructor(parts: FeatureParts, ports: HourPorts) {
    this.#parts = parts;
    this.#ports = ports;
  }

  /** In most sales first. */
  get goods(): readonly ItemId[] {
    return this.#goods;
  }

  /** For an idle moment. */
  idle(): void {
    const now = this.#ports.clock.localTime(this.#parts.env.wallMs());
    const { date, hour } = now;
    if (this.#pause || (this.#counted?.date === date && this.#counted.hour === hour)) return;
    this.#counted = { date, hour };
    this.#turn(this.#count({ date, hour }));
  }

  stop(): void {
    this.#pause?.();
    this.#pause = null;
  }

  #turn(slices: Iterator<void>): void {
    this.#pause = this.#parts.env.after(0, () => {
      this.#pause = null;
      if (!slices.next().done) this.#turn(slices);
    });
  }

  *#count(now: Hour): Generator<void> {
    const counts = new Map<ItemId, Count>();
    for (let back = 1; back <= daysBack; back += 1) {
      const sold = new Map<ItemId, number>();
      const sales = this.#salesOf({ ...now, date: addDays(now.date as BusinessDay, -back) });
      for (let from = 0; from < sales.length; from += salesPerSlice) {
        for (const seq of sales.slice(from, from + salesPerSlice)) this.#add(seq, sold);
        yield;
      }
      for (const [item, times] of sold) {
        const count = counts.get(item) ?? { days: 0, sales: 0 };
        counts.set(item, { days: count.days + 1, sales: count.sales + times });
      }
    }
    const goods = best(counts);
    if (goods.join() === this.#goods.join()) return;
    this.#goods = goods;
    this.#parts.slice(tx => tx.touch('quick-keys'));
  }

  /** Journal rows of the sales of that hour. A day that daylight saving makes longer or shorter is looked at an hour further. */
  #salesOf({ date, hour }: Hour): number[] {
    const { clock, tickets } = this.#ports;
    const near = clock.dayStart(date) + hour * hourMs;
    const sales = tickets().salesIn(near - hourMs, near + 2 * hourMs);
    return sales.filter(({ at }) => isIn({ date, hour }, clock.localTime(at))).map(({ seq }) => seq);
  }

  /** Only what goods they were leaves the database: sales read whole are megabytes that the core would keep for good. */
  #add(seq: number, sold: Map<ItemId, number>): void {
    const items = this.#parts.db.all<{ item: ItemId }>(
      `SELECT DISTINCT line.value ->> '$.item' AS item
       FROM journal, json_each(body, '$.sale.lines') AS line WHERE seq = ? AND item != ?`,
      [seq, openItemId],
    );
    for (const { item } of items) sold.set(item, (sold.get(item) ?? 0) + 1);
  }
}

const isIn = (a: Hour, b: Hour): boolean => a.date === b.date && a.hour === b.hour;

const best = (counts: ReadonlyMap<ItemId, Count>): ItemId[] =>
  [...counts]
    .filter(([, { days }]) => days >= daysEnough)
    .sort(([a, one], [b, other]) => other.sales - one.sales || (a < b ? -1 : 1))
    .slice(0, goodsMax)
    .map(([item]) => item);
