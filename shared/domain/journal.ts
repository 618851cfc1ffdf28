import { canonicalJson, type Json } from '../lib/canonical.ts';

/** Grows when the sealed shape of a record changes; a reader refuses versions it does not know. */
export const journalVersion = 1;

/** The hash before the first record of a till. */
export const journalGenesis = '0'.repeat(64);

/**
 * One fact, as it is hashed, stored and sent. `(till, epoch, seq)` is its identity and `seq` its order;
 * `at` (wall ms) is a label only, for tills have dead CMOS batteries. `epoch` is new at every install or
 * restore, so cloned and restored tills never collide. Personal data never stands in `body`: it holds
 * `personal: {field: digest}` with digests salted per field, so that erasing the clear text elsewhere
 * leaves the chain whole.
 */
export type JournalRecord = {
  readonly v: number;
  readonly till: string;
  readonly epoch: string;
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  /** Who did it: a staff id, `system`, or `cli:NAME`. */
  readonly actor: string;
  readonly body: Json;
  /** Hash of the record before, or `journalGenesis`. */
  readonly prev: string;
};

/** A record with its own hash: lower-case hex of SHA-256 over `sealText`. */
export type SealedRecord = JournalRecord & { readonly hash: string };

/**
 * The exact text whose UTF-8 bytes are hashed: the record as canonical JSON, its keys in order. `body` may be
 * handed in as the canonical text it has already been written to.
 */
export function sealText(record: JournalRecord, body = canonicalJson(record.body)): string {
  const { v, till, epoch, seq, at, kind, actor, prev } = record;
  const before = canonicalJson({ actor, at }).slice(0, -1);
  const after = canonicalJson({ epoch, kind, prev, seq, till, v }).slice(1);
  return `${before},"body":${body},${after}`;
}

/** The first record of each epoch; a gateway takes up an unknown epoch only with it. */
export const epochStarted = 'epoch-started';
