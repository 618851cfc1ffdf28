import { verify } from 'node:crypto';
import { z } from 'zod';
import { headText, type SignedHead } from '../../shared/domain/journal-head.ts';
import { wireId } from '../../shared/domain/uplink.ts';
import { no, ok, type Result } from '../../shared/lib/result.ts';
import { readKey } from '../tills/signature.ts';
import type { BatchFault, CheckedBatch } from './check.ts';

/**
 * Reads the head that came with a batch: undefined where none came. It has to be signed by the key it names,
 * and to speak of a record of this batch, by the hash that was just recomputed.
 */
export function checkHead(
  text: string | undefined,
  batch: CheckedBatch,
): Result<SignedHead | undefined, BatchFault> {
  if (text === undefined) return ok(undefined);
  const head = readJson(text);
  if (!head || head.till !== batch.till || head.epoch !== batch.epoch) return no({ reason: 'malformed' });
  const { record } = batch.records[head.seq - batch.first] ?? {};
  if (!record) return no({ reason: 'malformed' });
  if (record.hash !== head.hash) return no({ reason: 'hash-differs', seq: head.seq });
  return isSigned(head) ? ok(head) : no({ reason: 'signature-wrong' });
}

const Id = z.string().regex(wireId);
const Head = z.strictObject({
  till: Id,
  epoch: Id,
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.int(),
  key: z.base64().max(200),
  signature: z.base64url().length(86),
});

function readJson(text: string): SignedHead | undefined {
  try {
    return Head.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // No JSON, so no head.
  }
}

function isSigned(head: SignedHead): boolean {
  const key = readKey(head.key);
  const text = Buffer.from(headText(head), 'utf8');
  return key !== undefined && verify(null, text, key, Buffer.from(head.signature, 'base64url'));
}
