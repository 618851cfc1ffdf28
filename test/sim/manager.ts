import type { Ledger } from '../../gateway/pay/ledger.ts';
import type { DeskItem } from '../../shared/contract/paying.ts';
import type { AttemptId } from '../../shared/domain/payment/payment.ts';
import type { Chance } from './chance.ts';
import type { Page } from './page.ts';

export type ManagerParts = { readonly page: Page; readonly chance: Chance; readonly ledger: Ledger };

/** What a manager does about money that is not settled by itself, and what a cashier does with a manager's leave. */
export function openManager({ page, chance, ledger }: ManagerParts) {
  /** All of it, or a part. */
  async function refund({ attempt, amount }: { attempt: AttemptId; amount: number }): Promise<void> {
    const part = chance.happens(0.4) ? chance.whole(1, amount) : amount;
    await page.sayWithLeave('paying.refund', { attempt, amount: part, reason: 'the customer wants it back' });
  }

  /** Looks an order up in the provider's own books, and believes what stands there. */
  async function lookUp(attempt: AttemptId, order: string): Promise<void> {
    const account = ledger.accounts().find(({ number }) => number === order);
    if (!account) await page.say('paying.foundUnpaid', { attempt, note: 'not in the books' });
    else if (account.captured > 0) await page.say('paying.foundPaid', { attempt, providerNumber: order });
  }

  async function settle(item: DeskItem): Promise<void> {
    const { acts, order, refund: back } = item;
    const attempt = item.attempt?.attempt;
    if (acts.length === 0 || !attempt) return;
    switch (chance.pick(acts)) {
      case 'accept':
        return void (await page.say('paying.accept', { attempt }));
      case 'refund':
        return refund({ attempt, amount: item.amount });
      case 'refund-again':
        return void (await page.sayWithLeave('paying.refundAgain', { refund: back!.id }));
      case 'query':
        return void (await page.say('paying.queryNow', { attempt }));
      case 'found-paid':
      case 'found-unpaid':
        return lookUp(attempt, order);
      case 'verified':
        return void (await page.say('paying.verified', { desk: item.id, note: 'seen' }));
    }
  }

  return {
    refund,
    /** Takes up one thing that lies on the desk. */
    async clearDesk(): Promise<void> {
      const items = await page.see('paying.desk');
      if (items.length > 0) await settle(chance.pick(items));
    },
  };
}
