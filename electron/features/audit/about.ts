import type { AuditRow, AuditTold } from '../../../shared/contract/audit.ts';
import { findWord } from '../../../shared/contract/words.ts';
import type { OverrideReason } from '../../../shared/domain/cart.ts';
import type { Fact, FactKind } from '../../../shared/domain/facts.ts';
import { plainAmount, sum } from '../../../shared/domain/money.ts';
import type { RemovalReason } from '../../../shared/domain/removal.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';

/** What a fact is about, beyond its kind. */
export type About = Partial<Pick<AuditRow, 'amount' | 'receipt' | 'note' | 'told' | 'harm'>>;

type Tellers = {
  readonly [Kind in FactKind]?: (body: Fact<Kind>['body'], nameOf: (staff: StaffId) => string) => About;
};

/** The few facts of each kind that a list shows; a kind that is not here says all by itself. */
const tellers: Tellers = {
  'sale-completed': ({ sale }) => ({
    amount: sale.total,
    receipt: { text: sale.receipt, number: sale.number },
  }),
  'sale-refunded': ({ refund }) => ({ amount: refund.total, note: `${refund.receipt} · ${refund.reason}` }),
  'sale-voided': ({ refund }) => ({ amount: refund.total, note: `${refund.receipt} · ${refund.reason}` }),
  'exchange-returned': ({ refund, amount }) => ({ amount, note: refund.receipt }),
  'line-removed': ({ line, reason }) => ({ note: line.name, told: reasonOf(reason) }),
  'cart-voided': ({ cart, reason }) => ({
    note: cart.lines.map(line => line.name).join(', '),
    told: reasonOf(reason),
  }),
  'price-overridden': ({ line }) => ({
    note: line.name,
    amount: line.unitPrice,
    told: reasonOf(line.override?.reason),
  }),
  'floor-passed': ({ lines }) => ({
    note: lines.map(line => `${line.name} < ${plainAmount(line.least)}`).join(', '),
    amount: sum(lines.map(line => line.amount)),
  }),
  'age-checked': ({ goods }) => ({ note: goods.join(', ') }),
  'cart-held': ({ label, due }) => ({ note: label, amount: due }),
  'cart-parked': ({ label, due }) => ({ note: label, amount: due }),
  'shift-opened': ({ cashier, float }, nameOf) => ({ note: nameOf(cashier), amount: float }),
  'drawer-opened': ({ reason }) => ({ note: reason }),
  'cash-moved': ({ move, amount, reason }) => ({ note: reason, amount, told: { of: 'cash', move } }),
  'cash-counted': ({ round, counted }) => ({ note: String(round), amount: counted }),
  'shift-signed': ({ by }, nameOf) => ({ note: nameOf(by) }),
  'shift-closed': ({ report }) => ({ note: `Z${report.closing?.z}`, amount: report.total }),
  'day-closed': ({ day, report }) => ({ note: day, amount: report.total }),
  'variance-explained': ({ note }) => ({ note }),
  'signed-in': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'sign-in-failed': ({ staff }, nameOf) => ({ note: staff === 'badge' ? '' : nameOf(staff) }),
  'sign-in-unlocked': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'code-used': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'signed-in-unproved': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'approval-given': ({ by, word, permission }, nameOf) => ({
    note: nameOf(by),
    told: permission ? { of: 'permission', permission } : permissionOf(word),
  }),
  'approval-used': ({ by, word }, nameOf) => ({ note: nameOf(by), told: permissionOf(word) }),
  'staff-added': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'pin-set': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'role-changed': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'staff-renamed': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'staff-blocked': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'staff-unblocked': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'badge-set': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'badge-removed': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'totp-enrolled': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'totp-removed': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'second-factor-set': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'setting-changed': ({ setting, before, after }) => ({ told: { of: 'setting', setting, before, after } }),
  'channel-configured': ({ channel, changed }) => ({ note: `${channel}: ${changed.join(', ')}` }),
  'channel-removed': ({ channel }) => ({ note: channel }),
  'catalog-imported': ({ file, rows }) => ({ note: `${file} (${rows})` }),
  'catalog-import-undone': ({ file, items }) => ({ note: `${file} (${items})` }),
  'item-created': ({ code, name, price }) => ({ note: `${name} (${code})`, amount: price }),
  'item-removed': ({ code, name }) => ({ note: `${name} (${code})` }),
  'repricing-planned': ({ goods, one }) =>
    one ? { note: one.name, amount: one.price } : { note: String(goods) },
  'repricing-begun': ({ goods }) => ({ note: String(goods) }),
  'repricing-withdrawn': ({ goods }) => ({ note: String(goods) }),
  'quick-keys-arranged': ({ pages }) => ({ note: pages.map(({ title }) => title).join(' · ') }),
  'gateway-enrolled': ({ url }) => ({ note: url }),
  'payment-begun': ({ order, amount }) => ({ note: order, amount }),
  'payment-moved': ({ order, amount, state }) => ({
    note: order,
    amount,
    told: { of: 'payment', state: state.name },
  }),
  'payment-surplus': ({ order, amount }) => ({ note: order, amount }),
  'payment-noted': ({ note }) => ({ note }),
  'refund-begun': ({ reason, amount }) => ({ note: reason, amount }),
  'refund-moved': ({ order, amount }) => ({ note: order, amount }),
  'tender-verified': ({ note, amount }) => ({ note, amount }),
  'epoch-started': ({ software }) => ({ note: software }),
  'integrity-failed': ({ seq, how }) => ({ harm: { seq, how } }),
  'journal-verified': ({ rows, fault }) => ({ note: String(rows), harm: fault }),
  'clock-moved': ({ byMs }) => ({ note: `${Math.round(byMs / 1000)} s` }),
  'software-changed': ({ from, to }) => ({ note: `${from} → ${to}` }),
  'data-exported': ({ what }) => ({ note: what }),
  'backup-written': ({ file }) => ({ note: file }),
  'backup-failed': ({ why }) => ({ note: why }),
  'training-started': ({ staff }, nameOf) => ({ note: nameOf(staff) }),
  'link-lost': ({ reason }) => ({ note: reason }),
  'link-restored': ({ offlineMs }) => ({ note: `${Math.round(offlineMs / 1000)} s` }),
};

/** What a manager's leave was for: the right that the word needs. */
const permissionOf = (word: string): AuditTold => ({
  of: 'permission',
  permission: findWord(word)?.permission ?? word,
});

const reasonOf = (reason: OverrideReason | RemovalReason | undefined): AuditTold | null =>
  reason ? { of: 'reason', reason } : null;

const noteMax = 200;

/**
 * What a row is about, from its body as it is stored. A row that somebody has tampered with may hold anything;
 * it is in the list all the same, and says nothing.
 */
export function aboutFact(kind: FactKind, body: string, nameOf: (staff: StaffId) => string): Required<About> {
  const tell = tellers[kind] as ((body: unknown, nameOf: (staff: StaffId) => string) => About) | undefined;
  try {
    const about = tell?.(JSON.parse(body), nameOf) ?? {};
    return {
      amount: about.amount ?? null,
      receipt: about.receipt ?? null,
      told: about.told ?? null,
      harm: about.harm ?? null,
      note: (about.note ?? '').slice(0, noteMax),
    };
  } catch {
    return { amount: null, receipt: null, told: null, harm: null, note: '' }; // `verify` is where that is told.
  }
}
