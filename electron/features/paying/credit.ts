import type { Credit } from '../../../shared/domain/refunding/exchange.ts';
import type { RefundReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { type Intent, openIntent, parkedIntents } from './intents.ts';

/** The open credit of an exchange, for the counter's next sale; a parked cart that counts on it keeps it. */
export function creditAtCounter(db: ReadDb, refunds: () => RefundReads): Credit | undefined {
  const credit = refunds().credit();
  return credit && !parkedIntents(db).some(intent => spends(intent, credit.number)) ? credit : undefined;
}

/** Whether a frozen cart, at the counter or parked, counts on the credit of this refund. */
export const isSpending = (db: ReadDb, refund: number): boolean =>
  [openIntent(db), ...parkedIntents(db)].some(intent => intent && spends(intent, refund));

const spends = ({ tenders }: Intent, refund: number): boolean =>
  tenders.some(tender => tender.kind === 'exchange' && tender.refund.number === refund);
