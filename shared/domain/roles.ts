/**
 * Every act that needs leave. A word names exactly one; `open` and `first-run` are for nobody in particular, and
 * `face-customer` is all that the customer's screen has: a word that is given another is not for a stranger's eyes.
 */
export const permissions = [
  'open',
  'face-customer',
  'first-run',
  'search',
  'sell',
  'pay-despite-unknown',
  'refund',
  'refund-in-cash',
  'refund-without-receipt',
  'payment-desk',
  'discount',
  'override-price',
  'sell-below-floor',
  'create-goods',
  'void-cart',
  'open-drawer',
  'reprint',
  'open-shift',
  'close-shift',
  'close-day',
  'move-cash',
  'sign-count',
  'explain-variance',
  'view-reports',
  'view-audit',
  'import-catalog',
  'manage-invoices',
  'manage-staff',
  'manage-settings',
] as const;
export type Permission = (typeof permissions)[number];

/** `operator` is the command line on the till's own machine; it manages, but never sells. */
export const roles = ['cashier', 'manager', 'owner', 'operator'] as const;
export type Role = (typeof roles)[number];
/** As whom somebody acts: in a role, or in none. */
export type Standing = Role | 'nobody' | 'customer';

const anybody: readonly Permission[] = ['open', 'face-customer'];
const cashier: readonly Permission[] = [
  ...anybody,
  'search',
  'sell',
  'void-cart',
  'open-shift',
  'close-shift',
];
const manager: readonly Permission[] = [
  ...cashier,
  'pay-despite-unknown',
  'refund',
  'refund-in-cash',
  'refund-without-receipt',
  'payment-desk',
  'discount',
  'override-price',
  'sell-below-floor',
  'create-goods',
  'open-drawer',
  'reprint',
  'close-day',
  'move-cash',
  'sign-count',
  'explain-variance',
  'view-reports',
  'view-audit',
  'import-catalog',
  'manage-invoices',
  'manage-staff',
];
const owner: readonly Permission[] = [...manager, 'manage-settings'];

/** The one table of who may do what; nobody signed in may only what is `open`, and the customer's screen not even that. */
export const mayDo: Readonly<Record<Standing, readonly Permission[]>> = {
  customer: ['face-customer'],
  nobody: anybody,
  cashier,
  manager,
  owner,
  operator: [...anybody, 'search', 'view-reports', 'view-audit', 'import-catalog', 'manage-settings'],
};

/** What a shop may let its cashiers do by themselves (a setting), without a manager who comes each time. */
export const grantable: readonly Permission[] = ['create-goods'];

/** Whether a role may do anything that `own` may not; nobody makes, changes or stands in for such a person. */
export const isAbove = (role: Role, own: Standing): boolean =>
  mayDo[role].some(permission => !mayDo[own].includes(permission));

/** What a manager may allow a cashier on the spot; the rest needs the person itself. */
export const approvable: readonly Permission[] = [
  'pay-despite-unknown',
  'refund',
  'refund-in-cash',
  'refund-without-receipt',
  'discount',
  'override-price',
  'sell-below-floor',
  'create-goods',
  'open-drawer',
  'move-cash',
  'sign-count',
  'reprint',
];

/** Leave that whoever holds it gives anew each time, be it to themselves: a till that somebody left signed in has none of it. */
export const askedEachTime: readonly Permission[] = ['sell-below-floor'];
