import type { IntentView } from '../../shared/contract/paying.ts';
import type { CartId } from '../../shared/domain/cart.ts';
import type { Chance } from './chance.ts';
import { barcodes } from './goods.ts';
import { type Auditor, isFinalName } from './invariants.ts';
import { openManager } from './manager.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

export type CashierParts = {
  readonly world: World;
  readonly page: Page;
  readonly chance: Chance;
  readonly auditor: Auditor;
  /** Whether this one may also work through the desk. */
  readonly isManager: boolean;
};

/** Somebody stands and thinks, or the customer looks for the phone. */
const quickMs = [300, 6_000] as const;
const slowMs = [10_000, 60_000] as const;
/** A customer who talks until the code has died. */
const tooLateMs = 70_000;

export type Cashier = ReturnType<typeof openCashier>;

/** A person at the till: sees what the page shows, and does what a person could do next, sensible or not. */
export function openCashier({ world, page, chance, auditor, isManager }: CashierParts) {
  const { provider, timeline } = world;
  const manager = openManager({ page, chance, ledger: provider.ledger });
  /** Pieces rung up in each cart, as acknowledged. */
  const rung = new Map<string, number>();
  /** The code that a customer still holds out. */
  let heldOut: string | null = null;

  const scan = (text: string) => page.say('selling.scan', { text, from: 'keyboard' });
  const payCash = (cart: CartId, due: number) =>
    page.say('paying.cash', { cart, due, given: due, confirmed: true });

  async function ringUp(): Promise<void> {
    for (let left = chance.whole(1, 3); left > 0; left -= 1) {
      const answer = await scan(chance.pick(barcodes));
      if (!answer.ok || answer.value.outcome !== 'added') continue;
      const { id } = await page.see('selling.cart');
      rung.set(id, (rung.get(id) ?? 0) + 1);
    }
  }

  /** The customer opens the wallet, or still holds out the code from before; an impatient cashier scans it twice. */
  async function takeCode(): Promise<void> {
    const again = heldOut !== null && chance.happens(0.3);
    const code = again ? heldOut! : provider.newCode();
    heldOut = code;
    await timeline.sleep(chance.happens(0.05) ? tooLateMs : chance.whole(...quickMs));
    await scan(code);
    if (chance.happens(0.1)) await scan(code);
  }

  /** Nothing is on its way: the customer settles what remains, or a part of it. */
  async function settle({ intent, cart, remaining, tenders }: IntentView): Promise<void> {
    const does = chance.weighed({
      code: 60,
      cash: 12,
      part: remaining > 1 ? 12 : 0,
      park: 3,
      storeCode: 2,
      unfreeze: tenders.length === 0 ? 5 : 0,
    });
    if (does === 'part') {
      const amount = chance.whole(1, remaining - 1);
      // Without a draw of its own, so that seeds tell the stories they told before.
      await page.say('paying.ask', { intent, amount, restInCash: amount % 5 === 1 });
    }
    if (does === 'part' || does === 'code') return takeCode();
    if (does === 'cash') await payCash(cart, remaining);
    else if (does === 'storeCode')
      await page.say('paying.storeCode', { intent, amount: remaining, heard: 'the loudspeaker' });
    else await page.say(`paying.${does}`, { intent });
  }

  /** A payment is on its way: wait, mostly. */
  async function bear({ intent, cart, remaining, attempt }: IntentView): Promise<void> {
    const stuck = attempt?.state.name === 'suspense';
    const does = chance.weighed({
      nothing: 40,
      stop: stuck ? 1 : 10,
      waitLonger: 4,
      park: 5,
      scanAgain: heldOut === null ? 0 : 8,
      otherCode: 4,
      cash: 4,
      goOnWithout: stuck ? 25 : 4,
    });
    if (does === 'nothing') return;
    if (does === 'otherCode') return takeCode();
    if (does === 'scanAgain') await scan(heldOut!);
    else if (does === 'cash') await payCash(cart, remaining);
    else if (does === 'goOnWithout') await page.sayWithLeave('paying.goOnWithout', { intent });
    else await page.say(`paying.${does}`, { intent });
  }

  /** Money that came after a stop is shown at the counter; nobody goes to the desk for it. */
  async function decide({ intent, attempt }: IntentView): Promise<void> {
    const does = chance.weighed({ accept: 60, refund: 20, goOnWithout: 20 });
    if (does === 'accept') await page.say('paying.accept', { attempt: attempt!.attempt });
    else if (does === 'refund') await manager.refund(attempt!);
    else await page.sayWithLeave('paying.goOnWithout', { intent });
  }

  function goOnWith(intent: IntentView): Promise<void> {
    const { attempt } = intent;
    if (attempt?.state.name === 'paid-after-stop') return decide(intent);
    const isOpen = attempt?.wanted && !isFinalName(attempt.state.name);
    return isOpen ? bear(intent) : settle(intent);
  }

  /** Payments of parked carts go on between two shifts. */
  async function endShift(): Promise<void> {
    const shift = (await page.see('shifts.current'))?.id;
    if (!shift) return;
    for (const _round of [1, 2]) await page.sayOnce('shifts.count', { shift, counted: 20_000 });
    const { held, unknown, unverified } = (await page.ask('shifts.closing', { shift })).carried;
    const carried = { held, unknown: unknown.count, unverified: unverified.count };
    await page.say('shifts.close', { shift, carried, left: 20_000, bag: '' });
  }
  const openShift = async () => void (await page.say('shifts.open', { float: 20_000 }));

  async function beginWithCart(isParked: boolean): Promise<void> {
    const { id, priced, mode } = await page.see('selling.cart');
    if (mode === 'closed') return chance.happens(0.3) ? openShift() : undefined;
    if (priced.lines.length === 0) return chance.happens(isParked ? 0.3 : 0.03) ? endShift() : ringUp();
    const does = chance.weighed({ freeze: 75, codeFirst: 12, cash: 10, nothing: 3 });
    if (does === 'nothing') return;
    if (does === 'codeFirst') await takeCode();
    if (does === 'cash') await payCash(id, priced.due);
    else await page.say('paying.freeze', { cart: id, due: priced.due });
  }

  return {
    rung: rung as ReadonlyMap<string, number>,
    openShift,
    /** Thinks, looks, and does the next thing. */
    async work(): Promise<void> {
      const [least, most] = chance.happens(0.1) ? slowMs : quickMs;
      await timeline.sleep(chance.whole(least, most));
      const { intent, parked, onDesk } = await page.see('paying.state');
      const paid = [...auditor.said.payments.values()].filter(({ state }) => state.name === 'paid');
      if (parked.length > 0 && chance.happens(0.15))
        await page.say('paying.bringBack', { intent: chance.pick(parked).intent });
      else if (paid.length > 0 && chance.happens(0.12)) await manager.refund(chance.pick(paid));
      else if (isManager && onDesk > 0 && chance.happens(0.2)) await manager.clearDesk();
      else await (intent ? goOnWith(intent) : beginWithCart(parked.length > 0));
    },
  };
}
