import type { SealedRecord } from '../../shared/domain/journal.ts';
import type { SignedHead } from '../../shared/domain/journal-head.ts';
import type { HeldSale, SetAside, SetAsideReason } from '../../shared/domain/uplink.ts';

/**
 * Where the gateway remembers. The embedded store is SQLite; a chain's store speaks the same port.
 * Whatever a promise here has fulfilled is on disk and survives a power cut.
 */
export type Store = {
  /** This gateway's own random id, made with the store. */
  readonly gatewayId: string;
  findTill(till: string): Promise<EnrolledTill | undefined>;
  /** Enrols a till, or gives a known till a new key. */
  enrol(till: EnrolledTill): Promise<void>;
  /** The epoch taken up last and how far it got; undefined before the first batch. */
  state(till: string): Promise<TillState | undefined>;
  /** One transaction: reads what is known about the batch's range, asks `judge`, writes what it takes. */
  take(range: BatchRange, judge: (known: Known) => Verdict): Promise<Taken>;
  /** What is held of the sales with this number on their paper, newest first, at most `most`. */
  sales(receipt: string, most: number): Promise<readonly HeldSale[]>;
  summary(): Promise<Summary>;
  close(): void;
};

export type EnrolledTill = {
  readonly till: string;
  readonly label: string;
  /** Ed25519 public key, SPKI DER in base64. */
  readonly publicKey: string;
  /** Wall ms. */
  readonly enrolledAt: number;
};

export type TillState = {
  readonly epoch: string;
  readonly ackedThrough: number;
  readonly head: string;
  /** The last head that the till has signed; null for a till that signs none. */
  readonly signed: SignedHead | null;
};

export type BatchRange = {
  readonly till: string;
  readonly epoch: string;
  readonly first: number;
  readonly last: number;
  /** Wall ms, a label on what is taken. */
  readonly receivedAt: number;
  /** What the till has signed for it; kept where the batch is taken. */
  readonly head: SignedHead | undefined;
};

/** What the store holds around a batch, all read inside one transaction. */
export type Known = {
  /** Undefined while the epoch is unknown. */
  readonly cursor: { readonly ackedThrough: number; readonly head: string } | undefined;
  /** Hashes of the batch's epoch already held within its range, by seq. */
  readonly held: ReadonlyMap<number, string>;
  /** Hashes that this till's other epochs hold just before the range. */
  readonly before: readonly string[];
};

export type Verdict =
  | { readonly kind: 'take'; readonly fresh: readonly FreshRecord[] }
  | { readonly kind: 'expected' | 'fork'; readonly seq: number }
  | { readonly kind: 'refused'; readonly reason: 'chain-broken' | 'epoch-not-started'; readonly seq: number };

/** A checked record that the store does not hold yet, and what the gateway reads in it. */
export type FreshRecord = {
  readonly record: SealedRecord;
  readonly sealed: string;
  readonly reading: Reading;
};

export type Reading =
  | { readonly kind: 'plain' }
  | { readonly kind: 'sale'; readonly sale: ReceivedSale }
  | { readonly kind: 'refund'; readonly refund: ReceivedRefund }
  | { readonly kind: 'unusable'; readonly reason: SetAsideReason };

export type ReceivedSale = {
  readonly id: string;
  readonly number: number;
  /** As printed. */
  readonly receipt: string;
  /** Minor units. */
  readonly total: number;
  readonly tenders: readonly { readonly id: string; readonly kind: string; readonly amount: number }[];
};

/** Of a sale, by this till or another. */
export type ReceivedRefund = {
  readonly id: string;
  readonly sale: { readonly id: string };
  /** Thousandths. */
  readonly lines: readonly { readonly id: number; readonly sold: number; readonly quantity: number }[];
  readonly back: readonly { readonly id: string; readonly tender: string | null; readonly amount: number }[];
};

export type Taken =
  | { readonly kind: 'accepted'; readonly ackedThrough: number; readonly setAside: readonly SetAside[] }
  | Exclude<Verdict, { kind: 'take' }>;

export type Summary = {
  /** Sales, each counted once however often it arrived. */
  readonly received: number;
  readonly records: number;
  /** Arrivals of a sale beyond its first, as records of their own; a batch sent again counts nothing. */
  readonly duplicates: number;
  /** How often the most captured tender was captured; 1 is right, 0 before the first. */
  readonly maxCapturesPerTender: number;
  readonly setAside: number;
};
