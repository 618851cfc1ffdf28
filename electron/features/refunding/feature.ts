import { ok } from '../../../shared/lib/result.ts';
import type { Feature, FeatureParts } from '../../core/feature.ts';
import type { RefundReads } from '../../core/ports.ts';
import { findSale, findSales, refundable } from './find-sale.ts';
import { refundingProject } from './project.ts';
import type { RefundingPorts } from './record.ts';
import { refundSale, voidLastSale } from './refund-sale.ts';
import { findRefund, lastRefunds } from './refunds.ts';
import { refundWithoutReceipt, worthOf } from './without-receipt.ts';

/** Goods that come back: a mirror of the sale as it was stored, and its money on the way it came. */
export function refundingFeature(
  { db }: FeatureParts,
  ports: RefundingPorts,
): { feature: Feature<'refunding'>; reads: RefundReads } {
  const feature: Feature<'refunding'> = {
    family: 'refunding',
    commands: {
      refund: (input, tx) => refundSale(input, false, tx, ports),
      refundInCash: (input, tx) => refundSale(input, true, tx, ports),
      voidLast: (input, tx) => voidLastSale(input, tx, ports),
      withoutReceipt: (input, tx) => refundWithoutReceipt(input, tx, ports),
    },
    queries: {
      sale: ({ text }) => {
        const sale = findSale(text, ports);
        return sale.ok ? ok(refundable(db, sale.value, ports)) : sale;
      },
      find: async wanted => ok(await findSales(wanted, ports)),
      lastRefunds: ({ limit }) => ok(lastRefunds(db, limit)),
      worth: ({ lines }) => {
        const worth = worthOf(lines, ports);
        return worth.ok ? ok({ total: worth.value.total }) : worth;
      },
    },
    watches: {},
    tables: ['refunds', 'refunded_lines'],
    project: refundingProject,
    react: {},
  };
  return { feature, reads: { refund: number => findRefund(db, number) } };
}
