import { ok } from '../../../shared/lib/result.ts';
import type { Outcome, TillDesk } from '../answer.ts';

/** `search TEXT`: the goods, best first, as the cashier would see them. */
export async function search(desk: TillDesk, text: string, limit: number): Promise<Outcome> {
  const began = performance.now();
  const found = await desk.till.query('catalog.search', { text, limit });
  if (!found.ok) return found;
  const ms = Math.round((performance.now() - began) * 100) / 100;
  const rows = found.value.map(item => ({
    code: item.codes[0] ?? '',
    price: desk.formats.unitPrice(item.price, item.unit),
    name: item.similar ? `${item.name}  (${desk.words.search.similar})` : item.name,
  }));
  const codeWidth = Math.max(0, ...rows.map(row => row.code.length));
  const priceWidth = Math.max(0, ...rows.map(row => row.price.length));
  return ok({
    good: true,
    json: { text, items: found.value, ms },
    lines:
      rows.length === 0
        ? [desk.words.search.none(text)]
        : rows.map(row => `${row.code.padEnd(codeWidth)}  ${row.price.padStart(priceWidth)}  ${row.name}`),
  });
}
