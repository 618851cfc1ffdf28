import type { FeatureParts, Tx } from '../../../core/feature.ts';
import { plan } from '../repricing/begin.ts';
import { type NewPrice, newPrices, openRepricing, type PlannedRepricing } from '../repricing/stored.ts';
import type { RowBatch } from '../row-batch.ts';
import { sliceBudget } from '../slices.ts';

export type PlannedPrice = NewPrice & { readonly starts: number };

/** Prices written in one slice at most, whatever the clock says. */
const pricesPerSlice = 10_000;

/** What a list says of prices to come: a repricing for each of its moments, of which nobody sees anything before it is `done`. */
export class Planning {
  readonly #opened: { readonly repricing: PlannedRepricing; readonly place: number }[] = [];

  *write(
    parts: FeatureParts,
    planned: readonly PlannedPrice[],
    from: { readonly id: string; readonly fileName: string; readonly actor: { readonly id: string } },
  ): Generator<void> {
    for (const [starts, prices] of byMoment(planned)) {
      const goods = prices.filter(({ price, was }) => price !== was).length;
      const repricing = { id: parts.env.newId(), starts, goods, import: from.id, file: from.fileName };
      const place = parts.slice(tx => openRepricing(tx.db, repricing, { at: tx.at, actor: from.actor.id }));
      this.#opened.push({ repricing, place });
      yield* this.#prices(parts, prices, place);
    }
  }

  /** In the transaction that records the import. */
  done(tx: Tx): void {
    for (const { repricing, place } of this.#opened) plan(tx, repricing, place);
  }

  *#prices(parts: FeatureParts, prices: readonly NewPrice[], place: number): Generator<void> {
    const batch: RowBatch = newPrices();
    for (let at = 0; at < prices.length; ) {
      parts.slice(tx => {
        const more = sliceBudget(parts, pricesPerSlice);
        do {
          const { item, price, was } = prices[at]!;
          batch.add(tx.db, item, place, price, was);
          at += 1;
        } while (at < prices.length && more());
        batch.flush(tx.db);
      });
      yield;
    }
  }
}

function byMoment(planned: readonly PlannedPrice[]): ReadonlyMap<number, PlannedPrice[]> {
  const moments = new Map<number, PlannedPrice[]>();
  for (const price of planned) {
    const same = moments.get(price.starts);
    if (same) same.push(price);
    else moments.set(price.starts, [price]);
  }
  return moments;
}
