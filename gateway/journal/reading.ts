import { z } from 'zod';
import type { JournalRecord } from '../../shared/domain/journal.ts';
import { wireId } from '../../shared/domain/uplink.ts';
import type { Reading } from '../store/store.ts';

/**
 * What the gateway understands of a record. It needs finished sales and leaves every other kind as it is:
 * tills may be newer than their gateway, and a fact nobody reads here is no fault. A sale that cannot be
 * read, or whose tenders do not settle its total, is kept but set aside.
 */
export function readRecord(record: Pick<JournalRecord, 'kind' | 'body'>): Reading {
  if (record.kind !== saleCompleted) return { kind: 'plain' };
  const read = SaleCompleted.safeParse(record.body);
  if (!read.success) return { kind: 'unusable', reason: 'body-unreadable' };
  const { sale } = read.data;
  const settled = sale.tenders.reduce((sum, tender) => sum + tender.amount, 0);
  return settled === sale.total ? { kind: 'sale', sale } : { kind: 'unusable', reason: 'sums-differ' };
}

const saleCompleted = 'sale-completed';
const tendersMax = 100;

const Id = z.string().regex(wireId);
const Amount = z.int(); // Minor units; safe integers only.

const SaleCompleted = z.object({
  sale: z.object({
    id: Id,
    number: z.int().min(1),
    total: Amount,
    lines: z.array(z.unknown()).min(1),
    tenders: z.array(z.object({ id: Id, kind: z.string().min(1).max(40), amount: Amount })).max(tendersMax),
  }),
});
