import type { PaidView } from '../../../shared/contract/paying.ts';
import { refusal } from '../../../shared/contract/refusals.ts';
import type { Cart } from '../../../shared/domain/cart.ts';
import { changeFor } from '../../../shared/domain/cash.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import { price } from '../../../shared/domain/pricing.ts';
import { receiptNumber, type Sale, type SaleId, sealSale, type Tender } from '../../../shared/domain/sale.ts';
import { no, ok } from '../../../shared/lib/result.ts';
import { type Answer, type Feature, type FeatureParts, refuse, type Tx } from '../../core/feature.ts';
import type { LinkReads, SellingReads, SetupReads, ShiftReads } from '../../core/ports.ts';

export type PayingPorts = {
  readonly selling: SellingReads;
  readonly setup: SetupReads;
  readonly shifts: ShiftReads;
  readonly link: LinkReads;
};

type CashInput = {
  readonly cart: Cart['id'];
  readonly due: Minor;
  readonly given: Minor;
  readonly confirmed?: boolean | undefined;
};

/** Settling a cart. One fact, 'sale-completed', and the rest of the house does its part about it. */
export function payingFeature(parts: FeatureParts, ports: PayingPorts): Feature<'paying'> {
  return {
    family: 'paying',
    commands: { cash: (input, tx) => payCash(input, tx, parts, ports) },
    queries: {},
    watches: {},
    tables: [],
    project: {},
    react: {},
  };
}

function payCash(input: CashInput, tx: Tx, { env }: FeatureParts, ports: PayingPorts): Answer<PaidView> {
  const cart = ports.selling.currentCart();
  const shift = ports.shifts.current();
  const settings = ports.setup.settings();
  if (cart.id !== input.cart) return refuse('cart-changed', {});
  if (cart.lines.length === 0) return refuse('cart-empty', {});
  if (!shift || !tx.actor.staff) return refuse('no-shift', {});
  const priced = price(cart, settings);
  if (priced.due !== input.due) return refuse('cart-changed', {});
  const change = changeFor(priced.due, input.given, input.confirmed ?? false);
  if (!change.ok) {
    const { code, ...params } = change.refusal;
    return no(refusal(code, params as never));
  }
  const tender: Tender = {
    id: env.newId(),
    kind: 'cash',
    amount: priced.due,
    given: input.given,
    change: change.value,
  };
  const number = ports.selling.nextNumber();
  const sale: Sale = sealSale(
    {
      id: env.newId() as SaleId,
      cart: cart.id,
      number,
      receipt: receiptNumber(settings.tillLabel, number),
      shift: shift.id,
      cashier: tx.actor.staff,
      at: tx.at,
      offline: !ports.link.isOnline(),
      training: settings.training !== 'no',
      currency: settings.currency,
      taxMode: settings.taxMode,
    },
    priced,
    [tender],
  );
  tx.record('sale-completed', { sale });
  return ok({
    sale: sale.id,
    number,
    receipt: sale.receipt,
    total: sale.total,
    given: input.given,
    change: change.value,
  });
}
