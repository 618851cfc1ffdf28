import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import {
  epochStarted,
  type JournalRecord,
  journalGenesis,
  journalVersion,
  type SealedRecord,
  sealText,
} from '../../../shared/domain/journal.ts';
import type { JournalBatch } from '../../../shared/domain/uplink.ts';
import type { Env } from '../../../shared/env.ts';
import type { Json } from '../../../shared/lib/canonical.ts';
import { seededRng } from '../../../shared/lib/rng.ts';

/** A till as a gateway sees it: an id, a key pair and a chained journal, all in memory. */
export type PaperTill = ReturnType<typeof paperTill>;

export function paperTill(id = `till-${randomUUID()}`) {
  const keys = generateKeyPairSync('ed25519');
  const journal: SealedRecord[] = [];
  let epoch = '';
  const add = (kind: string, body: Json): SealedRecord => {
    const last = journal.at(-1);
    const record = seal({
      v: journalVersion,
      till: id,
      epoch,
      seq: (last?.seq ?? 0) + 1,
      at: 1_700_000_000_000,
      kind,
      actor: 'system',
      body,
      prev: last?.hash ?? journalGenesis,
    });
    journal.push(record);
    return record;
  };
  const startEpoch = () => {
    epoch = randomUUID();
    return add(epochStarted, { reason: 'installed' });
  };
  startEpoch();
  return {
    id,
    publicKey: keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (bytes: Uint8Array): Uint8Array => sign(null, bytes, keys.privateKey),
    journal,
    add,
    startEpoch,
    addSale: (sale: Json = saleOf()) => add('sale-completed', { sale }),
    /** The journal from one seq to another, both included, as a batch of the epoch of its first record. */
    batch(from = 1, to = journal.length): JournalBatch {
      const records = journal.slice(from - 1, to);
      return { till: id, epoch: records[0]?.epoch ?? epoch, records };
    },
    /** Forgets everything after `seq`, as a restored backup or a cloned disk does. */
    rewind: (seq: number) => void journal.splice(seq),
  };
}

export function seal(record: JournalRecord): SealedRecord {
  return { ...record, hash: createHash('sha256').update(sealText(record), 'utf8').digest('hex') };
}

/** A finished cash sale of `total` fen. */
export function saleOf(total = 1_250, id: string = randomUUID()) {
  return {
    id,
    number: 1,
    receipt: 'T01-000001',
    total,
    lines: [{ name: '可乐 330ml', total }],
    tenders: [{ id: `${id}.1`, kind: 'cash', amount: total, given: total, change: 0 }],
  };
}

/** The real world, with clocks that a test may move. */
export function testEnv(moved: Partial<Pick<Env, 'wallMs' | 'monotonicMs' | 'after'>> = {}): Env {
  return {
    wallMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    newId: () => randomUUID(),
    randomBytes: count => randomBytes(count),
    rng: seededRng(1),
    spawn: (_name, run) => void run(),
    log: () => undefined,
    ...moved,
  };
}
