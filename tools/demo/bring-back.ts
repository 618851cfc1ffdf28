import { mirror, type RefundPick } from '../../shared/domain/refunding/mirror.ts';
import type { Sale } from '../../shared/domain/sale.ts';
import { formatsFor } from '../../shared/i18n/format.ts';
import { assert } from '../../shared/lib/assert.ts';
import type { Stage } from './day.ts';
import { type Person, withLeave } from './serve.ts';

/** The last customer, who paid by phone, brings everything back, and another one a part of what was paid in cash. */
export async function bringBack(stage: Stage, manager: Person): Promise<{ readonly cash: number }> {
  const sales = await stage.hands.ask('selling.lastSales', { limit: 20 });
  const byPhone = sales.find(sale => sale.tenders[0]?.kind === 'code');
  const inCash = sales.find(sale => sale.tenders[0]?.kind === 'cash' && sale.lines.length > 1);
  assert(byPhone && inCash, 'both ways of paying were used');
  await refund(stage, manager, byPhone, byPhone.lines.length);
  const cash = await refund(stage, manager, inCash, 1);
  await stage.hands.until('paying.state', ({ refundsUnderWay }) => refundsUnderWay === 0);
  return { cash };
}

/** The first `lines` lines of a sale, back the way the money came; answers how much. */
async function refund(
  { hands, words, tell, language }: Stage,
  manager: Person,
  { number, receipt }: Sale,
  lines: number,
): Promise<number> {
  const { sale, refunded } = await hands.ask('refunding.sale', { text: receipt });
  const picks = sale.lines
    .slice(0, lines)
    .map(({ id, quantity }): RefundPick => ({ line: id, quantity, goods: 'stock' }));
  const mirrored = mirror(sale, new Map(refunded.map(each => [each.line, each.quantity])), picks);
  assert(mirrored.ok, 'nothing of it has come back before');
  const { total } = mirrored.value;
  await withLeave(hands, 'refunding.refund', { sale: number, total, picks, reason: words.brought }, manager);
  tell(words.refunded(receipt, formatsFor(language, 'CNY').amount(total)));
  return total;
}
