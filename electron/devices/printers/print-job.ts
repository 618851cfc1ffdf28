import type { PrinterTrouble, PrintOutcome } from '../../../shared/domain/print-outcome.ts';
import type { Env } from '../../../shared/env.ts';
import type { Transport, Written } from '../transports/transport.ts';
import type { BackChannel } from './model.ts';
import type { PrinterLink } from './printer-link.ts';

export type PrintAttempt = {
  readonly bytes: Uint8Array;
  /** A drawer pulse puts nothing on paper, so nothing can be proved: once taken it is `sent`. */
  readonly proof: boolean;
  /** Time for the whole attempt, a reload of the paper included, in ms. */
  readonly deadlineMs: number;
  /** An earlier attempt ended in doubt: its answer may still come, and must not be taken for this one's. */
  readonly afterDoubt?: boolean;
  /** What the printer says while it is waited for: no paper, an open cover, or null when all is well again. */
  onTrouble?(trouble: PrinterTrouble | null): void;
};

/**
 * One attempt on a printer that talks back: asks before the first byte whether it can print, sends, and
 * waits until it says that it has. Slowness is not failure: as long as the deadline has not passed and
 * the connection stands, the answer may still come, also after new paper. Never sends anything twice.
 */
export async function printWithProof(
  link: PrinterLink,
  attempt: PrintAttempt,
  backChannel: Exclude<BackChannel, 'none'>,
  env: Env,
): Promise<PrintOutcome> {
  const until = env.monotonicMs() + attempt.deadlineMs;
  const trouble = await link.trouble();
  if (trouble !== null) return { kind: 'blocked', reason: trouble };
  if (!attempt.proof) return judge(await link.write(attempt.bytes, attempt), attempt);
  if (attempt.afterDoubt && backChannel === 'status' && !(await outwaitOldAnswers(link, until, env))) {
    return { kind: 'blocked', reason: 'busy' };
  }
  const proof = proofOf(backChannel, env);
  const watch = watchFor(link, proof.matches);
  try {
    const job = Buffer.concat([attempt.bytes, proof.question]);
    const written = await link.write(job, { deadlineMs: until - env.monotonicMs() });
    const begun = judge(written, attempt);
    if (begun.kind !== 'sent') return begun;
    const end = await waitForProof(link, watch.ended, until, attempt, env);
    if (end === 'proved') return { kind: 'printed', evidence: backChannel };
    return { kind: 'uncertain', reason: end, bytesAccepted: attempt.bytes.length };
  } finally {
    watch.stop();
  }
}

/** One attempt on a printer that never answers: at best the job is sent. */
export async function printBlind(transport: Transport, attempt: PrintAttempt): Promise<PrintOutcome> {
  return judge(await transport.write(attempt.bytes, attempt), attempt);
}

function judge(written: Written, { bytes }: PrintAttempt): PrintOutcome {
  if (written.end === 'done') return { kind: 'sent' };
  if (written.accepted === 0)
    return { kind: 'blocked', reason: written.end === 'lost' ? 'not-connected' : 'busy' };
  const bytesAccepted = Math.min(written.accepted, bytes.length);
  return { kind: 'uncertain', reason: written.end === 'lost' ? 'link-lost' : 'stalled', bytesAccepted };
}

type Proof = {
  readonly question: Uint8Array;
  matches(event: Parameters<Parameters<PrinterLink['onEvent']>[0]>[0]): boolean;
};

/**
 * The question behind the job. GS ( H function 48 has our number returned when the printing is completed;
 * GS r 1 is answered in turn, and not while the paper is out.
 */
function proofOf(backChannel: Exclude<BackChannel, 'none'>, env: Env): Proof {
  if (backChannel === 'status') {
    return { question: askInTurn, matches: event => event.kind === 'in-turn' };
  }
  const id = Array.from(env.randomBytes(4), byte => 0x30 + (byte % 10));
  return {
    question: Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...id),
    matches: event => event.kind === 'process-id' && event.id === String.fromCharCode(...id),
  };
}

/**
 * Answers to GS r bear no number. A question of our own goes behind the old job: when it is answered, the
 * old answer has come just before it, and after a short quiet none can come any more. False if the printer
 * was not done with the old job in time.
 */
async function outwaitOldAnswers(link: PrinterLink, until: number, env: Env): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const leftMs = until - env.monotonicMs();
  let cancel = env.after(leftMs, () => resolve(false));
  const offEvent = link.onEvent(event => {
    if (event.kind !== 'in-turn') return;
    cancel();
    cancel = env.after(quietMs, () => resolve(true));
  });
  const offEnd = link.onEnd(() => resolve(false));
  await link.write(askInTurn, { deadlineMs: leftMs });
  const quiet = await promise;
  for (const stop of [offEvent, offEnd, cancel]) stop();
  return quiet;
}

/** Listens from before the first byte, so that no answer of a fast printer is missed. */
function watchFor(
  link: PrinterLink,
  matches: Proof['matches'],
): { ended: Promise<'proved' | 'link-lost'>; stop(): void } {
  const { promise: ended, resolve } = Promise.withResolvers<'proved' | 'link-lost'>();
  const offEvent = link.onEvent(event => matches(event) && resolve('proved'));
  const offEnd = link.onEnd(() => resolve('link-lost'));
  return {
    ended,
    stop() {
      offEvent();
      offEnd();
    },
  };
}

/** Waits, asking now and then what is wrong, so that at the deadline there is a reason to tell. */
async function waitForProof(
  link: PrinterLink,
  ended: Promise<'proved' | 'link-lost'>,
  until: number,
  attempt: PrintAttempt,
  env: Env,
): Promise<'proved' | 'link-lost' | PrinterTrouble> {
  let trouble: PrinterTrouble | null = null;
  for (;;) {
    const leftMs = until - env.monotonicMs();
    if (leftMs <= 0) return trouble ?? 'no-answer';
    const pause = new Promise<null>(resolve => env.after(Math.min(leftMs, pollMs), () => resolve(null)));
    const end = await Promise.race([ended, pause]);
    if (end !== null) return end;
    trouble = await link.trouble();
    // A printer with a full buffer may be too busy to answer; only what it says itself is news.
    if (trouble !== 'no-answer') attempt.onTrouble?.(trouble);
  }
}

// GS r 1: paper status, answered when everything before it is printed.
const askInTurn = Uint8Array.of(0x1d, 0x72, 0x01);
const pollMs = 1000;
const quietMs = 400;
