import type { ReadDb } from '../../electron/db/open.ts';
import type { Account } from '../../gateway/pay/ledger.ts';
import type { PaymentStateName } from '../../shared/domain/payment/payment.ts';
import { openSaid, type Said, type SaidPayment } from './said.ts';
import type { World } from './world.ts';

/**
 * What is wrong. `double-charge`: more of a customer's money than is owed, and nothing names it;
 * `disagreement`: till and ledger tell different stories of the same money; `unresolved`: neither final nor
 * before a person; `broken-promise`: everything else.
 */
export type Violation = {
  readonly kind: 'double-charge' | 'disagreement' | 'unresolved' | 'broken-promise';
  readonly what: string;
};

const finals: readonly string[] = ['paid', 'declined', 'cancelled', 'not-sent', 'refunded'];
/** Of a payment or a refund that is nobody's question any more. */
export const isFinalName = (state: string): boolean => finals.includes(state);

const asking: readonly PaymentStateName[] = ['submitting', 'pending', 'unknown', 'cancelling', 'suspense'];
const dead: readonly PaymentStateName[] = ['declined', 'cancelled', 'not-sent'];

export type Auditor = ReturnType<typeof openAuditor>;

/** Compares what the till says with what really happened, after every commit: I1 to I7 of the payments reference. */
export function openAuditor({ provider: { ledger }, network, power, trace }: World) {
  const said = openSaid();
  const found = new Map<string, Violation>();
  const add = (kind: Violation['kind'], what: string): void => {
    if (!found.has(what)) trace.add(`VIOLATION ${kind}: ${what}`);
    found.set(what, { kind, what });
  };

  /** I5: what is final stays as it is, but for money that goes back. */
  const moving = (name: string, before: string, after: string): void => {
    trace.add(`${name} ${before} -> ${after}`);
    if (isFinalName(before)) add('broken-promise', `${name} was ${before}, and then ${after}`);
  };

  function audit(db: ReadDb): void {
    said.readOn(db, moving);
    const accounts = new Map(ledger.accounts().map(account => [account.number, account]));
    for (const payment of said.payments.values()) auditPayment(payment, accounts.get(payment.order));
    const orders = new Map([...said.payments.values()].map(payment => [payment.order, payment]));
    for (const account of accounts.values()) {
      const { number, captured, amount } = account;
      if (orders.get(number)?.amount !== amount)
        add(
          captured > 0 ? 'double-charge' : 'broken-promise',
          `the till knows of no ${amount} for ${number}`,
        );
      if ((network.charged.get(number) ?? 0) > 1) add('broken-promise', `${number} was sent twice`);
      auditRefunds(account);
    }
    auditIntents();
    auditCarts(accounts);
  }

  /** I4 and its contrary: the till says paid exactly where the money was taken. */
  function auditPayment({ order, amount, state, surplus }: SaidPayment, account: Account | undefined): void {
    const captured = account?.captured ?? 0;
    const net = captured - (account?.refunded ?? 0);
    if (state.name === 'paid' && captured !== amount)
      add('disagreement', `${order} is paid, says the till; the provider took ${captured} of ${amount}`);
    if (dead.includes(state.name) && net > 0 && !surplus)
      add('disagreement', `${order} is ${state.name}, says the till; the provider has ${net}`);
    if (state.name === 'refunded' && net > 0)
      add('disagreement', `${order} is refunded, says the till; the provider has ${net}`);
  }

  /** I7: what went back is what the till says, and nothing goes back twice. */
  function auditRefunds({ number, refunded }: Account): void {
    let [most, done] = [0, 0];
    for (const { order, amount, state } of said.refunds.values()) {
      if (order !== number) continue;
      if (state.name !== 'refund-failed') most += amount;
      if (state.name === 'refunded') done += amount;
    }
    if (refunded > most || refunded < done)
      add('disagreement', `${refunded} of ${number} went back; the till says ${done} to ${most}`);
  }

  /** I1: no second try while a first one may still bring money. */
  function auditIntents(): void {
    const open = new Set<string>();
    for (const { intent, state, wanted, order } of said.payments.values()) {
      if (!wanted || isFinalName(state.name)) continue;
      if (open.has(intent)) add('broken-promise', `${order} is tried while another try is open`);
      open.add(intent);
    }
  }

  /** I2: what a customer was charged and nothing names is no more than what was owed. */
  function auditCarts(accounts: ReadonlyMap<string, Account>): void {
    for (const sale of said.sales) {
      const unnamed = [...said.payments.values()]
        .filter(({ cart, state, surplus }) => cart === sale.cart && isFinalName(state.name) && !surplus)
        .reduce(
          (sum, { order }) =>
            sum + (accounts.get(order)?.captured ?? 0) - (accounts.get(order)?.refunded ?? 0),
          0,
        );
      const others = sale.tenders.reduce((sum, { kind, amount }) => sum + (kind === 'code' ? 0 : amount), 0);
      if (unnamed + others > sale.total)
        add('double-charge', `${unnamed + others} was taken for sale ${sale.number} of ${sale.total}`);
    }
  }

  power.whenCommitted(() => audit(power.db()!));

  return {
    said: said as Pick<Said, 'payments' | 'refunds' | 'sales'>,
    add,
    audit,
    /** Nothing is left that the till could still find out by itself. */
    isSettled: () =>
      [...said.payments.values()].every(({ state }) => !asking.includes(state.name)) &&
      [...said.refunds.values()].every(({ state }) => ['refunded', 'refund-failed'].includes(state.name)),
    violations: (): readonly Violation[] => [...found.values()],
  };
}
