import type { JournalFault } from '../journal-head.ts';

/** What the till tells of itself, so that nobody can say afterwards that it kept silent. */
export type AuditFacts = {
  /** The key that signs heads from here on; SPKI DER in base64. */
  'device-key-made': { readonly publicKey: string };
  /** Found at a start: the journal and its second place disagree. */
  'integrity-failed': JournalFault;
  /** A proof of the whole journal came to its end. */
  'journal-verified': { readonly rows: number; readonly fault: JournalFault | null };
  /** The wall clock left the steady one, or stood before the last fact at a start (`atStart`). */
  'clock-moved': { readonly byMs: number; readonly atStart: boolean };
  'software-changed': { readonly from: string; readonly to: string };
  /** Somebody took data out of the till; `what` names the export. */
  'data-exported': { readonly what: ExportKind };
};

/** What can be taken out of the till in one piece. */
export const exportKinds = ['sales', 'audit'] as const;
export type ExportKind = (typeof exportKinds)[number];
