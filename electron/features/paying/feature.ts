import { minor } from '../../../shared/domain/money.ts';
import type { AttemptId, IntentId } from '../../../shared/domain/payment/payment.ts';
import type { Tender } from '../../../shared/domain/sale.ts';
import { assert } from '../../../shared/lib/assert.ts';
import { ok } from '../../../shared/lib/result.ts';
import {
  type Answer,
  type Feature,
  type FeatureParts,
  refuse,
  systemActor,
  type Tx,
} from '../../core/feature.ts';
import type { EffectRunner } from '../../core/outbox.ts';
import type { PaymentReads, PaymentRefunds, PaymentScans } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { paymentRunner, refundRunner } from './asking.ts';
import { type AttemptRecord, findAttempt, openAttempts } from './attempts.ts';
import { type ChannelPorts, Channels } from './channels.ts';
import { offerCode, scanWhileFrozen, takeDoubted } from './charging.ts';
import { Codes } from './codes.ts';
import {
  channelViews,
  type Prepared,
  prepareChannel,
  takeIntoUse,
  takeOutOfUse,
  testChannel,
} from './configure.ts';
import type { Counter, CounterPorts } from './counter.ts';
import { creditAtCounter, isSpending } from './credit.ts';
import { deskCommands } from './desk.ts';
import { addToDesk, deskItems, unsettled } from './desk-items.ts';
import { displayView } from './display.ts';
import { findPayment } from './find.ts';
import { askFor, freeze, unfreeze } from './freezing.ts';
import { findIntent, type Intent, isFrozen, openIntent, parkedIntents } from './intents.ts';
import { goOnWithout, liveAttempt, stop, waitLonger } from './live-payment.ts';
import { bringBack, park } from './parking.ts';
import { happensTo } from './progress.ts';
import { beginRefund, findRefund, gaveCashBack, hold, isAllBack, refundable } from './refunds.ts';
import { completeIntent } from './settle.ts';
import { addTender, payCash, takeStoreCode } from './taking.ts';
import { payingView } from './views.ts';

export type PayingPorts = CounterPorts & { readonly channels: ChannelPorts };

export type Paying = {
  readonly feature: Feature<'paying'>;
  readonly scans: PaymentScans;
  readonly reads: PaymentReads;
  readonly refunds: PaymentRefunds;
  readonly runners: readonly EffectRunner[];
  /** Before the outbox starts: opens the channels and takes up what was open when the till stopped; `still`: only answers. */
  start(still: boolean): Promise<void>;
  stop(): void;
};

/** Settling a cart: cash, customers' codes, the shop's own code, and whatever of it is not certain yet. */
export function payingFeature(parts: FeatureParts, ports: PayingPorts): Paying {
  const { db } = parts;
  const channels = new Channels(parts, ports.channels);
  const codes = new Codes(parts);
  const desk: Counter = { parts, ports, channels, codes, codeKey: parts.env.randomBytes(32) };
  const asking = { parts, channels, codes, subject: () => ports.setup.settings().shop.name };
  const feature: Feature<'paying'> = {
    family: 'paying',
    prepare: { configureChannel: input => prepareChannel(input, parts, channels) },
    commands: {
      cash: (input, tx) => payCash(input, tx, desk),
      freeze: (input, tx) => freeze(input, tx, desk),
      forgetCode: (_input, tx) => {
        tx.committed(() => codes.forgetOffered());
        tx.touch('payments');
        return ok({});
      },
      ask: ({ intent, ...input }, tx) => withOpen(tx, intent, open => askFor(open, input, tx)),
      unfreeze: ({ intent }, tx) => withOpen(tx, intent, open => unfreeze(open, tx, desk)),
      stop: ({ intent }, tx) => withIntent(tx, intent, each => stop(each, tx)),
      waitLonger: ({ intent }, tx) => withIntent(tx, intent, each => waitLonger(each, tx)),
      goOnWithout: ({ intent }, tx) => withIntent(tx, intent, each => goOnWithout(each, tx)),
      storeCode: ({ intent, ...input }, tx) =>
        withOpen(tx, intent, open => takeStoreCode(open, input, tx, desk)),
      park: ({ intent }, tx) => withOpen(tx, intent, open => park(open, tx, ports)),
      bringBack: ({ intent }, tx) => bringBack(intent, tx, ports),
      configureChannel: (_input, tx, prepared) => takeIntoUse(prepared as Prepared, tx, channels),
      removeChannel: ({ channel }, tx) => takeOutOfUse(channel, tx, channels),
      ...deskCommands(channels),
    },
    leave: {
      cash: (_input, actor) => (openIntent(db) ? null : ports.selling.leaveForFloors(actor)),
      freeze: (_input, actor) => (openIntent(db) ? null : ports.selling.leaveForFloors(actor)),
    },
    queries: {
      testChannel: input => testChannel(input, parts, channels),
      find: ({ number }) => findPayment(number, parts, channels),
    },
    watches: {
      state: { topics: ['payments', 'cart'], read: () => payingView(parts, ports, channels, codes) },
      display: {
        topics: ['payments', 'cart', 'shift', 'setup'],
        read: () => displayView(parts, ports, channels),
      },
      desk: { topics: ['payments'], read: () => deskItems(parts) },
      channels: { topics: ['payments'], read: () => channelViews(db, channels) },
    },
    tables: [],
    project: {},
    react: {
      'payment-moved': ({ body }, tx) => {
        if (body.state.name === 'paid') paid(tx, body.attempt, desk);
        tx.touch('cart');
      },
      'payment-surplus': ({ body }, tx) =>
        addToDesk(tx, {
          id: tx.env.newId(),
          reason: 'surplus',
          attempt: body.attempt,
          receipt: null,
          amount: body.amount,
        }),
      'refund-moved': ({ body }, tx) => {
        if (body.state.name === 'refunded') moneyWentBack(tx, body.refund);
      },
      // Wallet money that left as notes must not leave through its provider as well.
      'sale-refunded': ({ body: { refund } }, tx) => {
        for (const { kind, tender, amount } of refund.back) {
          const of = kind === 'cash' && tender !== null && findAttempt(tx.db, tender as AttemptId);
          if (of) gaveCashBack(tx.db, of.payment.attempt.id, amount);
        }
        tx.touch('payments');
      },
      'exchange-returned': (_fact, tx) => tx.touch('payments'),
      'sale-completed': ({ body: { sale } }, tx) => {
        for (const { kind, id, amount } of sale.tenders) {
          if (kind !== 'store-code') continue;
          addToDesk(tx, { id, reason: 'unverified', attempt: null, receipt: sale.receipt, amount });
        }
        tx.touch('payments');
      },
      // Money that came while no shift was open becomes a sale of the next one.
      'shift-opened': (_fact, tx) => {
        for (const intent of parkedIntents(tx.db)) completeIntent(tx, ports, intent);
        tx.touch('payments');
      },
    },
  };
  return {
    feature,
    scans: {
      isFrozen: cart => isFrozen(db, cart),
      needsEyes: () =>
        isFrozen(db, ports.selling.currentCart().id) ||
        parkedIntents(db).some(intent => liveAttempt({ db }, intent) !== undefined),
      whileFrozen: (text, typed, tx) => scanWhileFrozen(text, typed, tx, desk),
      takeDoubted: tx => takeDoubted(tx, desk),
      creditAtCounter: () => creditAtCounter(db, ports.refunds),
      amongGoods: (text, wallet, tx) => offerCode(text, wallet, tx, desk),
    },
    reads: { unsettled: () => unsettled(db) },
    refunds: {
      refundable: attempt => refundable(db, attemptOf(db, attempt)),
      begin: (tx, attempt, amount, reason) => {
        const record = attemptOf(tx.db, attempt);
        assert(amount <= refundable(tx.db, record), 'no more goes back than came');
        return beginRefund(tx, record, amount, reason);
      },
      hold: (tx, attempt, amount) => {
        assert(amount <= refundable(tx.db, attemptOf(tx.db, attempt)), 'no more is held than came');
        hold(tx.db, attempt, amount);
      },
      letGo: (tx, attempt, amount) => hold(tx.db, attempt, -amount),
      counterIsFrozen: () => openIntent(db) !== undefined,
      isSpending: refund => isSpending(db, refund),
    },
    runners: [paymentRunner(asking), refundRunner(asking)],
    start: async still => {
      await channels.start(!still);
      if (still) return;
      parts.act(systemActor, tx => {
        for (const { payment } of openAttempts(tx.db))
          happensTo(tx, payment.attempt.id, { type: 'restarted', asked: null });
      });
    },
    stop: () => {
      channels.stop();
      codes.clear();
    },
  };
}

type None = Record<string, never>;

/** The payment of a tender; a sale never names one that is not there. */
function attemptOf(db: ReadDb, id: AttemptId): AttemptRecord {
  const record = findAttempt(db, id);
  assert(record, 'a tender that a customer’s code paid has its payment');
  return record;
}

function withIntent(tx: Tx, id: IntentId, act: (intent: Intent) => Answer<None>): Answer<None> {
  const intent = findIntent(tx.db, id);
  return intent ? act(intent) : refuse('cart-changed', {});
}

const withOpen = (tx: Tx, id: IntentId, act: (intent: Intent) => Answer<None>): Answer<None> =>
  withIntent(tx, id, intent => (intent.parkedAt === null ? act(intent) : refuse('cart-changed', {})));

/** The provider has the money, for a sale that wants it. */
function paid(tx: Tx, id: Parameters<typeof findAttempt>[1], desk: Counter): void {
  const record = findAttempt(tx.db, id);
  const intent = record && findIntent(tx.db, record.payment.attempt.intent);
  if (!record || !intent) return;
  const { attempt, providerNumber } = record.payment;
  const { amount, wallet, channel, order } = attempt;
  const tender: Tender = {
    id: attempt.id,
    kind: 'code',
    amount,
    given: amount,
    change: minor(0),
    wallet,
    channel,
    attempt: attempt.id,
    order,
    providerNumber,
  };
  addTender(tx, intent, tender, desk);
}

/** When all of a payment nobody wanted has gone back, it is over. */
function moneyWentBack(tx: Tx, refund: Parameters<typeof findRefund>[1]): void {
  const of = findRefund(tx.db, refund);
  const record = of && findAttempt(tx.db, of.refund.attempt);
  if (!record || !isAllBack(tx.db, record)) return;
  happensTo(tx, record.payment.attempt.id, { type: 'returned' });
}
