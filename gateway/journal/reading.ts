import { z } from 'zod';
import { linesMax } from '../../shared/domain/cart.ts';
import type { JournalRecord } from '../../shared/domain/journal.ts';
import { wireId } from '../../shared/domain/uplink.ts';
import type { Json } from '../../shared/lib/canonical.ts';
import type { Reading } from '../store/store.ts';

/**
 * What the gateway understands of a record. It needs finished sales and what came back of them, and leaves
 * every other kind as it is: tills may be newer than their gateway, and a fact nobody reads here is no fault.
 * What cannot be read, or a sale whose tenders do not settle its total, is kept but set aside.
 */
export function readRecord(record: Pick<JournalRecord, 'kind' | 'body'>): Reading {
  if (record.kind === saleCompleted) return readSale(record.body);
  return refunds.includes(record.kind) ? readRefund(record.body) : { kind: 'plain' };
}

function readSale(body: Json): Reading {
  const read = SaleCompleted.safeParse(body);
  if (!read.success) return { kind: 'unusable', reason: 'body-unreadable' };
  const { sale } = read.data;
  const settled = sale.tenders.reduce((sum, tender) => sum + tender.amount, 0);
  return settled === sale.total ? { kind: 'sale', sale } : { kind: 'unusable', reason: 'sums-differ' };
}

function readRefund(body: Json): Reading {
  const read = SaleRefunded.safeParse(body);
  if (!read.success) return { kind: 'unusable', reason: 'body-unreadable' };
  const { sale, ...refund } = read.data.refund;
  // Goods without a receipt are of no sale, so nobody will ask for them.
  return sale ? { kind: 'refund', refund: { ...refund, sale } } : { kind: 'plain' };
}

const refunds = ['sale-refunded', 'sale-voided'];
const saleCompleted = 'sale-completed';
const tendersMax = 100;

const Id = z.string().regex(wireId);
const Amount = z.int(); // Minor units; safe integers only.

const SaleCompleted = z.object({
  sale: z.object({
    id: Id,
    number: z.int().min(1),
    receipt: z.string().min(1).max(64),
    total: Amount,
    lines: z.array(z.unknown()).min(1),
    tenders: z.array(z.object({ id: Id, kind: z.string().min(1).max(40), amount: Amount })).max(tendersMax),
  }),
});

/** `of`: an exchange stands for shares of several tenders, and none of them can go back once more. */
const MoneyBack = z.object({
  id: Id,
  tender: Id.nullable(),
  amount: Amount,
  of: z
    .array(z.object({ tender: z.object({ id: Id }), amount: Amount }))
    .max(tendersMax)
    .optional(),
});

const sharesOf = ({ of, ...part }: z.output<typeof MoneyBack>) =>
  of
    ? of.map(({ tender, amount }, index) => ({ id: `${part.id}:${index}`, tender: tender.id, amount }))
    : [part];

const SaleRefunded = z.object({
  refund: z.object({
    id: Id,
    sale: z.object({ id: Id }).nullable(),
    lines: z.array(z.object({ id: z.int(), sold: z.int().min(1), quantity: z.int().min(1) })).max(linesMax),
    back: z
      .array(MoneyBack)
      .max(tendersMax)
      .transform(parts => parts.flatMap(sharesOf)),
  }),
});
