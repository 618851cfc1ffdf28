import type { AuditFacts } from './facts/audit.ts';
import type { BackupFacts } from './facts/backups.ts';
import type { CounterFacts } from './facts/counter.ts';
import type { DrawerFacts } from './facts/drawer.ts';
import type { InvoiceFacts } from './facts/invoices.ts';
import type { PaymentFacts } from './facts/payments.ts';
import type { PeopleFacts } from './facts/people.ts';
import type { PracticeFacts } from './facts/practice.ts';
import type { RefundFacts } from './facts/refunds.ts';
import type { ShopFacts } from './facts/shop.ts';

/**
 * Every kind of fact a journal can hold, and what its body says. A body is never changed once a release
 * has written it: a new shape is a new kind. Personal data is not in it (see `JournalRecord`).
 */
export type Facts = ShopFacts &
  PeopleFacts &
  DrawerFacts &
  CounterFacts &
  RefundFacts &
  InvoiceFacts &
  PaymentFacts &
  BackupFacts &
  PracticeFacts &
  AuditFacts;
export type FactKind = keyof Facts;

/** A fact as features meet it. `personal` holds clear texts by field; null where they have been erased. */
export type Fact<Kind extends FactKind = FactKind> = {
  [K in Kind]: {
    readonly kind: K;
    readonly seq: number;
    readonly at: number;
    readonly actor: string;
    readonly body: Facts[K];
    readonly personal: Readonly<Record<string, string | null>>;
  };
}[Kind];
