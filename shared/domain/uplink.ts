import type { SealedRecord } from './journal.ts';
import type { SignedHead } from './journal-head.ts';

// Protocol v1 between a till's uplink and the gateway: what both ends must write letter for letter alike.

/** Bounds of one batch: records, and bytes of its JSON text (unpacked). */
export const batchRecordsMax = 500;
export const batchBytesMax = 1_048_576;

/** How far a request's time may be from the gateway's; beyond it the gateway tells its own and the till signs anew. */
export const clockApartMaxMs = 300_000;

/** Ids of tills, epochs, sales and tenders as they travel: no blanks, no line ends, no surprises in a path. */
export const wireId = /^[0-9A-Za-z._:-]{1,64}$/;

/** A run of one till's journal, in order of `seq`, all of one epoch. */
export type JournalBatch = {
  readonly till: string;
  readonly epoch: string;
  readonly records: readonly SealedRecord[];
  /** The till's word for the last of them. */
  readonly head?: SignedHead;
};

/**
 * The header in which a batch's head travels, as JSON (every part of it is ASCII). It is no part of the body:
 * a gateway that does not know heads takes the batch all the same, and a till need not send one.
 */
export const headHeader = 'evertill-head';

/** A record the gateway took and acknowledged but cannot use; someone has to look at it. */
export type SetAside = { readonly seq: number; readonly reason: SetAsideReason };
export const setAsideReasons = [
  'body-unreadable',
  'sums-differ',
  'sale-repeated',
  /** Two tills took back the same goods before they heard of each other. */
  'refunded-beyond-sold',
] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** Two tills may print one label: so many sales of one receipt number are told, the newest. */
export const heldSalesMax = 3;
/** A till asks once for a customer and once more for the refund: this is a till gone wild. */
export const saleQuestionsPerMinute = 60;

/** What a gateway holds of a sale: the journal row that tells of it, and what came back of it, by till. */
export type HeldSale = {
  /** The selling till's name, as it was enrolled. */
  readonly label: string;
  readonly record: SealedRecord;
  /** Thousandths. */
  readonly goodsBack: readonly { readonly till: string; readonly line: number; readonly quantity: number }[];
  /** Minor units, by the tender whose money it is. */
  readonly moneyBack: readonly { readonly till: string; readonly tender: string; readonly amount: number }[];
};

/** Why a gateway takes nothing of a request; sending it again unchanged will not help. */
export const refusals = [
  'address-wrong',
  'clock-apart',
  'code-wrong',
  'chain-broken',
  'epoch-not-started',
  'hash-differs',
  'malformed',
  'not-allowed',
  'signature-wrong',
  'too-large',
  'too-often',
  'version-unknown',
] as const;
export type GatewayRefusal = (typeof refusals)[number];

export const uplinkPaths = {
  journal: '/v1/journal',
  enrol: '/v1/enrol',
  health: '/v1/health',
  summary: '/v1/summary',
  state: (till: string) => `/v1/tills/${till}/state`,
  sale: (receipt: string) => `/v1/sales/${receipt}`,
} as const;

/** Headers that carry a till's signature: who, when (wall ms), and Ed25519 over `signedText` in base64url. */
export const signatureHeaders = {
  till: 'evertill-till',
  at: 'evertill-at',
  signature: 'evertill-signature',
} as const;

export type SignedRequest = {
  readonly method: string;
  /** Path with its query, as on the request line. */
  readonly path: string;
  /** The gateway's id, so that a request caught on its way to one gateway means nothing to another; empty when enrolling. */
  readonly gateway: string;
  readonly till: string;
  /** Wall ms. */
  readonly at: number;
  /** Lower-case hex of SHA-256 over the body's bytes as sent, packed or not. */
  readonly bodyHash: string;
};

/**
 * The text whose UTF-8 bytes a till signs. It holds no nonce: every request may safely arrive twice
 * (batches are keyed by `(till, epoch, seq)`), and `at` bounds how long a caught one stays good.
 */
export function signedText(request: SignedRequest): string {
  const { method, path, gateway, till, at, bodyHash } = request;
  return ['evertill-request-1', method, path, gateway, till, String(at), bodyHash].join('\n');
}
