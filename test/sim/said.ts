import type { ReadDb } from '../../electron/db/open.ts';
import type { FactKind, Facts } from '../../shared/domain/facts.ts';
import type { PaymentState } from '../../shared/domain/payment/payment.ts';
import type { Refund } from '../../shared/domain/payment/refund.ts';
import type { Sale } from '../../shared/domain/sale.ts';

export type SaidPayment = Facts['payment-begun'] & {
  state: PaymentState;
  wanted: boolean;
  /** Money was found for it after it was final without. */
  surplus: boolean;
};
export type SaidRefund = Facts['refund-begun'] & { state: Refund['state'] };

/** What the till has said in its journal, read on as it grows. */
export type Said = {
  readonly payments: Map<string, SaidPayment>;
  readonly refunds: Map<string, SaidRefund>;
  readonly sales: Sale[];
  /** Told of every change of a payment or refund, before it is taken over. */
  readOn(db: ReadDb, moving: (name: string, before: string, after: string) => void): void;
};

type Row = { seq: number; kind: FactKind; body: string };

export function openSaid(): Said {
  let seq = 0;
  const payments: Said['payments'] = new Map();
  const refunds: Said['refunds'] = new Map();
  const sales: Sale[] = [];

  function take(kind: FactKind, text: string, moving: Parameters<Said['readOn']>[1]): void {
    const body: unknown = JSON.parse(text);
    switch (kind) {
      case 'payment-begun': {
        const begun = body as Facts[typeof kind];
        const state = { name: 'submitting' } as const;
        payments.set(begun.attempt, { ...begun, state, wanted: true, surplus: false });
        return;
      }
      case 'payment-moved': {
        const { attempt, state, wanted } = body as Facts[typeof kind];
        const payment = payments.get(attempt)!;
        moving(payment.order, payment.state.name, state.name);
        Object.assign(payment, { state, wanted });
        return;
      }
      case 'payment-surplus':
        payments.get((body as Facts[typeof kind]).attempt)!.surplus = true;
        return;
      case 'refund-begun': {
        const begun = body as Facts[typeof kind];
        refunds.set(begun.refund, { ...begun, state: { name: 'requested' } });
        return;
      }
      case 'refund-moved': {
        const { refund, state, number } = body as Facts[typeof kind];
        moving(number, refunds.get(refund)!.state.name, state.name);
        refunds.get(refund)!.state = state;
        return;
      }
      case 'sale-completed':
        sales.push((body as Facts[typeof kind]).sale);
    }
  }

  return {
    payments,
    refunds,
    sales,
    readOn(db, moving) {
      for (const row of db.all<Row>('SELECT seq, kind, body FROM journal WHERE seq > ? ORDER BY seq', [
        seq,
      ])) {
        seq = row.seq;
        take(row.kind, row.body, moving);
      }
    },
  };
}
