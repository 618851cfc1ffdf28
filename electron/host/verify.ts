import type { GatewayProof, VerifyReport } from '../../shared/contract/syncing.ts';
import type { Fact } from '../../shared/domain/facts.ts';
import type { JournalFault, JournalHead } from '../../shared/domain/journal-head.ts';
import type { AnyFeature } from '../core/feature.ts';
import { journalHead, verifyChain } from '../core/journal.ts';
import { rowHash } from '../core/journal-marks.ts';
import { openReadDb, type ReadDb } from '../db/open.ts';
import type { KeptHeads } from './heads.ts';
import { verifyRows, verifySigned } from './verify-heads.ts';
import { compareProjections } from './verify-projections.ts';

/** Between two slices the till may sell. */
export type Pause = () => Promise<void>;

/** What bears witness to the journal beside itself. */
export type Witnesses = {
  readonly till: string;
  /** The public half of the key that signs heads now. */
  readonly key: string;
  readonly features: readonly AnyFeature[];
  /** Opens the second place; before the journal is read, so that it can't be ahead of it. */
  readonly openHeads: () => KeptHeads;
  /** What this start found already, though it may have been set right since. */
  readonly atStart: JournalFault | null;
  /** What the gateway holds last, or why that is not known. */
  readonly gateway: Pick<JournalHead, 'seq' | 'hash'> | Exclude<GatewayProof, 'agrees' | 'differs'>;
};

/**
 * Holds the whole journal against everything that bears witness to it: its own chain, the second place row
 * by row, signed heads, the gateway's head; and rebuilds every projection beside the live tables. All from
 * one moment's view of the file. Takes seconds on a long history, in slices, with `pause` between them.
 */
export async function verifyTill(file: string, witnesses: Witnesses, pause: Pause): Promise<VerifyReport> {
  const { till, key, features, gateway, atStart } = witnesses;
  const heads = witnesses.openHeads();
  const db = openReadDb(file);
  try {
    const rows = db.get<{ rows: number }>('SELECT count(*) AS rows FROM journal')!.rows;
    const chain = await inSlices(verifyChain(db, till), pause);
    const parted = await inSlices(verifyRows(db, heads), pause);
    const told = newTold(key);
    const rebuilt = await compareProjections(db, features, pause, told.hear);
    const signed = verifySigned(db, heads, till, told.keys);
    const proof = proveByGateway(db, gateway);
    const same = rebuilt.projections.every(each => each.same);
    const precise = [...parted, atStart, ...told.earlier.filter(isOfRows), chain, rebuilt.unreadable];
    // Heads bear witness to all rows before them at once, so what they find says least about the place.
    const faults = distinct(
      [...precise.filter(isFault).sort(byRow), ...[signed, proof.fault].filter(isFault)],
      same,
    );
    return {
      rows,
      verified: faults.length === 0 && same,
      fault: faults[0] ?? null,
      faults,
      projections: rebuilt.projections,
      kept: Math.max(0, ...heads.files.map(each => each.count)),
      gateway: proof.gateway,
      earlier: told.earlier,
    };
  } finally {
    db.close();
    heads.close();
  }
}

/** Of witnesses to the same row the first one names it best. What is cut while every table agrees is an older file. */
function distinct(found: readonly JournalFault[], tablesAgree: boolean): JournalFault[] {
  return found
    .filter((fault, index) => found.findIndex(each => each.seq === fault.seq) === index)
    .map(({ seq, how }) => ({ seq, how: how === 'cut-off' && tablesAgree ? 'older-file' : how }));
}

const isFault = (each: JournalFault | null): each is JournalFault => each !== null;
const byRow = (one: JournalFault, other: JournalFault): number => one.seq - other.seq;
/** A second place that was lost has been begun anew; rows that were tampered with stay so. */
const isOfRows = ({ how }: JournalFault): boolean => how !== 'heads-gone' && how !== 'heads-damaged';

/** What the journal itself tells about its proofs. */
function newTold(key: string) {
  const keys = new Set([key]);
  const earlier: (JournalFault & { at: number })[] = [];
  const hear = (fact: Fact) => {
    if (fact.kind === 'device-key-made') keys.add(fact.body.publicKey);
    if (fact.kind === 'integrity-failed') earlier.push({ ...fact.body, at: fact.at });
  };
  return { keys, earlier, hear };
}

function proveByGateway(
  db: ReadDb,
  held: Witnesses['gateway'],
): { readonly gateway: GatewayProof; readonly fault: JournalFault | null } {
  if (typeof held === 'string') return { gateway: held, fault: null };
  const end = journalHead(db).seq;
  if (held.seq > end) return { gateway: 'differs', fault: { seq: end + 1, how: 'cut-off' } };
  if (held.seq === 0 || rowHash(db, held.seq) === held.hash) return { gateway: 'agrees', fault: null };
  return { gateway: 'differs', fault: { seq: held.seq, how: 'gateway-differs' } };
}

async function inSlices<T>(work: Generator<unknown, T>, pause: Pause): Promise<T> {
  let step = work.next();
  while (!step.done) {
    await pause();
    step = work.next();
  }
  return step.value;
}
