import type { Env } from '../../shared/env.ts';
import { assert } from '../../shared/lib/assert.ts';
import type { Ledger } from './ledger.ts';
import { latePaymentMs, type Scenario, scenarioOf, type Wallet } from './scenarios.ts';

/** The clocks and timers that practice money runs on: the real ones, or a simulator’s. */
export type World = Pick<Env, 'wallMs' | 'monotonicMs' | 'after'>;

export type Charge = {
  readonly order: string;
  readonly wallet: Wallet;
  readonly code: string;
  readonly amount: number;
  /** Called when the customer has paid, at once or later. */
  readonly paid: () => void;
};

export type Trade = {
  readonly charge: Charge;
  readonly scenario: Scenario;
  state: 'waiting' | 'paid' | 'failed' | 'closed';
  cancelsRefused: number;
};

export type Wallets = ReturnType<typeof openWallets>;

/** From the moment a phone shows it. */
const codeLifeMs = 60_000;
/** What becomes of a code whatever its digits say. */
const tooOld = scenarioOf('0011');
const usedUp = scenarioOf('0012');
/** When a wallet itself gives up on a customer who does not pay; not where its cancel is to be practised. */
const ownCloseMs: Readonly<Record<Wallet, number>> = {
  wechat: 45_000,
  alipay: 180_000,
  unionpay: 180_000,
};

/** The customers, their phones and their wallets: what really happens, which a provider may tell wrongly. */
export function openWallets(world: World, ledger: Ledger) {
  const bornAt = new Map<string, number>();
  const used = new Set<string>();
  const trades = new Map<string, Trade>();

  const take = (trade: Trade): void => {
    trade.state = 'paid';
    ledger.capture(trade.charge.order);
    trade.charge.paid();
  };
  const whileWaiting = (trade: Trade, inMs: number, run: () => void) =>
    world.after(inMs, () => trade.state === 'waiting' && run());

  /** Lets the customer do what the code says. */
  const play = (trade: Trade): void => {
    const { customer = { does: 'pays', inMs: 0 } } = trade.scenario;
    if (customer.does === 'is-declined' || customer.does === 'never-asked') trade.state = 'failed';
    else if (customer.does === 'pays' && customer.inMs === 0) take(trade);
    else if (customer.does === 'pays') whileWaiting(trade, customer.inMs, () => take(trade));
    // Elsewhere a customer who turns away leaves the trade open, for the merchant to close.
    else if (customer.does === 'cancels' && trade.charge.wallet === 'wechat')
      whileWaiting(trade, customer.inMs, () => (trade.state = 'failed'));
  };

  /** What charging `code` now would bring about; a code that is used up or too old is declined. */
  const foresee = (code: string): Scenario => {
    if (used.has(code)) return usedUp;
    const now = world.monotonicMs();
    return now - (bornAt.get(code) ?? now) > codeLifeMs ? tooOld : scenarioOf(code);
  };
  const tradeOf = (order: string): Trade => {
    const trade = trades.get(order);
    assert(trade, 'the wallet knows the order');
    return trade;
  };

  return {
    foresee,
    tradeOf,

    /** A phone shows `code` from now on. One that was never shown is as old as its charge. */
    show(code: string): void {
      if (!bornAt.has(code)) bornAt.set(code, world.monotonicMs());
    },

    /** Charges a code, which uses it up however that ends. */
    charge(charge: Charge): Trade {
      const { order, wallet, code, amount } = charge;
      const scenario = foresee(code);
      const trade: Trade = { charge, scenario, state: 'waiting', cancelsRefused: 0 };
      used.add(code);
      trades.set(order, trade);
      const { suffix, later } = scenario;
      ledger.open({ number: order, wallet, amount, scenario: suffix, ...(later && { later }) });
      play(trade);
      if (!scenario.cancel) whileWaiting(trade, ownCloseMs[wallet], () => (trade.state = 'closed'));
      return trade;
    },

    /** Whether the wallet says that it has closed the trade, which is not always so. */
    close(order: string): boolean {
      const trade = tradeOf(order);
      const { cancel } = trade.scenario;
      if (trade.state !== 'waiting') return false;
      if (cancel === 'refused-twice' && trade.cancelsRefused < 2) {
        trade.cancelsRefused += 1;
        return false;
      }
      if (cancel === 'paid-before' || cancel === 'claimed') {
        take(trade);
        return cancel === 'claimed';
      }
      trade.state = 'closed';
      if (cancel === 'paid-after') world.after(latePaymentMs, () => take(trade));
      return true;
    },

    /** Gives money back; says why not where it does not. */
    refund(order: string, amount: number): 'done' | 'no-funds' | 'too-much' {
      if (tradeOf(order).scenario.refund === 'fails') return 'no-funds';
      if (amount > ledger.net(order)) return 'too-much';
      ledger.refund(order, amount);
      return 'done';
    },
  };
}
