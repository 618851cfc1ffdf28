import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { JournalFault } from '../../shared/domain/journal-head.ts';
import type { Env } from '../../shared/env.ts';
import type { Tx } from '../core/feature.ts';
import { journalHead, type TillIdentity } from '../core/journal.ts';
import { rowMarks } from '../core/journal-marks.ts';
import type { ReadDb } from '../db/open.ts';
import { syncFolder } from '../db/sync.ts';
import { compareEnds } from './compare-ends.ts';
import type { DeviceKey } from './device-key.ts';
import { HeadsFile } from './heads-file.ts';
import { addSignedHead, type KeptHead, readSignedHeads } from './signed-heads.ts';

/** Rows carried over in one idle moment: 5 ms of work, for the next scan may come in the middle of it. */
const rowsPerMoment = 200;
/** At the stop nobody scans, and each time waits for the disk. */
const rowsAtStop = 2_000;
/** Between two signed heads of a till that is busy. */
const signEveryMs = 600_000;

/** What the second place holds, for `verify`; its sizes were taken before the journal is read. */
export type KeptHeads = {
  /** Oldest first; the last one is being written. Older ones were set aside when journal and file parted. */
  readonly files: readonly HeadsFile[];
  /** Undefined where the file is gone. */
  readonly signed: readonly KeptHead[] | undefined;
  close(): void;
};

/**
 * The journal's second place: beside the database, so that whoever changes the one has to change the other,
 * and signed now and then, so that this is not enough either. Written in idle moments and at the stop, never
 * inside a sale: after a power cut it lags behind, and catches up.
 */
export class Heads {
  readonly #folder: string;
  readonly #db: ReadDb;
  readonly #env: Env;
  readonly #identity: TillIdentity;
  readonly #key: DeviceKey;
  #live: HeadsFile;
  #stopped = false;
  #signedAtMs = Number.NEGATIVE_INFINITY;
  /** What this start found; null where all is well. */
  readonly foundAtStart: JournalFault | null;

  /** Compares the ends of journal and file. To be called before anything is recorded. */
  constructor(folder: string, parts: { db: ReadDb; env: Env; identity: TillIdentity; key: DeviceKey }) {
    this.#folder = folder;
    this.#db = parts.db;
    this.#env = parts.env;
    this.#identity = parts.identity;
    this.#key = parts.key;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const newest = this.#generations().at(-1);
    const live = newest === undefined ? undefined : HeadsFile.extend(newest);
    const ended = existsSync(this.#closed) ? readFileSync(this.#closed, 'utf8') : '';
    this.foundAtStart = compareEnds(this.#db, {
      live,
      signed: readSignedHeads(this.#signed),
      closedAt: ended === '' ? null : Number(ended),
    });
    this.#live = live && !this.foundAtStart ? live : this.#begin();
    this.#tryDisk(() => this.#markEnd(''));
    if (live && live !== this.#live) live.close();
  }

  /** Tells the journal what this start found, first of all. */
  settle(tx: Tx): void {
    if (this.foundAtStart) tx.record('integrity-failed', this.foundAtStart);
  }

  /** For an idle moment: carries new rows over. */
  keep(): void {
    this.#tryDisk(() => {
      if (this.#carry(rowsPerMoment)) return;
      if (this.#env.monotonicMs() - this.#signedAtMs >= signEveryMs) this.#sign();
    });
  }

  /** The till stops: everything is carried over and signed, so that the next start knows where this one ended. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#tryDisk(() => {
      while (this.#carry(rowsAtStop));
      this.#sign();
      this.#markEnd(String(this.#live.count));
    });
    this.#live.close();
  }

  /** Opens what is kept, to be compared. */
  open(): KeptHeads {
    const files = this.#generations().map(file => HeadsFile.read(file));
    return {
      files,
      signed: readSignedHeads(this.#signed),
      close: () => {
        for (const file of files) file.close();
      },
    };
  }

  /** Trouble with the disk stops no sale and no start: it is logged, and what was not kept is kept the next time. */
  #tryDisk(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#env.log('error', 'heads.not-kept', { error });
    }
  }

  /** Where a till that was stopped has ended; empty while it runs. Written over, for a deletion can come undone in a power cut. */
  #markEnd(text: string): void {
    writeFileSync(this.#closed, text, { mode: 0o600, flush: true });
  }

  get #closed(): string {
    return path.join(this.#folder, 'closed');
  }
  get #signed(): string {
    return path.join(this.#folder, 'signed.jsonl');
  }

  #generations(): string[] {
    return readdirSync(this.#folder)
      .filter(name => /^\d{4}\.rows$/.test(name))
      .sort()
      .map(name => path.join(this.#folder, name));
  }

  /** A new file; one that no longer agrees with the journal stays beside it, as evidence. */
  #begin(): HeadsFile {
    // There before the first row is, so that without it something is amiss.
    if (!existsSync(this.#signed)) writeFileSync(this.#signed, '', { mode: 0o600, flush: true });
    const newest = this.#generations().at(-1);
    const number = newest === undefined ? 1 : Number(path.basename(newest, '.rows')) + 1;
    const begun = HeadsFile.begin(path.join(this.#folder, `${String(number).padStart(4, '0')}.rows`));
    syncFolder(this.#folder);
    return begun;
  }

  /** Whether there may be more. */
  #carry(countMax: number): boolean {
    const rows = rowMarks(this.#db, this.#live.count + 1, countMax);
    // A gap is no row's place: what stands behind it is left for `verify` to name.
    const whole = rows.filter((row, index) => row.seq === this.#live.count + 1 + index);
    if (whole.length > 0) this.#live.add(whole);
    return whole.length === countMax;
  }

  #sign(): void {
    const { seq, hash } = journalHead(this.#db);
    // Behind a gap that somebody has torn nothing is carried over, and nothing is vouched for.
    if (seq === 0 || seq !== this.#live.count) return;
    const at = this.#env.wallMs();
    addSignedHead(this.#signed, this.#key.sign({ ...this.#identity, seq, hash, at }));
    this.#signedAtMs = this.#env.monotonicMs();
  }
}
