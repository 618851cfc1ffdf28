import type { Refusal } from '../../shared/contract/refusals.ts';
import type { AnswerOf, CommandName, InputOf } from '../../shared/contract/words.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import type { Rng } from '../../shared/lib/rng.ts';
import { carriedBy, mustBe, ownerPin, shelf, type TestTill } from '../doubles/till.ts';
import { goodsBack } from './goods-back.ts';

export type Shop = TestTill & { readonly owner: StaffId; readonly cashier: StaffId };

/** Says a word and notes how it was answered; a fault of ours throws. */
export type Say = <Name extends CommandName>(word: Name, input: InputOf<Name>) => Promise<AnswerOf<Name>>;
export type Pick = <T>(list: readonly T[]) => T;

/** Things that people do at a till in a day, in about the proportion in which they do them. */
const habits = {
  sell: 45,
  ring: 12,
  removeLine: 6,
  voidCart: 2,
  hold: 4,
  recall: 5,
  discount: 5,
  storeCode: 4,
  openDrawer: 2,
  moveCash: 4,
  drop: 2,
  exchange: 1,
  reprint: 2,
  refund: 8,
  undo: 3,
  withoutReceipt: 2,
  changePlaces: 4,
  handOver: 3,
  changeBox: 1,
  closeDay: 1,
} as const;
type Habit = keyof typeof habits;

const actsLeast = 20;
const actsMost = 80;

/**
 * One day of chance at a till: everything a cashier and a manager can do with cash, in any order, sensible or
 * not. Refusals are part of the day; a fault of ours ends it.
 */
export async function playDay(shop: Shop, rng: Rng): Promise<readonly string[]> {
  const done: string[] = [];
  const whole = (least: number, most: number) => least + Math.floor(rng() * (most - least + 1));
  const pick: Pick = list => list[whole(0, list.length - 1)]!;

  const say: Say = async (word, input) => {
    const answer = (await shop.say(word, input)) as AnswerOf<typeof word>;
    const refusal = answer.ok ? null : (answer.refusal as Refusal);
    done.push(`${word} ${refusal?.code ?? 'ok'}`);
    if (refusal && ['internal', 'bad-input', 'disk-trouble'].includes(refusal.code))
      throw new Error(`${word} ${JSON.stringify(input)}: ${JSON.stringify(refusal)}`);
    return answer;
  };
  const ring = async () => {
    for (let goods = whole(1, 4); goods > 0; goods -= 1)
      await say('selling.scan', { text: pick(shelf)[0], from: 'keyboard' });
  };
  const pay = async (given: (due: number) => number) => {
    const { id: cart, cashDue } = await shop.see('selling.cart');
    const due = (await shop.see('paying.state')).intent?.cashDue ?? cashDue;
    await say('paying.cash', { cart, due, given: given(due), confirmed: true });
  };
  const endShift = async () => {
    if ((await shop.see('selling.cart')).priced.lines.length > 0) await pay(due => due);
    const shift = await shop.see('shifts.current');
    if (!shift) return;
    const { expected } = mustBe(await shop.ask('shifts.report', { shift: shift.id }));
    const counted = Math.max(0, expected + pick([0, 0, 0, -250, 300, -5_000, 1_000]));
    for (const _round of [1, 2]) await say('shifts.count', { shift: shift.id, counted });
    const left = pick([counted, 0, Math.trunc(counted / 2)]);
    await say('shifts.close', { shift: shift.id, carried: await carriedBy(shop, shift.id), left, bag: '' });
  };
  const openShift = () => say('shifts.open', { float: pick([0, 20_000, 12_345]), trustClock: true });

  const acts: Readonly<Record<Habit, () => Promise<unknown>>> = {
    sell: async () => {
      await ring();
      await pay(due => pick([due, due + 100, due + 5_000, due - 1]));
    },
    ring,
    removeLine: async () => {
      const { id: cart, priced } = await shop.see('selling.cart');
      if (priced.lines.length > 0)
        await say('selling.removeLine', { cart, line: pick(priced.lines).id, reason: 'other' });
    },
    voidCart: async () =>
      say('selling.voidCart', {
        cart: (await shop.see('selling.cart')).id,
        reason: 'other',
      }),
    hold: async () => say('selling.hold', { cart: (await shop.see('selling.cart')).id }),
    recall: async () => {
      const held = await shop.see('selling.held');
      if (held.length > 0) await say('selling.recall', { cart: pick(held).cart });
    },
    discount: async () => {
      const { id: cart, priced } = await shop.see('selling.cart');
      const discount = pick([
        { kind: 'share' as const, permilleOff: whole(1, 300) },
        { kind: 'amount' as const, off: whole(0, 300) },
      ]);
      if (priced.lines.length === 0 || rng() < 0.5) await say('selling.discountTicket', { cart, discount });
      else await say('selling.discountLine', { cart, line: pick(priced.lines).id, discount });
    },
    storeCode: async () => {
      const { id: cart, priced } = await shop.see('selling.cart');
      const frozen = await say('paying.freeze', { cart, due: priced.due });
      if (!frozen.ok) return;
      const { intent } = frozen.value;
      await say('paying.storeCode', { intent, amount: whole(1, Math.max(1, priced.due)), heard: '播报' });
      await say('paying.unfreeze', { intent });
      await pay(due => due);
    },
    openDrawer: () => say('shifts.openDrawer', { reason: '换零钱' }),
    moveCash: () =>
      say('shifts.moveCash', {
        move: pick(['paid-in', 'paid-out'] as const),
        amount: whole(0, 20_000),
        reason: '日常',
      }),
    drop: () => say('shifts.drop', { amount: whole(0, 30_000), reason: '' }),
    exchange: () => say('shifts.exchange', { amount: whole(1, 10_000), reason: '' }),
    reprint: async () => {
      const sales = mustBe(await shop.ask('selling.lastSales', { limit: 5 }));
      if (sales.length > 0) await say('printing.reprint', { sale: pick(sales).number });
    },
    ...goodsBack({ shop, say, pick, rng }),
    changePlaces: () => say('session.signIn', { staff: shop.owner, pin: ownerPin }),
    handOver: async () => {
      await endShift();
      await openShift();
    },
    changeBox: async () => {
      await say('shifts.setAside', {});
      await openShift();
    },
    closeDay: async () => {
      const { openDays } = await shop.see('shifts.desk');
      if (openDays.length > 0) await say('shifts.closeDay', { day: openDays[0]! });
    },
  };

  await openShift();
  for (let left = whole(actsLeast, actsMost); left > 0; left -= 1) await acts[drawn(rng)]();
  await endShift();
  return done;
}

function drawn(rng: Rng): Habit {
  const all = Object.entries(habits) as [Habit, number][];
  let at = rng() * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [habit, weight] of all) {
    at -= weight;
    if (at < 0) return habit;
  }
  return 'sell';
}
