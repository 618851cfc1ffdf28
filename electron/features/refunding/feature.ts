import type { RefundView } from '../../../shared/contract/refunding.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Answer, Feature, FeatureParts } from '../../core/feature.ts';
import type { RefundReads } from '../../core/ports.ts';
import { findElsewhere, lookAgain, type Returnable, withOthers } from './elsewhere.ts';
import { returnExchange, returnRest } from './exchange.ts';
import { findSale, findSales, refundable } from './find-sale.ts';
import { refundingProject } from './project.ts';
import type { RefundingPorts } from './record.ts';
import { refundSale, voidLastSale } from './refund-sale.ts';
import { exchangeReturn, findRefund, lastRefunds, openCredit } from './refunds.ts';
import { refundWithoutReceipt, worthOf } from './without-receipt.ts';

/** Goods that come back: a mirror of the sale as it was stored, and its money on the way it came. */
export function refundingFeature(
  { db }: FeatureParts,
  ports: RefundingPorts,
): { feature: Feature<'refunding'>; reads: RefundReads } {
  const feature: Feature<'refunding'> = {
    family: 'refunding',
    // The other tills are asked before the transaction: nothing inside one waits for a network.
    prepare: {
      refund: input => lookAgain(input, ports),
      refundInCash: input => lookAgain(input, ports),
      exchange: input => lookAgain(input, ports),
      voidLast: ({ sale }) => lookAgain({ sale, other: null }, ports),
    },
    commands: {
      refund: (input, tx, found) => of(found, sale => refundSale(input, sale, 'as-it-came', tx, ports)),
      refundInCash: (input, tx, found) => of(found, sale => refundSale(input, sale, 'cash', tx, ports)),
      exchange: (input, tx, found) => of(found, sale => refundSale(input, sale, 'exchange', tx, ports)),
      returnExchange: ({ refund }, tx) => returnExchange(refund, tx, ports),
      voidLast: (input, tx, found) => of(found, sale => voidLastSale(input, sale, tx, ports)),
      withoutReceipt: (input, tx) => refundWithoutReceipt(input, tx, ports),
    },
    queries: {
      sale: async ({ text }) => {
        const sale = findSale(text, ports);
        return sale.ok ? ok(refundable(db, await withOthers(sale.value, ports), ports)) : sale;
      },
      find: async wanted => ok(await findSales(wanted, ports)),
      lastRefunds: ({ limit }) => ok(lastRefunds(db, limit)),
      elsewhere: ({ text }) => findElsewhere(text, db, ports),
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

/** What was found before the transaction, handed on; what it was refused for otherwise. */
function of(prepared: unknown, act: (found: Returnable) => Answer<RefundView>): Answer<RefundView> {
  const found = prepared as Answer<Returnable>;
  return found.ok ? act(found.value) : found;
}
