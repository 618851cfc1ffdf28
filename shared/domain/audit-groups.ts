import type { FactKind } from './facts.ts';

/** What somebody who looks through the journal looks for. */
export const auditGroups = [
  'sales',
  'sign-ins',
  'approvals',
  'drawer',
  'voids',
  'refunds',
  'settings',
  'payments',
  'integrity',
] as const;
export type AuditGroup = (typeof auditGroups)[number];

/** Every kind of fact stands in exactly one group; a new kind does not compile without its place. */
export const groupOf: Readonly<Record<FactKind, AuditGroup>> = {
  'sale-completed': 'sales',
  'cart-held': 'sales',
  'cart-recalled': 'sales',
  'cart-parked': 'sales',
  'cart-brought-back': 'sales',
  'receipt-reprinted': 'sales',
  'signed-in': 'sign-ins',
  'signed-in-unproved': 'sign-ins',
  'signed-out': 'sign-ins',
  'sign-in-failed': 'sign-ins',
  'approval-given': 'approvals',
  'approval-used': 'approvals',
  'shift-opened': 'drawer',
  'shift-closed': 'drawer',
  'drawer-opened': 'drawer',
  'line-removed': 'voids',
  'cart-voided': 'voids',
  'sale-refunded': 'refunds',
  'refund-begun': 'refunds',
  'refund-moved': 'refunds',
  'setup-completed': 'settings',
  'setting-changed': 'settings',
  'staff-added': 'settings',
  'pin-set': 'settings',
  'channel-configured': 'settings',
  'channel-removed': 'settings',
  'catalog-imported': 'settings',
  'gateway-enrolled': 'settings',
  'payment-begun': 'payments',
  'payment-moved': 'payments',
  'payment-surplus': 'payments',
  'payment-noted': 'payments',
  'tender-verified': 'payments',
  'epoch-started': 'integrity',
  'device-key-made': 'integrity',
  'integrity-failed': 'integrity',
  'journal-verified': 'integrity',
  'clock-moved': 'integrity',
  'software-changed': 'integrity',
  'data-exported': 'integrity',
  'link-lost': 'integrity',
  'link-restored': 'integrity',
};

/** The kinds of these groups. */
export const kindsIn = (groups: readonly AuditGroup[]): readonly FactKind[] =>
  (Object.keys(groupOf) as FactKind[]).filter(kind => groups.includes(groupOf[kind]));
