import { ok } from '../../../shared/lib/result.ts';
import type { FeatureParts } from '../../core/feature.ts';
import { attemptView } from './attempt-view.ts';
import { attemptByOrder } from './attempts.ts';
import type { Channels } from './channels.ts';

/**
 * 查单: finds a payment by a number on the customer's bill, ours (商户单号) or the provider's (交易单号).
 * Never by amount alone: two customers pay the same sum every hour.
 */
export async function findPayment(number: string, parts: FeatureParts, channels: Channels) {
  const ours = attemptByOrder(parts.db, number);
  if (ours) return ok({ kind: 'ours' as const, attempt: attemptView(parts, ours), receipt: ours.receipt });
  let answered = channels.ids().length === 0;
  for (const id of channels.ids()) {
    const found = await channels.byId(id)?.find(number);
    if (found?.kind === 'not-found') answered = true;
    const record = found?.kind === 'found' ? attemptByOrder(parts.db, found.order) : undefined;
    if (record)
      return ok({ kind: 'ours' as const, attempt: attemptView(parts, record), receipt: record.receipt });
  }
  return ok({ kind: answered ? ('not-found' as const) : ('no-answer' as const) });
}
