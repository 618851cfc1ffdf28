import type { RefundView } from '../../../shared/contract/refunding.ts';
import type { ExchangeReturn } from '../../../shared/domain/facts/refunds.ts';
import { type Minor, minor, sum } from '../../../shared/domain/money.ts';
import { type Credit, creditOf, restOf } from '../../../shared/domain/refunding/exchange.ts';
import type { BackPart } from '../../../shared/domain/refunding/plan.ts';
import type { Sale, TenderShare } from '../../../shared/domain/sale.ts';
import type { MoneyBack } from '../../../shared/domain/sale-refund.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import { giveBack, type RefundingPorts } from './record.ts';
import { findRefund, openCredit } from './refunds.ts';

/** Why no exchange can begin now; undefined where one can. */
export function whyNoExchange(tx: Tx, { payments }: RefundingPorts): Answer<never> | undefined {
  const open = openCredit(tx.db);
  if (open) return refuse('exchange-open', { receipt: open.receipt });
  return payments.counterIsFrozen() ? refuse('cart-frozen', {}) : undefined;
}

/** Nothing goes back yet: the money of these parts stands at the counter, and a wallet's is kept back for it. */
export function openExchange(
  tx: Tx,
  parts: readonly BackPart[],
  total: Minor,
  { payments }: RefundingPorts,
): MoneyBack[] {
  for (const { tender, amount, held } of parts)
    if (tender.kind === 'code' && !held) payments.hold(tx, tender.attempt, amount);
  const of = parts.map(({ tender, amount }) => ({ tender, amount }));
  return total === 0 ? [] : [{ id: tx.env.newId(), kind: 'exchange', amount: total, tender: null, of }];
}

/** The customer changed their mind: all of the credit goes back as it came. */
export function returnExchange(number: number, tx: Tx, ports: RefundingPorts): Answer<RefundView> {
  const credit = openCredit(tx.db);
  const shift = ports.shifts.current();
  const cashier = tx.actor.staff;
  if (credit?.number !== number) return refuse('no-exchange', {});
  if (ports.payments.isSpending(number)) return refuse('exchange-in-use', {});
  if (!shift || !cashier) return refuse('no-shift', {});
  const back = giveBackShares(tx, credit, credit.of, ports);
  record(tx, credit, { sale: null, shift: shift.id, cashier, back });
  return ok({ number, receipt: credit.receipt, total: credit.amount, back });
}

/** What a sale leaves of the credit goes back with it, in the same transaction. */
export function returnRest(tx: Tx, { tenders, receipt, shift, cashier }: Sale, ports: RefundingPorts): void {
  const tender = tenders.find(each => each.kind === 'exchange');
  const refund = tender && findRefund(tx.db, tender.refund.number);
  const credit = refund && creditOf(refund);
  if (!credit) return;
  const rest = restOf(credit, tender.amount);
  if (rest.length === 0) return;
  const back = giveBackShares(tx, credit, rest, ports);
  record(tx, credit, { sale: receipt, shift, cashier, back });
}

function giveBackShares(
  tx: Tx,
  { number }: Credit,
  shares: readonly TenderShare[],
  { payments }: RefundingPorts,
): MoneyBack[] {
  const reason = findRefund(tx.db, number)!.reason;
  return shares.map(share => giveBack(tx, { ...share, asCash: false, held: true }, reason, payments));
}

function record(
  tx: Tx,
  { number, receipt }: Credit,
  what: Pick<ExchangeReturn, 'sale' | 'shift' | 'cashier' | 'back'>,
): void {
  const amount = minor(sum(what.back.map(each => each.amount)));
  tx.record('exchange-returned', { refund: { number, receipt }, amount, ...what });
}
