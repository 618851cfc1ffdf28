import type { Env } from '../../shared/env.ts';
import { assert } from '../../shared/lib/assert.ts';
import type { Later, Wallet } from './scenarios.ts';

/** What a merchant asked a customer for; `scenario` is the four digits that decided how it went. */
export type LedgerOrder = {
  /** The merchant’s own number. */
  readonly number: string;
  readonly wallet: Wallet;
  /** Fen, as all money here. */
  readonly amount: number;
  readonly scenario: string;
  readonly later?: Later;
};

/** Money that moved: taken from the customer, or given back. `at`: wall ms. */
export type Entry = {
  readonly kind: 'capture' | 'refund';
  readonly order: string;
  readonly amount: number;
  readonly at: number;
};

export type Account = LedgerOrder & { readonly captured: number; readonly refunded: number };

export type Ledger = ReturnType<typeof openLedger>;

/**
 * Where practice money really is, whatever a provider says about it: not one fen here is worth anything.
 * In memory only. It stops the program rather than take an order’s money twice or give back more than was taken.
 */
export function openLedger(clock: Pick<Env, 'wallMs'>) {
  const accounts = new Map<string, Account>();
  const entries: Entry[] = [];
  const accountOf = (number: string): Account => {
    const account = accounts.get(number);
    assert(account, 'the order is on the ledger');
    return account;
  };
  const move = (kind: Entry['kind'], account: Account, amount: number): void => {
    accounts.set(account.number, account);
    entries.push({ kind, order: account.number, amount, at: clock.wallMs() });
  };
  return {
    open(order: LedgerOrder): void {
      assert(!accounts.has(order.number), 'an order number is opened once');
      accounts.set(order.number, { ...order, captured: 0, refunded: 0 });
    },
    /** Takes the money of an order: all of it, and once. */
    capture(number: string): void {
      const account = accountOf(number);
      assert(account.captured === 0, 'money is taken at most once');
      move('capture', { ...account, captured: account.amount }, account.amount);
    },
    refund(number: string, amount: number): void {
      const account = accountOf(number);
      assert(Number.isSafeInteger(amount) && amount > 0, 'a refund is whole fen');
      assert(account.refunded + amount <= account.captured, 'no more is given back than was taken');
      move('refund', { ...account, refunded: account.refunded + amount }, amount);
    },
    captured: (number: string): number => accounts.get(number)?.captured ?? 0,
    /** What the merchant has of an order in the end; 0 of one that never arrived. */
    net(number: string): number {
      const account = accounts.get(number);
      return account ? account.captured - account.refunded : 0;
    },
    accounts: (): readonly Account[] => [...accounts.values()],
    /** In the order in which they happened. */
    entries: (): readonly Entry[] => [...entries],
  };
}
