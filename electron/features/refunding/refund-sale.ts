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
import { openExchange, whyNoExchange } from './exchange.ts';
import { isVoidable, refundable } from './find-sale.ts';
import { giveBack, type RefundingPorts, recordRefund } from './record.ts';
import { refundedOf } from './refunds.ts';

type RefundInput = {
  readonly sale: number;
  readonly total: Minor;
  readonly picks: readonly RefundPick[];
  readonly reason: string;
};

/** Where the money goes: back as it came, all in cash, or to the counter for other goods. */
export type RefundWay = 'as-it-came' | 'cash' | 'exchange';

/** Takes back what was picked of a sale. */
export function refundSale(
  { sale: number, total, picks, reason }: RefundInput,
  way: RefundWay,
  tx: Tx,
  ports: RefundingPorts,
): Answer<RefundView> {
  const sale = ports.selling.sale(number);
  if (!sale) return refuse('no-such-sale', {});
  return takeBack(tx, ports, { kind: 'refund', sale, picks, reason, way, total });
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
  return takeBack(tx, ports, { kind: 'void', sale, picks, reason, way: 'as-it-came', total: sale.total });
}

type TakeBack = Omit<RefundInput, 'sale'> & {
  readonly kind: 'refund' | 'void';
  readonly sale: Sale;
  readonly way: RefundWay;
};

function takeBack(tx: Tx, ports: RefundingPorts, what: TakeBack): Answer<RefundView> {
  const { kind, sale, picks, reason, way } = what;
  if (!ports.shifts.current()) return refuse('no-shift', {});
  const fault = way === 'exchange' && whyNoExchange(tx, ports);
  if (fault) return fault;
  const mirrored = mirror(sale, refundedOf(tx.db, sale.number), picks);
  if (!mirrored.ok) return no(toRefusal(mirrored.refusal));
  const money = mirrored.value;
  if (money.total !== what.total) return refuse('refund-changed', {});
  const plan = planBack(money.total, refundable(tx.db, sale, ports).tenders, way === 'cash');
  if (!plan.ok) return refuse('refund-too-large', { left: plan.refusal.left });
  const back =
    way === 'exchange'
      ? openExchange(tx, plan.value, money.total, ports)
      : plan.value.map(part => giveBack(tx, part, reason, ports.payments));
  return recordRefund(tx, ports, { kind, sale, reason, money, back });
}

function toRefusal({ code, ...params }: RefundFault): Refusal {
  return refusal(code, params as never);
}
