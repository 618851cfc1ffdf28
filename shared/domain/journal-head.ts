import { canonicalJson } from '../lib/canonical.ts';

/** Where a journal stood at some moment: its last row, and the hash of that row. `at` is wall ms. */
export type JournalHead = {
  readonly till: string;
  readonly epoch: string;
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
};

/**
 * A head that the till's device key vouches for. `key` is the public half (SPKI DER in base64), as the
 * journal's `device-key-made` tells it; `signature` is Ed25519 over `headText`, base64url.
 */
export type SignedHead = JournalHead & { readonly key: string; readonly signature: string };

/** The text whose UTF-8 bytes are signed; the first word keeps it from meaning anything elsewhere. */
export const headText = ({ till, epoch, seq, hash, at, key }: Omit<SignedHead, 'signature'>): string =>
  `evertill-head-1\n${canonicalJson({ till, epoch, seq, hash, at, key })}`;

/** In what way a journal, or what vouches for it, does not hold. */
export const journalHarms = [
  /** A row says something else than when it was written. */
  'changed',
  /** A row is gone. */
  'missing',
  /** A row stands where none was. */
  'inserted',
  /** Rows have changed places. */
  'reordered',
  /** The end is gone, from this row on. */
  'cut-off',
  /** The end is gone, and every table agrees: the file is an older copy of itself. */
  'older-file',
  'unknown-version',
  'epoch-not-announced',
  /** A row whose fact nobody can read any more. */
  'unreadable',
  /** The second place beside the database is not there; `seq` is 0. */
  'heads-gone',
  /** The second place can't be read from this row on. */
  'heads-damaged',
  /** A signed head names another hash; the harm lies at this row or before it. */
  'head-differs',
  /** The gateway holds another hash; the harm lies at this row or before it. */
  'gateway-differs',
] as const;
export type JournalHarm = (typeof journalHarms)[number];

/** Where a journal does not hold, and how. */
export type JournalFault = { readonly seq: number; readonly how: JournalHarm };
