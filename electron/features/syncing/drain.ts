import type { SealedRecord } from '../../../shared/domain/journal.ts';
import type { JournalHead, SignedHead } from '../../../shared/domain/journal-head.ts';
import { batchBytesMax, batchRecordsMax } from '../../../shared/domain/uplink.ts';
import type { Cancel } from '../../../shared/env.ts';
import { type FeatureParts, systemActor } from '../../core/feature.ts';
import { journalHead, recordsAfter } from '../../core/journal.ts';
import type { Answer, Probe, Uplink } from '../../uplinks/uplink.ts';
import type { Link } from './link.ts';
import { acknowledge, enrolment } from './state.ts';

/** New rows gather this long, so that a queue at the till makes few requests. */
const gatherMs = 150;
const probeEveryMs = 5_000;
const backoffFirstMs = 1_000;
const backoffMaxMs = 60_000;
/** While people are at the till: to read a batch takes a few milliseconds, and the gateway's answer another commit. */
const smallBatchMax = 50;
const betweenSmallMs = 50;
/** The batch's own frame and the odd escape need room as well. */
const batchTextMax = batchBytesMax * 0.9;

/**
 * Carries the journal to the gateway: rows after the last acknowledged one, in order, batch by batch.
 * One turn at a time; every failure only makes the next turn later. Nothing here can hold up a sale.
 */
export class Drain {
  readonly #parts: FeatureParts;
  readonly #till: string;
  readonly #link: Link;
  readonly #signHead: (head: JournalHead) => SignedHead;
  #uplink: Uplink | null = null;
  #batchMax = batchRecordsMax;
  /** Rows read ahead, and the one they follow. Rows never change, so they are as good as read now. */
  #ready: { readonly after: number; readonly records: readonly SealedRecord[] } | null = null;
  #failures = 0;
  #turning = false;
  readonly #restMs: () => number;
  #again = false;
  #stopped = false;
  #nap: { readonly dueMs: number; readonly cancel: Cancel } | null = null;

  constructor(parts: FeatureParts, till: string, link: Link, signHead: (head: JournalHead) => SignedHead) {
    this.#parts = parts;
    this.#restMs = parts.way.waiting();
    this.#till = till;
    this.#link = link;
    this.#signHead = signHead;
  }

  /** Uses this uplink from now on; null stops sending. */
  use(uplink: Uplink | null): void {
    this.#uplink?.close();
    if (this.#stopped) {
      uplink?.close();
      return;
    }
    this.#uplink = uplink;
    this.#failures = 0;
    if (uplink) this.#napFor(0);
    this.#link.becomes(uplink ? 'connecting' : 'not-enrolled');
  }

  /** The line in use; null before enrolment. */
  get uplink(): Uplink | null {
    return this.#uplink;
  }

  /** The journal has grown. While the line is down this changes nothing: the back-off decides. */
  wake(): void {
    if (this.#uplink && this.#failures === 0) this.#napFor(gatherMs);
  }

  /** Somebody pressed the button: try at once. */
  sendNow(): void {
    this.#failures = 0;
    this.#napFor(0);
  }

  stop(): void {
    this.#stopped = true;
    this.#nap?.cancel();
    this.#uplink?.close();
    this.#uplink = null;
  }

  #napFor(delayMs: number): void {
    if (this.#stopped) return;
    if (this.#turning) {
      this.#again ||= delayMs <= gatherMs;
      return;
    }
    const dueMs = this.#parts.env.monotonicMs() + delayMs;
    if (this.#nap && this.#nap.dueMs <= dueMs) return;
    this.#nap?.cancel();
    this.#nap = {
      dueMs,
      cancel: this.#parts.env.after(delayMs, () => {
        this.#nap = null;
        this.#parts.env.spawn('sync.turn', () => this.#turn());
      }),
    };
  }

  async #turn(): Promise<void> {
    const uplink = this.#uplink;
    if (!uplink || this.#turning || this.#stopped) return;
    const restMs = this.#restMs();
    if (restMs > 0) return this.#napFor(restMs);
    this.#turning = true;
    let nextMs = probeEveryMs;
    try {
      nextMs = await this.#oneStep(uplink);
    } finally {
      this.#turning = false;
      const soon = this.#again && this.#failures === 0;
      this.#again = false;
      this.#napFor(soon ? Math.min(nextMs, gatherMs) : nextMs);
    }
  }

  /** One batch, or a look at the line when there is nothing to send; answers when to come again. */
  async #oneStep(uplink: Uplink): Promise<number> {
    const records = this.#batchAfter(enrolment(this.#parts.db)?.acked_through ?? 0);
    const first = records[0];
    if (!first) return this.#heard(await uplink.probe());
    const last = records.at(-1)!;
    const head = this.#signHead({
      till: this.#till,
      epoch: first.epoch,
      seq: last.seq,
      hash: last.hash,
      at: this.#parts.env.wallMs(),
    });
    const sending = uplink.send({ till: this.#till, epoch: first.epoch, records, head });
    // The next batch is made ready while the gateway works on this one.
    this.#ready = { after: last.seq, records: this.#read(last.seq) };
    const answer = await sending;
    return this.#stopped || this.#uplink !== uplink
      ? probeEveryMs
      : this.#answered(answer, first.seq, records.length);
  }

  #batchAfter(seq: number): readonly SealedRecord[] {
    const ready = this.#ready;
    this.#ready = null;
    const fits = ready?.after === seq && ready.records.length > 0 && ready.records.length <= this.#batchMax;
    return fits ? ready.records : this.#read(seq);
  }

  #read(afterSeq: number): readonly SealedRecord[] {
    const max = this.#parts.way.isUsed ? Math.min(this.#batchMax, smallBatchMax) : this.#batchMax;
    return recordsAfter(this.#parts.db, this.#till, afterSeq, max, batchTextMax);
  }

  #heard(probe: Probe): number {
    if (this.#stopped) return probeEveryMs;
    if (probe.kind === 'offline') return this.#failed(probe.reason);
    this.#failures = 0;
    this.#link.becomes(probe.kind);
    return probeEveryMs;
  }

  #answered(answer: Answer, firstSeq: number, sent: number): number {
    switch (answer.kind) {
      case 'accepted':
        // Taken, and yet not a row further: asked again at once it would say so for ever.
        if (answer.ackedThrough < firstSeq) return this.#failed('gateway-trouble');
        this.#succeeded(answer.ackedThrough, answer.setAside);
        return this.#parts.way.isUsed ? betweenSmallMs : 0;
      case 'expected':
        // The gateway's own count is the truth about what it holds, but not about what the till has.
        if (answer.seq === firstSeq) return this.#failed('gateway-trouble');
        if (answer.seq < 1 || answer.seq > journalHead(this.#parts.db).seq + 1) return this.#failed('fork');
        this.#succeeded(answer.seq - 1, []);
        return gatherMs;
      case 'refused':
        if (answer.reason === 'too-large' && sent > 1) {
          this.#batchMax = Math.max(1, Math.floor(sent / 2));
          return 0;
        }
        if (answer.seq !== null && answer.seq > firstSeq) {
          // What stands before the record at fault can still go.
          this.#batchMax = answer.seq - firstSeq;
          return 0;
        }
        return this.#failed(answer.reason);
      case 'fork':
        return this.#failed('fork');
      case 'unknown-till':
        return this.#failed('unknown-till');
      case 'unreachable':
        return this.#failed(answer.reason);
    }
  }

  #succeeded(ackedThrough: number, setAside: readonly { seq: number; reason: string }[]): void {
    this.#failures = 0;
    this.#batchMax = batchRecordsMax;
    this.#parts.act(systemActor, tx => acknowledge(tx, ackedThrough, setAside));
    this.#link.becomes('online');
  }

  #failed(reason: string): number {
    this.#failures += 1;
    this.#link.becomes('offline', reason);
    const ceilingMs = Math.min(backoffFirstMs * 2 ** Math.min(this.#failures - 1, 10), backoffMaxMs);
    // Full jitter, but never at once: a hundred tills come back from one outage together.
    return ceilingMs / 2 + this.#parts.env.rng() * (ceilingMs / 2);
  }
}
