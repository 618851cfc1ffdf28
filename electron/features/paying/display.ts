import type { DisplayStage, DisplayView } from '../../../shared/contract/paying.ts';
import type { FinishedSale } from '../../../shared/contract/selling.ts';
import { type Minor, minor, sum } from '../../../shared/domain/money.ts';
import type { Payment } from '../../../shared/domain/payment/payment.ts';
import { type PricedCart, price } from '../../../shared/domain/pricing.ts';
import { type CashRounding, roundingOf } from '../../../shared/domain/rounding.ts';
import type { FeatureParts } from '../../core/feature.ts';
import { attemptsOf } from './attempts.ts';
import type { Channels } from './channels.ts';
import type { CounterPorts } from './counter.ts';
import { creditAtCounter } from './credit.ts';
import { askingOf, type Intent, openIntent, remainingOf } from './intents.ts';
import type { SettlePorts } from './settle.ts';
import { codesView } from './views.ts';

/** As many as can be read at a glance from the other side of the counter. */
const linesShown = 8;

export type DisplayPorts = SettlePorts & Pick<CounterPorts, 'refunds'>;
type Told = Omit<DisplayView, 'language' | 'currency' | 'shop' | 'slides'>;

/** The counter as its customer may see it: every field is named here, so that nothing gets out with another. */
export function displayView(parts: FeatureParts, ports: DisplayPorts, channels: Channels): DisplayView {
  const { language, currency, shop, slides } = ports.setup.settings();
  const name = shop.branch ? `${shop.name} · ${shop.branch}` : shop.name;
  return { language, currency, shop: name, slides, ...tell(parts, ports, channels) };
}

function tell(
  { db }: FeatureParts,
  { setup, shifts, selling, refunds }: DisplayPorts,
  channels: Channels,
): Told {
  if (!shifts.current()) return { ...nothing, mode: 'closed' };
  const { cashRounding } = setup.settings();
  const intent = openIntent(db);
  if (intent)
    return owed(intent, attemptsOf(db, intent.id).at(-1)?.payment, codesView(channels).can, cashRounding);
  const cart = selling.currentCart();
  const credit = minor(creditAtCounter(db, refunds)?.amount ?? 0);
  if (cart.lines.length > 0)
    return { ...nothing, ...ringing(price(cart, setup.settings()), credit, cashRounding) };
  const finished = selling.finished();
  if (!finished) return nothing;
  return { ...nothing, mode: 'paid', stage: 'paid', due: finished.total, change: handedOut(finished) };
}

/** Out of the drawer: change, and what in notes is left of an exchange. */
const handedOut = ({ change, rest }: FinishedSale): Minor =>
  sum([change, ...rest.filter(each => each.kind === 'cash').map(each => each.amount)]);

const nothing: Told = {
  mode: 'idle',
  lines: [],
  lineCount: 0,
  pieces: 0,
  discount: minor(0),
  due: minor(0),
  credit: minor(0),
  remaining: minor(0),
  asking: minor(0),
  cashDue: minor(0),
  stage: null,
  change: minor(0),
};

const goods = ({ lines, pieces, lineDiscount, ticketDiscount, due }: PricedCart, rounding: CashRounding) => ({
  lines: lines.slice(-linesShown).map(line => ({
    id: line.id,
    name: line.name,
    quantity: line.quantity,
    unit: line.unit,
    amount: minor(line.gross - line.lineDiscount),
  })),
  lineCount: lines.length,
  pieces,
  discount: minor(lineDiscount + ticketDiscount),
  due,
  remaining: due,
  asking: due,
  cashDue: inCash(due, rounding),
});

const inCash = (remaining: Minor, rounding: CashRounding) =>
  minor(remaining + roundingOf(remaining, rounding));

/** While goods are rung up, the credit of an exchange is shown as far as it reaches by now. */
function ringing(priced: PricedCart, all: Minor, rounding: CashRounding) {
  const credit = minor(Math.min(all, priced.due));
  const left = minor(priced.due - credit);
  return {
    ...goods(priced, rounding),
    credit,
    remaining: left,
    asking: left,
    cashDue: inCash(left, rounding),
    mode: 'ringing' as const,
  };
}

function owed(intent: Intent, newest: Payment | undefined, codesCan: boolean, rounding: CashRounding): Told {
  const stage = (newest && stageOf(newest)) ?? (codesCan ? 'show-code' : 'pay-at-counter');
  return {
    ...nothing,
    ...goods(intent.priced, rounding),
    mode: stage === 'on-phone' || stage === 'confirming' ? 'waiting' : 'frozen',
    credit: sum(intent.tenders.filter(each => each.kind === 'exchange').map(each => each.amount)),
    remaining: remainingOf(intent),
    asking: askingOf(intent),
    cashDue: inCash(remainingOf(intent), rounding),
    stage,
  };
}

/** Null for a part that is paid: the customer is asked for the next one. */
function stageOf({ state, stopped }: Payment): DisplayStage | null {
  switch (state.name) {
    case 'pending':
      return stopped ? 'confirming' : 'on-phone';
    case 'submitting':
    case 'unknown':
    case 'cancelling':
    case 'suspense':
    case 'paid-after-stop':
    case 'late-paid':
      return 'confirming';
    case 'declined':
    case 'cancelled':
    case 'not-sent':
    case 'refunded':
      return 'another-way';
    case 'paid':
      return null;
  }
}
