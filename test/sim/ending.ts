import { verifyChain } from '../../electron/core/journal.ts';
import type { ReadDb } from '../../electron/db/open.ts';
import type { Intent } from '../../electron/features/paying/intents.ts';
import type { DeskItem } from '../../shared/contract/paying.ts';
import { type Auditor, isFinalName } from './invariants.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

/** What was acknowledged is there, word for word, also after the till has died. */
export function auditAcknowledged(db: ReadDb, page: Page, { add }: Auditor): void {
  for (const [id, answer] of page.acknowledged) {
    const row = db.get<{ answer: string }>('SELECT answer FROM answers WHERE id = ?', [id]);
    if (row?.answer !== answer)
      add('broken-promise', `${id} was answered ${answer}, and is now ${row?.answer}`);
  }
}

/** I3: no payment code in the bytes of the database, or in the log. */
export function auditSecrets({ provider, power, disk }: World, { add }: Auditor): void {
  const image = disk.image();
  const log = power.logged.join('\n');
  for (const code of provider.codes) {
    if (image.includes(code)) add('broken-promise', `the code …${code.slice(-4)} is in the database`);
    if (log.includes(code)) add('broken-promise', `the code …${code.slice(-4)} is in the log`);
  }
}

/** I8: when all is over every payment is final, or before a person with a reason. */
export function auditDesk(desk: readonly DeskItem[], { said, add }: Auditor): void {
  const onDesk = new Set(desk.map(({ refund, attempt }) => refund?.id ?? attempt?.attempt));
  for (const { attempt, order, state } of said.payments.values()) {
    if (!isFinalName(state.name) && !onDesk.has(attempt))
      add('unresolved', `${order} is ${state.name}, and not on the desk`);
  }
  for (const { refund, order, state } of said.refunds.values()) {
    if (!isFinalName(state.name) && !onDesk.has(refund))
      add('unresolved', `a refund of ${order} is ${state.name}, and not on the desk`);
  }
}

/** I6: every sale adds up, counts what is paid and nothing else, holds the goods that were rung up, and has the next number. */
export function auditSales({ said, add }: Auditor, rung: ReadonlyMap<string, number>): void {
  const counted = new Map<string, string>();
  said.sales.forEach(({ number, cart, total, pieces, tenders }, place) => {
    const sum = tenders.reduce((all, { amount }) => all + amount, 0);
    if (sum !== total) add('broken-promise', `sale ${number}: ${sum} tendered for ${total}`);
    if (number !== place + 1) add('broken-promise', `sale ${place + 1} has the number ${number}`);
    if (pieces !== rung.get(cart))
      add('broken-promise', `sale ${number} has ${pieces} pieces; ${rung.get(cart)} were rung up`);
    for (const tender of tenders) if (tender.kind === 'code') counted.set(tender.attempt, cart);
  });
  const sold = new Set<string>(said.sales.map(({ cart }) => cart));
  for (const { attempt, order, cart, state } of said.payments.values()) {
    const isPaid = state.name === 'paid';
    if (sold.has(cart) && isPaid !== counted.has(attempt))
      add('disagreement', `${order} is ${state.name}, and ${isPaid ? 'not ' : ''}counted in its sale`);
  }
}

/** A cart that is settled to the fen has become a sale, unless no shift is open that it could belong to. */
export function auditIntents(db: ReadDb, { add }: Auditor): void {
  if (!db.get('SELECT 1 FROM shifts WHERE closed_at IS NULL')) return;
  for (const { body } of db.all<{ body: string }>('SELECT body FROM payment_intents')) {
    const { cart, priced, tenders } = JSON.parse(body) as Intent;
    const settled = tenders.reduce((sum, { amount }) => sum + amount, 0);
    if (settled >= priced.due) add('unresolved', `cart ${cart} is settled, and no sale`);
  }
}

/** What happened can't have been changed afterwards. */
export function auditJournal(db: ReadDb, { add }: Auditor): void {
  const till = db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'till'")!.value;
  const proof = verifyChain(db, till, 1);
  let step = proof.next();
  while (!step.done) step = proof.next();
  if (step.value) add('broken-promise', `the journal is broken at ${step.value.seq}: ${step.value.how}`);
}
