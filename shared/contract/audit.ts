import { z } from 'zod';
import { type AuditGroup, auditGroups } from '../domain/audit-groups.ts';
import type { OverrideReason } from '../domain/cart.ts';
import { exportKinds } from '../domain/facts/audit.ts';
import type { FactKind } from '../domain/facts.ts';
import type { JournalFault } from '../domain/journal-head.ts';
import type { Minor } from '../domain/money.ts';
import type { RemovalReason } from '../domain/removal.ts';
import { Id, Label } from './fields.ts';
import { command, query } from './word.ts';

/** What a fact says in codes of the till's own; every language has its words for them. */
export type AuditTold =
  | { readonly of: 'setting'; readonly setting: string; readonly before: unknown; readonly after: unknown }
  | { readonly of: 'payment'; readonly state: string }
  | { readonly of: 'permission'; readonly permission: string }
  | { readonly of: 'cash'; readonly move: string }
  | { readonly of: 'reason'; readonly reason: OverrideReason | RemovalReason };

/** One fact, as much of it as a line of a list can say. */
export type AuditRow = {
  readonly seq: number;
  /** Wall ms. */
  readonly at: number;
  /** The name of whoever did it, or the actor's id: `system`, `cli:NAME`. */
  readonly who: string;
  readonly kind: FactKind;
  readonly group: AuditGroup;
  readonly amount: Minor | null;
  /** The receipt it is about, as it stands on paper, and the number under which it is found. */
  readonly receipt: { readonly text: string; readonly number: number } | null;
  /** What it was about in the words of the shop: goods, a reason, a name. Empty where the kind says all. */
  readonly note: string;
  /** The same in codes; both may say something. */
  readonly told: AuditTold | null;
  /** What was found wrong with the journal, where the fact tells of that. */
  readonly harm: JournalFault | null;
  /** The beginning of the row's hash, as receipts show it. */
  readonly seal: string;
};

export type AuditSlice = {
  /** Newest first. */
  readonly rows: readonly AuditRow[];
  /** Ask again with this as `beforeSeq` for what is older; null at the beginning of the journal. */
  readonly next: number | null;
};

export const auditRowsMax = 200;

export const audit = {
  /** A slice of the journal. With filters it may hold few rows, or none, though there are more: see `next`. */
  rows: query(
    'view-audit',
    z.object({
      groups: z.array(z.enum(auditGroups)).max(auditGroups.length).default([]),
      actor: Id.optional(),
      /** Wall ms; `to` is not itself in it. */
      from: z.int().optional(),
      to: z.int().optional(),
      text: Label(80).default(''),
      beforeSeq: z.int().min(1).optional(),
      limit: z.int().min(1).max(auditRowsMax),
    }),
  ).returns<AuditSlice>(),
  /** Said before data leaves the till, so that the journal knows of it whatever becomes of the file. */
  exporting: command('view-audit', z.object({ what: z.enum(exportKinds) })).returns<Record<string, never>>(),
};
