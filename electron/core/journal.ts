import { createHash } from 'node:crypto';
import type { Fact, FactKind, Facts } from '../../shared/domain/facts.ts';
import {
  epochStarted,
  type JournalRecord,
  journalGenesis,
  journalVersion,
  type SealedRecord,
  sealText,
} from '../../shared/domain/journal.ts';
import type { JournalFault } from '../../shared/domain/journal-head.ts';
import type { Env } from '../../shared/env.ts';
import { canonicalJson, type Json } from '../../shared/lib/canonical.ts';
import type { ReadDb, WriteDb } from '../db/open.ts';

/** The till as the journal names it: a random id from its first start, and an epoch from its last install or restore. */
export type TillIdentity = { readonly till: string; readonly epoch: string };

/** A row of the journal as the database keeps it; `hash` seals it over all before. */
export type JournalRow = {
  seq: number;
  v: number;
  epoch: string;
  at: number;
  kind: string;
  actor: string;
  body: string;
  hash: Uint8Array;
};

export const journalColumns = 'seq, v, epoch, at, kind, actor, body, hash';

/** Appends facts, each sealed over the one before. The caller holds the transaction. */
export class Journal {
  readonly #db: WriteDb;
  readonly #env: Env;
  readonly identity: TillIdentity;

  constructor(db: WriteDb, env: Env, identity: TillIdentity) {
    this.#db = db;
    this.#env = env;
    this.identity = identity;
  }

  append<Kind extends FactKind>(
    kind: Kind,
    actor: string,
    at: number,
    body: Facts[Kind],
    personal: Readonly<Record<string, string>> = {},
  ): Fact<Kind> {
    const head = journalHead(this.#db);
    const seq = head.seq + 1;
    const salted = Object.entries(personal).map(([field, value]) => ({
      field,
      value,
      salt: this.#env.randomBytes(16),
    }));
    const sealedBody = withDigests(body as unknown as Json, salted);
    const text = canonicalJson(sealedBody);
    const record: JournalRecord = {
      v: journalVersion,
      ...this.identity,
      seq,
      at,
      kind,
      actor,
      body: sealedBody,
      prev: head.hash,
    };
    this.#db.run(`INSERT INTO journal (${journalColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
      seq,
      record.v,
      record.epoch,
      at,
      kind,
      actor,
      text,
      sha256(sealText(record, text)),
    ]);
    for (const { field, value, salt } of salted) {
      this.#db.run('INSERT INTO personal (seq, field, salt, value) VALUES (?, ?, ?, ?)', [
        seq,
        field,
        salt,
        value,
      ]);
    }
    return { kind, seq, at, actor, body, personal } as Fact<Kind>;
  }
}

/** Where the journal ends. */
export function journalHead(db: ReadDb): { readonly seq: number; readonly hash: string } {
  const row = db.get<{ seq: number; hash: Uint8Array }>(
    'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1',
  );
  return row ? { seq: row.seq, hash: hex(row.hash) } : { seq: 0, hash: journalGenesis };
}

/** What the members around a record's body weigh in JSON, generously. */
const recordFrameBytes = 500;

/**
 * Sealed records after `seq`, as the uplink sends them, all of one epoch: at most `countMax`, and at most
 * `bytesMax` of JSON text, but always one where there is one.
 */
export function recordsAfter(
  db: ReadDb,
  till: string,
  seq: number,
  countMax: number,
  bytesMax = Number.POSITIVE_INFINITY,
): SealedRecord[] {
  const before = db.get<{ hash: Uint8Array }>('SELECT hash FROM journal WHERE seq = ?', [seq]);
  let prev = before ? hex(before.hash) : journalGenesis;
  let bytes = 0;
  const records: SealedRecord[] = [];
  for (const row of db.each<JournalRow>(
    `SELECT ${journalColumns} FROM journal WHERE seq > ? ORDER BY seq LIMIT +?`,
    [seq, countMax],
  )) {
    bytes += Buffer.byteLength(row.body) + recordFrameBytes;
    const first = records[0];
    if (first && (row.epoch !== first.epoch || bytes > bytesMax)) break;
    const sealed = toSealed(row, till, prev);
    records.push(sealed);
    prev = sealed.hash;
  }
  return records;
}

/**
 * Recomputes hashes from `fromSeq` on (1 = all), a slice per step so that the till can go on selling
 * between them; returns the first fault. Yields the number of rows done.
 */
export function* verifyChain(db: ReadDb, till: string, fromSeq = 1): Generator<number, JournalFault | null> {
  const before = db.get<{ seq: number; epoch: string; hash: Uint8Array }>(
    'SELECT seq, epoch, hash FROM journal WHERE seq = ?',
    [fromSeq - 1],
  );
  let prev = before ? hex(before.hash) : journalGenesis;
  let epoch = before?.epoch ?? '';
  let seq = fromSeq;
  for (;;) {
    const rows = db.all<JournalRow>(
      `SELECT ${journalColumns} FROM journal WHERE seq >= ? ORDER BY seq LIMIT 1000`,
      [seq],
    );
    for (const row of rows) {
      if (row.seq !== seq) return { seq, how: 'missing' };
      if (row.v !== journalVersion) return { seq, how: 'unknown-version' };
      if (row.epoch !== epoch && row.kind !== epochStarted) return { seq, how: 'epoch-not-announced' };
      if (!sealHolds(row, till, prev)) return { seq, how: 'changed' };
      epoch = row.epoch;
      prev = hex(row.hash);
      seq += 1;
    }
    if (rows.length === 0) return null;
    yield seq - fromSeq;
  }
}

/** Facts from the beginning, as features meet them again when tables are rebuilt. */
export function* facts(db: ReadDb, afterSeq = 0): Generator<Fact> {
  let last = afterSeq;
  for (;;) {
    const rows = db.all<JournalRow>(
      `SELECT ${journalColumns} FROM journal WHERE seq > ? ORDER BY seq LIMIT 500`,
      [last],
    );
    for (const row of rows) yield toFact(db, row);
    if (rows.length === 0) return;
    last = rows.at(-1)!.seq;
  }
}

/** The next facts of `facts`, at most `most`: a slice of them. */
export function someFacts(ahead: Iterator<Fact>, most: number): Fact[] {
  const slice: Fact[] = [];
  while (slice.length < most) {
    const { done, value } = ahead.next();
    if (done) break;
    slice.push(value);
  }
  return slice;
}

/** One fact by its place, or undefined. */
export function factAt(db: ReadDb, seq: number): Fact | undefined {
  const row = db.get<JournalRow>(`SELECT ${journalColumns} FROM journal WHERE seq = ?`, [seq]);
  return row && toFact(db, row);
}

function toFact(db: ReadDb, row: JournalRow): Fact {
  const personal = Object.fromEntries(
    db
      .all<{ field: string; value: string | null }>('SELECT field, value FROM personal WHERE seq = ?', [
        row.seq,
      ])
      .map(({ field, value }) => [field, value]),
  );
  const { seq, at, actor } = row;
  return { kind: row.kind, seq, at, actor, body: JSON.parse(row.body), personal } as unknown as Fact;
}

function toSealed(row: JournalRow, till: string, prev: string): SealedRecord {
  const { v, epoch, seq, at, kind, actor } = row;
  return {
    v,
    till,
    epoch,
    seq,
    at,
    kind,
    actor,
    body: JSON.parse(row.body) as Json,
    prev,
    hash: hex(row.hash),
  };
}

function sealHolds(row: JournalRow, till: string, prev: string): boolean {
  try {
    const { hash, ...record } = toSealed(row, till, prev);
    return hex(sha256(sealText(record))) === hash;
  } catch {
    // A body that is no JSON any more has been changed; which way does not matter.
    return false;
  }
}

function withDigests(
  body: Json,
  salted: readonly { field: string; value: string; salt: Uint8Array }[],
): Json {
  if (salted.length === 0) return body;
  const digests = salted.map(({ field, value, salt }) => [
    field,
    hex(createHash('sha256').update(salt).update(value, 'utf8').digest()),
  ]);
  return { ...(body as { readonly [key: string]: Json }), personal: Object.fromEntries(digests) as Json };
}

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text, 'utf8').digest();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
