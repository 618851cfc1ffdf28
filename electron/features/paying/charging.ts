import { createHmac } from 'node:crypto';
import type { ScanOutcome } from '../../../shared/contract/selling.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import type { Item } from '../../../shared/domain/item.ts';
import { goodsOnLabel } from '../../../shared/domain/labels/read.ts';
import { orderNumber } from '../../../shared/domain/payment/order-number.ts';
import type { AttemptId } from '../../../shared/domain/payment/payment.ts';
import { looksLikeCard, type Wallet, walletOf } from '../../../shared/domain/wallet-codes.ts';
import type { Tx } from '../../core/feature.ts';
import { addAttempt, codeWasUsed, nextPlace } from './attempts.ts';
import type { Channels } from './channels.ts';
import { TakenCode } from './codes.ts';
import type { Counter } from './counter.ts';
import { intentOfCounter } from './intent-of-counter.ts';
import { askingOf, type Intent, openIntent, remainingOf, saveIntent } from './intents.ts';
import { hasOpenPayment } from './live-payment.ts';

/** Among how many of the newest attempts a code is known again; it lives for a minute. */
const knownAttempts = 200;

/** A scan while an amount is frozen: a payment code, or it is nothing here. Undefined where none is frozen. */
export function scanWhileFrozen(
  raw: string,
  typed: boolean,
  tx: Tx,
  counter: Counter,
): ScanOutcome | undefined {
  const intent = openIntent(tx.db);
  if (!intent) return undefined;
  const { text } = cleanScan(raw);
  tx.committed(() => counter.codes.forgetDoubted());
  if (typed && looksLikeCard(text)) return { outcome: 'bank-card' };
  const wallet = walletOf(text);
  // The price list decides before the shape: an 18-digit label of the shop can look like a code.
  if (!wallet || counter.ports.catalog.itemsWithCode(text).length > 0) return { outcome: 'not-a-code' };
  const code = new TakenCode(text, wallet, counter.parts.steadyMs());
  const goods = labelledGoods(text, counter);
  if (!goods) return charge(tx, intent, code, counter);
  tx.committed(() => counter.codes.doubt({ code, intent: intent.id }));
  return { outcome: 'code-or-label', wallet, name: goods.name };
}

/** Somebody has looked: what could be a label of goods is on a customer's phone. */
export function takeDoubted(tx: Tx, counter: Counter): ScanOutcome | undefined {
  const intent = openIntent(tx.db);
  const code = intent && counter.codes.doubted(intent.id);
  if (!code) return undefined;
  tx.committed(() => counter.codes.forgetDoubted());
  return charge(tx, intent, code, counter);
}

/** The goods whose label this would be, all of it being right: flag, check digit, and an item code that is sold here. */
function labelledGoods(text: string, { ports }: Counter): Item | undefined {
  const read = goodsOnLabel(ports.setup.settings().labelRules, text, ports.catalog.itemsWithCode);
  return read === 'check-digit-wrong' ? undefined : read?.items[0];
}

/** A payment code read among goods: it waits for the one key that freezes the amount, or needs none where the shop wants it so. */
export function offerCode(raw: string, wallet: Wallet, tx: Tx, counter: Counter): ScanOutcome {
  const { codes, parts, channels, ports } = counter;
  if (!channels.wallets().includes(wallet))
    return { outcome: 'code-refused', wallet, why: whyNoChannel(channels) };
  const frozen = intentOfCounter(tx, counter);
  const first = frozen.ok ? undefined : firstOf.find(why => why === frozen.refusal.code);
  if (first) return { outcome: 'code-refused', wallet, why: first };
  if (!frozen.ok || remainingOf(frozen.value) === 0)
    return { outcome: 'code-refused', wallet, why: 'nothing-owed' };
  const code = new TakenCode(cleanScan(raw).text, wallet, parts.steadyMs());
  tx.touch('payments');
  if (ports.setup.settings().zeroKey) {
    saveIntent(tx.db, frozen.value);
    tx.touch('cart');
    return charge(tx, frozen.value, code, counter);
  }
  const { cart, priced } = frozen.value;
  tx.committed(() => codes.offer({ code, cart, due: priced.due }));
  return { outcome: 'payment-code', wallet };
}

/** What somebody has to see to before any money is taken. */
const firstOf = ['age-check-first', 'below-floor-first'] as const;

/** Begins an attempt with this code, or says why not; either way the code is known to nobody else. */
export function charge(tx: Tx, intent: Intent, code: TakenCode, counter: Counter): ScanOutcome {
  const { wallet } = code;
  const why = whyNot(tx, intent, code, counter);
  if (why) return { outcome: 'code-refused', wallet, why };
  const { ports, channels, codes } = counter;
  const amount = askingOf(intent);
  const { currency } = ports.setup.settings();
  const { id: channel, row } = channels.forCode(wallet, amount, currency)!;
  const place = nextPlace(tx.db);
  const attempt = {
    id: tx.env.newId() as AttemptId,
    intent: intent.id,
    cart: intent.cart,
    order: orderNumber({ ...ports.identity, at: tx.at, place }),
    amount,
    currency,
    wallet,
    channel,
  };
  const codeMac = macOf(code, counter);
  addAttempt(tx.db, attempt, { place, at: tx.at, steadyMs: code.scannedAt, codeTail: code.tail, codeMac });
  const { merchant, credential } = row;
  tx.record('payment-begun', {
    attempt: attempt.id,
    intent: intent.id,
    cart: intent.cart,
    shift: ports.shifts.current()!.id,
    order: attempt.order,
    amount,
    currency,
    wallet,
    channel,
    merchant,
    credential,
    codeTail: code.tail,
  });
  // In memory before the effect can run; a crash from here on finds no code and sends nothing.
  codes.keep(attempt.id, code);
  tx.effect('payment', { attempt: attempt.id, ask: 'submit' }, { lane: attempt.id, inMs: 0 });
  tx.touch('payments');
  return { outcome: 'code-taken', wallet, amount };
}

type WhyRefused = Extract<ScanOutcome, { outcome: 'code-refused' }>['why'];

function whyNot(tx: Tx, intent: Intent, code: TakenCode, counter: Counter): WhyRefused | undefined {
  const { ports, channels } = counter;
  if (!ports.shifts.current()) return 'nothing-owed';
  if (hasOpenPayment(tx, intent)) return 'payment-open';
  if (askingOf(intent) < 1) return 'nothing-owed';
  if (!channels.forCode(code.wallet, askingOf(intent), ports.setup.settings().currency))
    return whyNoChannel(channels);
  if (channels.offlineSince() !== null) return 'offline';
  const used = codeWasUsed(tx.db, macOf(code, counter), nextPlace(tx.db) - knownAttempts);
  return used ? 'used-before' : undefined;
}

/** By which the same code is known again while this process lives; the code itself lives for a minute. */
const macOf = (code: TakenCode, { codeKey }: Counter): string =>
  createHmac('sha256', codeKey).update(code.reveal()).digest('base64');

const whyNoChannel = (channels: Channels): WhyRefused =>
  channels.isOpen() ? 'wallet-not-supported' : 'no-channel';
