import type { JournalHead } from '../../shared/domain/journal-head.ts';
import type { GatewayRefusal, JournalBatch, SetAside } from '../../shared/domain/uplink.ts';
import type { Env } from '../../shared/env.ts';
import type { Result } from '../../shared/lib/result.ts';

/**
 * Where the journal goes. An uplink carries batches and tells what became of them; it keeps no queue, no
 * cursor and makes no second try of its own beyond what cannot change the outcome: when to send, how much
 * and how often is `features/syncing`. Nothing here throws for what a network does.
 */
export type Uplink = {
  /**
   * Sends a run of one epoch's records. Safe to repeat with any overlap: the far end takes each
   * `(till, epoch, seq)` once. A till that is not enrolled hears `unknown-till` without a byte being sent.
   */
  send(batch: JournalBatch): Promise<Answer>;
  /** A cheap look whether the far end is there; sends nothing of the shop's. */
  probe(): Promise<Probe>;
  /** The last row of this till that the far end holds; `seq` 0 where it holds none, null without an answer that counts. */
  head(): Promise<HeldHead | null>;
  /** What the far end holds of the sales with this receipt (a `wireId`), of any till. Safe to repeat. */
  sale(receipt: string): Promise<SaleAnswer>;
  /** Makes this till known with the operator's one-time code; safe to repeat when the answer was lost. */
  enrol(request: EnrolRequest): Promise<Enrolment>;
  /** Drops connections; the uplink is not used afterwards. */
  close(): void;
};

export type HeldHead = Pick<JournalHead, 'seq' | 'hash'>;

export type Answer =
  /** On the far end's disk, without a gap, up to and including `ackedThrough` (never beyond the batch sent). */
  | { readonly kind: 'accepted'; readonly ackedThrough: number; readonly setAside: readonly SetAside[] }
  /** A gap: go on from `seq`; 1 may mean an earlier epoch's records too. */
  | { readonly kind: 'expected'; readonly seq: number }
  /** The far end holds another record under this seq: two tills write one history. A person must look. */
  | { readonly kind: 'fork'; readonly seq: number }
  /**
   * Sending the same again will not help. `seq` names the record at fault where there is one: what stands
   * before it can still go. `too-large`: send fewer records.
   */
  | { readonly kind: 'refused'; readonly reason: RefusedReason; readonly seq: number | null }
  /** No answer that counts; the batch may or may not have been taken. Send it again later. */
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  | { readonly kind: 'unknown-till' };

export type SaleAnswer =
  /** Newest first; none is an answer. What each of them is, is for the asker to read: they are said to be `HeldSale`. */
  | { readonly kind: 'held'; readonly sales: readonly unknown[] }
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason }
  | { readonly kind: 'unknown-till' };

export type RefusedReason = GatewayRefusal | 'certificate-changed';

export const unreachableReasons = [
  'connection-refused',
  'cut',
  'gateway-trouble',
  'no-address',
  'no-network',
  'no-tls',
  'not-a-gateway',
  'timeout',
] as const;
export type UnreachableReason = (typeof unreachableReasons)[number];

export type Probe =
  /** `clockApartMs`: how far the far end's clock is ahead of the till's, to a second; null if it did not say. */
  | { readonly kind: 'online'; readonly roundTripMs: number; readonly clockApartMs: number | null }
  | { readonly kind: 'degraded'; readonly roundTripMs: number; readonly clockApartMs: number | null }
  | {
      readonly kind: 'offline';
      readonly reason: UnreachableReason | 'certificate-changed' | 'another-gateway';
    };

export type EnrolRequest = { readonly code: string; readonly label: string };

export type Enrolment =
  | { readonly kind: 'enrolled'; readonly gateway: string }
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
  | { readonly kind: 'unreachable'; readonly reason: UnreachableReason };

/** What is stored about the far end; nothing in it is secret. */
export type UplinkSettings = {
  readonly url: string;
  /** SHA-256 of the far end's certificate in hex, colons and case as they come; needed with HTTPS. */
  readonly fingerprint: string | null;
  readonly till: string;
  /** The far end's id, learnt at enrolment; null before. */
  readonly gateway: string | null;
};

export type UplinkEnv = Pick<Env, 'wallMs' | 'monotonicMs' | 'after'>;

export type UplinkHands = {
  readonly env: UplinkEnv;
  /** Ed25519 over `bytes` with the till's private key, which never comes here. */
  sign(bytes: Uint8Array): Uint8Array;
  /** The matching public key, SPKI DER in base64. */
  readonly publicKey: string;
};

export type SettingsFault =
  | 'address-unreadable'
  | 'plain-http-only-on-this-machine'
  | 'fingerprint-missing'
  | 'fingerprint-unreadable';

/** Makes an uplink; a fault in the settings is known before anything is sent. */
export type OpenUplink = (settings: UplinkSettings, hands: UplinkHands) => Result<Uplink, SettingsFault>;
