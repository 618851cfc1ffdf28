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
import { no } from '../../../shared/lib/result.ts';
import { type Answer, refuse, type Tx } from '../../core/feature.ts';
import { allBack, type Returnable } from './elsewhere.ts';
import { openExchange, whyNoExchange } from './exchange.ts';
import { isVoidable, refundable } from './find-sale.ts';
import { giveBack, type RefundingPorts, recordRefund } from './record.ts';

type RefundInput = {
  readonly total: Minor;
  readonly picks: readonly RefundPick[];
  readonly reason: string;
};

/** Where the money goes: back as it came, all in cash, or to the counter for other goods. */
export type RefundWay = 'as-it-came' | 'cash' | 'exchange';

/** Takes back what was picked of a sale. */
export function refundSale(
  { total, picks, reason }: RefundInput,
  found: Returnable,
  way: RefundWay,
  tx: Tx,
  ports: RefundingPorts,
): Answer<RefundView> {
  return takeBack(tx, ports, { kind: 'refund', found, picks, reason, way, total });
}

/** Undoes the last sale as a whole; its goods have not left the shop. */
export function voidLastSale(
  { reason }: { readonly reason: string },
  found: Returnable,
  tx: Tx,
  ports: RefundingPorts,
): Answer<RefundView> {
  const { sale } = found;
  if (!isVoidable(tx.db, sale, ports)) return refuse('not-last-sale', {});
  const picks = everythingLeft(sale, new Map(), 'stock');
  return takeBack(tx, ports, { kind: 'void', found, picks, reason, way: 'as-it-came', total: sale.total });
}

type TakeBack = RefundInput & {
  readonly kind: 'refund' | 'void';
  readonly found: Returnable;
  readonly way: RefundWay;
};

function takeBack(tx: Tx, ports: RefundingPorts, what: TakeBack): Answer<RefundView> {
  const { kind, found, picks, reason, way } = what;
  const { sale, till } = found;
  if (!ports.shifts.current()) return refuse('no-shift', {});
  const fault = way === 'exchange' && whyNoExchange(tx, ports);
  if (fault) return fault;
  const mirrored = mirror(sale, allBack(tx.db, found), picks);
  if (!mirrored.ok) return no(toRefusal(mirrored.refusal));
  const money = mirrored.value;
  if (money.total !== what.total) return refuse('refund-changed', {});
  const plan = planBack(money.total, refundable(tx.db, found, ports).tenders, way === 'cash');
  if (!plan.ok) return refuse('refund-too-large', { left: plan.refusal.left });
  if (till && plan.value.some(({ tender, asCash }) => tender.kind === 'code' && !asCash))
    return refuse('wallet-of-other-till', { receipt: sale.receipt });
  const back =
    way === 'exchange'
      ? openExchange(tx, plan.value, money.total, ports)
      : plan.value.map(part => giveBack(tx, part, reason, ports.payments));
  return recordRefund(tx, ports, { kind, sale, till: till?.id ?? null, reason, money, back });
}

function toRefusal({ code, ...params }: RefundFault): Refusal {
  return refusal(code, params as never);
}
