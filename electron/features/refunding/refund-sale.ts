import type { RefundView } from '../../../shared/contract/refunding.ts';
import { type Refusal, refusal } from '../../../shared/contract/refusals.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import {
  everythingLeft,
  mirror,
  type RefundFault,
  type RefundPick,
} from '../../../shared/domain/refunding/mirror.ts';
import { planBack } from '../../../shared/domain/refunding/plan.ts';
import type { Sale } from '../../../shared/domain/sale.ts';
import { no } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import { isVoidable, refundable } from './find-sale.ts';
import { giveBack, type RefundingPorts, recordRefund } from './record.ts';
import { refundedOf } from './refunds.ts';

type RefundInput = {
  readonly sale: number;
  readonly total: Minor;
  readonly picks: readonly RefundPick[];
  readonly reason: string;
};

/** Takes back what was picked of a sale; its money goes back as it came, or all in cash. */
export function refundSale(
  { sale: number, total, picks, reason }: RefundInput,
  cash: boolean,
  tx: Tx,
  ports: RefundingPorts,
): Answer<RefundView> {
  const sale = ports.selling.sale(number);
  if (!sale) return refuse('no-such-sale', {});
  return takeBack(tx, ports, { kind: 'refund', sale, picks, reason, cash, total });
}

/** Undoes the last sale as a whole; its goods have not left the shop. */
export function voidLastSale(
  { sale: number, reason }: { readonly sale: number; readonly reason: string },
  tx: Tx,
  ports: RefundingPorts,
): Answer<RefundView> {
  const sale = ports.selling.sale(number);
  if (!sale) return refuse('no-such-sale', {});
  if (!isVoidable(tx.db, sale, ports)) return refuse('not-last-sale', {});
  const picks = everythingLeft(sale, new Map(), 'stock');
  return takeBack(tx, ports, { kind: 'void', sale, picks, reason, cash: false, total: sale.total });
}

type TakeBack = Omit<RefundInput, 'sale'> & {
  readonly kind: 'refund' | 'void';
  readonly sale: Sale;
  readonly cash: boolean;
};

function takeBack(tx: Tx, ports: RefundingPorts, what: TakeBack): Answer<RefundView> {
  const { kind, sale, picks, reason, cash } = what;
  if (!ports.shifts.current()) return refuse('no-shift', {});
  const mirrored = mirror(sale, refundedOf(tx.db, sale.number), picks);
  if (!mirrored.ok) return no(toRefusal(mirrored.refusal));
  const money = mirrored.value;
  if (money.total !== what.total) return refuse('refund-changed', {});
  const plan = planBack(money.total, refundable(tx.db, sale, ports).tenders, cash);
  if (!plan.ok) return refuse('refund-too-large', { left: plan.refusal.left });
  const back = plan.value.map(part => giveBack(tx, part, reason, ports.payments));
  return recordRefund(tx, ports, { kind, sale, reason, money, back });
}

function toRefusal({ code, ...params }: RefundFault): Refusal {
  return refusal(code, params as never);
}
