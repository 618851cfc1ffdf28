import type { CodesView, IntentView, ParkedView, PayingView } from '../../../shared/contract/paying.ts';
import { minor } from '../../../shared/domain/money.ts';
import { isAskingBack } from '../../../shared/domain/payment/refund.ts';
import { codeAliveMs } from '../../../shared/domain/payment/timing.ts';
import { price } from '../../../shared/domain/pricing.ts';
import { type CashRounding, roundingOf } from '../../../shared/domain/rounding.ts';
import type { FeatureParts } from '../../core/feature.ts';
import { attemptView, wallOf } from './attempt-view.ts';
import { attemptsOf } from './attempts.ts';
import type { Channels } from './channels.ts';
import type { Codes } from './codes.ts';
import { deskCount } from './desk-items.ts';
import { askingOf, type Intent, openIntent, parkedIntents, remainingOf } from './intents.ts';
import { openRefunds } from './refunds.ts';
import type { SettlePorts } from './settle.ts';

/** What the counter's screens show of money on its way. */
export function payingView(
  parts: FeatureParts,
  ports: SettlePorts,
  channels: Channels,
  codes: Codes,
): PayingView {
  const { db } = parts;
  const { cashRounding } = ports.setup.settings();
  const intent = openIntent(db);
  const cart = ports.selling.currentCart();
  const offered = codes.offered(cart.id, () => price(cart, ports.setup.settings()).due);
  return {
    codes: codesView(channels),
    intent: intent ? intentView(parts, intent, cashRounding) : null,
    offered: offered
      ? {
          wallet: offered.wallet,
          tail: offered.tail,
          until: wallOf(parts, offered.scannedAt + codeAliveMs),
        }
      : null,
    parked: parkedIntents(db).map(each => parkedView(parts, each, cashRounding)),
    onDesk: deskCount(db),
    refundsUnderWay: openRefunds(db).filter(({ refund }) => isAskingBack(refund)).length,
  };
}

export function codesView(channels: Channels): CodesView {
  if (!channels.isOpen()) return { can: false, why: 'no-channel' };
  return channels.offlineSince() === null
    ? { can: true, wallets: channels.wallets() }
    : { can: false, why: 'offline' };
}

function intentView(parts: FeatureParts, intent: Intent, rounding: CashRounding): IntentView {
  const remaining = remainingOf(intent);
  const last = attemptsOf(parts.db, intent.id).at(-1);
  return {
    intent: intent.id,
    cart: intent.cart,
    due: intent.priced.due,
    tenders: intent.tenders,
    remaining,
    cashDue: minor(remaining + roundingOf(remaining, rounding)),
    asking: askingOf(intent),
    restInCash: intent.restInCash ?? false,
    attempt: last ? attemptView(parts, last) : null,
  };
}

const parkedView = (parts: FeatureParts, intent: Intent, rounding: CashRounding): ParkedView => ({
  ...intentView(parts, intent, rounding),
  label: intent.label,
  parkedAt: intent.parkedAt ?? 0,
});
