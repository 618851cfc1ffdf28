import { ok } from '../../../shared/lib/result.ts';
import type { Feature, FeatureParts } from '../../core/feature.ts';
import type { RefundReads } from '../../core/ports.ts';
import { returnExchange, returnRest } from './exchange.ts';
import { findSale, refundable } from './find-sale.ts';
import { refundingProject } from './project.ts';
import type { RefundingPorts } from './record.ts';
import { refundSale, voidLastSale } from './refund-sale.ts';
import { exchangeReturn, findRefund, openCredit } from './refunds.ts';
import { refundWithoutReceipt, worthOf } from './without-receipt.ts';

/** Goods that come back: a mirror of the sale as it was stored, and its money on the way it came. */
export function refundingFeature(
  { db }: FeatureParts,
  ports: RefundingPorts,
): { feature: Feature<'refunding'>; reads: RefundReads } {
  const feature: Feature<'refunding'> = {
    family: 'refunding',
    commands: {
      refund: (input, tx) => refundSale(input, 'as-it-came', tx, ports),
      refundInCash: (input, tx) => refundSale(input, 'cash', tx, ports),
      exchange: (input, tx) => refundSale(input, 'exchange', tx, ports),
      returnExchange: ({ refund }, tx) => returnExchange(refund, tx, ports),
      voidLast: (input, tx) => voidLastSale(input, tx, ports),
      withoutReceipt: (input, tx) => refundWithoutReceipt(input, tx, ports),
    },
    queries: {
      sale: ({ text }) => {
        const sale = findSale(text, ports);
        return sale.ok ? ok(refundable(db, sale.value, ports)) : sale;
      },
      worth: ({ lines }) => {
        const worth = worthOf(lines, ports);
        return worth.ok ? ok({ total: worth.value.total }) : worth;
      },
    },
    watches: {},
    tables: ['refunds', 'refunded_lines', 'exchange_credit', 'exchange_returns'],
    project: refundingProject,
    react: {
      'sale-completed': ({ body }, tx) => returnRest(tx, body.sale, ports),
    },
  };
  return {
    feature,
    reads: {
      refund: number => findRefund(db, number),
      returned: number => exchangeReturn(db, number),
      credit: () => openCredit(db),
    },
  };
}
