import type { Env } from '../../../shared/env.ts';

/** What a scanner sent, cut into scans. A scan's text is a secret until the core has classified it. */
export type ScannerEvent =
  | {
      readonly kind: 'scan';
      /** Without terminators and without the AIM identifier; a GS inside stays. */
      readonly text: string;
      /** AIM symbology identifier such as `]E0`, where the scanner sends one. */
      readonly aim?: string;
    }
  | { readonly kind: 'fault'; readonly reason: 'garbled' };

export type Framing = { push(bytes: Uint8Array): void; stop(): void };

/**
 * Cuts a scanner's bytes into scans: at CR, LF, CRLF, TAB or ETX, a leading STX dropped; where nothing
 * terminates, after 40 ms of silence. More than 4096 bytes without an end, or bytes that are no text, are
 * noise: discarded up to the next end and reported (a wrong baud rate, mostly). The same code read again
 * within `doubleReadMs` is one read by a trembling hand; 0 switches that off.
 */
export function createFraming(
  options: { readonly doubleReadMs: number; onEvent(event: ScannerEvent): void },
  env: Pick<Env, 'after'>,
): Framing {
  let frame: number[] = [];
  let overflowed = false;
  let last: string | null = null;
  let cancelSilence = (): void => undefined;
  let cancelForget = (): void => undefined;

  const flush = (): void => {
    const bytes = Uint8Array.from(frame);
    const noise = overflowed;
    frame = [];
    overflowed = false;
    if (bytes.length === 0 && !noise) return;
    const raw = noise ? null : textOf(bytes);
    if (raw === null) options.onEvent({ kind: 'fault', reason: 'garbled' });
    else if (raw !== '' && !isDoubleRead(raw)) options.onEvent(scanOf(raw));
  };
  /** Forgets a read as soon as it may: it could be a payment code. */
  const isDoubleRead = (raw: string): boolean => {
    cancelForget();
    const double = raw === last;
    last = options.doubleReadMs > 0 ? raw : null;
    cancelForget = env.after(options.doubleReadMs, () => {
      last = null;
    });
    return double;
  };
  const take = (byte: number): void => {
    if (terminators.has(byte)) flush();
    else if (byte === stx) frame = [];
    else if (frame.length < frameBytesMax) frame.push(byte);
    else overflowed = true;
  };
  return {
    push(bytes) {
      cancelSilence();
      for (const byte of bytes) take(byte);
      if (frame.length > 0) cancelSilence = env.after(silenceMs, flush);
    },
    stop() {
      cancelSilence();
      cancelForget();
    },
  };
}

/** UTF-8, else GB18030 (Chinese QR codes of older printers); null where it is text in neither, or control bytes. */
function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null && !/[^\P{Cc}\x1d\x1e\x04]|\p{Co}|\p{Cn}/u.test(text)) return text;
  }
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not this encoding; the error would hold nothing but the bytes.
    return null;
  }
}

function scanOf(raw: string): ScannerEvent {
  const aim = /^\][A-Za-z][0-9A-Za-z]/.exec(raw)?.[0];
  return aim === undefined || aim === raw
    ? { kind: 'scan', text: raw }
    : { kind: 'scan', text: raw.slice(3), aim };
}

const terminators: ReadonlySet<number> = new Set([0x0d, 0x0a, 0x09, 0x03]);
const stx = 0x02;
const silenceMs = 40;
const frameBytesMax = 4096;
