import { hash } from 'node:crypto';
import { z } from 'zod';
import { journalVersion, type SealedRecord } from '../../shared/domain/journal.ts';
import { batchRecordsMax, type GatewayRefusal, wireId } from '../../shared/domain/uplink.ts';
import type { Json } from '../../shared/lib/canonical.ts';
import { no, ok, type Result } from '../../shared/lib/result.ts';
import { sealedText } from './sealed-text.ts';

export type CheckedRecord = { readonly record: SealedRecord; readonly sealed: string };
export type CheckedBatch = {
  readonly till: string;
  readonly epoch: string;
  readonly first: number;
  readonly last: number;
  readonly records: readonly CheckedRecord[];
};
export type BatchFault = { readonly reason: GatewayRefusal; readonly seq?: number };

/**
 * Reads a batch from outside and checks everything that needs no memory: its shape and bounds, that the
 * records are one unbroken run of one till and epoch, and each record's hash, recomputed.
 * A fault inside a record names its seq, so that the till can at least send what stands before it.
 */
export function checkBatch(body: unknown): Result<CheckedBatch, BatchFault> {
  const read = Batch.safeParse(body);
  if (!read.success) return no({ reason: 'malformed' });
  const { till, epoch } = read.data;
  const records: CheckedRecord[] = [];
  for (const raw of read.data.records) {
    const record = raw as SealedRecord;
    const { seq } = record;
    if (record.v !== journalVersion) return no({ reason: 'version-unknown', seq });
    if (record.till !== till || record.epoch !== epoch) return no({ reason: 'malformed', seq });
    const before = records.at(-1)?.record;
    if (before && (seq !== before.seq + 1 || record.prev !== before.hash))
      return no({ reason: 'chain-broken', seq });
    const sealed = seal(record);
    if (sealed === undefined) return no({ reason: 'malformed', seq });
    if (hash('sha256', sealed) !== record.hash) return no({ reason: 'hash-differs', seq });
    records.push({ record, sealed });
  }
  const first = records[0]?.record.seq ?? 0;
  return ok({ till, epoch, first, last: first + records.length - 1, records });
}

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Id = z.string().regex(wireId);

const Batch = z.strictObject({
  till: Id,
  epoch: Id,
  records: z
    .array(
      z.strictObject({
        v: z.int(),
        till: Id,
        epoch: Id,
        seq: z.int().min(1),
        at: z.int(),
        kind: z.string().min(1).max(100),
        actor: z.string().max(200),
        body: z.unknown().transform(body => body as Json), // Came out of JSON.parse, so it is nothing else.
        prev: Hash,
        hash: Hash,
      }),
    )
    .min(1)
    .max(batchRecordsMax),
});

/** The text that is hashed; undefined for what canonical JSON has no place for (fractions, endless nesting). */
function seal(record: SealedRecord): string | undefined {
  try {
    return sealedText(record);
  } catch {
    return undefined; // Canonical JSON says no by throwing; that the record is malformed is the whole news.
  }
}
