import { one } from '../../shared/domain/quantity.ts';
import { mirror, type RefundPick } from '../../shared/domain/refunding/mirror.ts';
import type { Rng } from '../../shared/lib/rng.ts';
import { mustBe, shelf } from '../doubles/till.ts';
import type { Pick, Say, Shop } from './day.ts';

/** What customers bring back in a day of chance: parts of sales, twice, more than there was, with and without a receipt. */
export function goodsBack({ shop, say, pick, rng }: { shop: Shop; say: Say; pick: Pick; rng: Rng }) {
  return {
    refund: async () => {
      const sales = mustBe(await shop.ask('selling.lastSales', { limit: 8 }));
      if (sales.length === 0) return;
      const { number } = pick(sales);
      const { sale, refunded } = mustBe(await shop.ask('refunding.sale', { text: String(number) }));
      const picks: RefundPick[] = sale.lines
        .filter(() => rng() < 0.6)
        .map(({ id, quantity }) => ({
          line: id,
          quantity: rng() < 0.5 ? quantity : one,
          goods: pick(['stock', 'written-off'] as const),
        }));
      const before = new Map(refunded.map(each => [each.line, each.quantity]));
      const mirrored = mirror(sale, before, picks);
      const total = mirrored.ok ? mirrored.value.total : sale.total;
      const word = pick(['refunding.refund', 'refunding.refundInCash'] as const);
      await say(word, { sale: number, total, picks, reason: '不要了' });
    },
    undo: async () => {
      const [last] = mustBe(await shop.ask('selling.lastSales', { limit: 1 }));
      if (last) await say('refunding.voidLast', { sale: last.number, reason: '收错了' });
    },
    withoutReceipt: async () => {
      const [item] = mustBe(await shop.ask('catalog.search', { text: pick(shelf)[0], limit: 1 }));
      if (!item) return;
      const lines = [{ item: item.id, quantity: one, goods: 'stock' as const }];
      const worth = await shop.ask('refunding.worth', { lines });
      if (worth.ok)
        await say('refunding.withoutReceipt', { lines, total: worth.value.total, reason: '没有小票' });
    },
  };
}
