import type { CartView } from '../../../shared/contract/selling.ts';
import type { OverrideReason } from '../../../shared/domain/cart.ts';
import type { Discount } from '../../../shared/domain/discount.ts';
import type { ItemId } from '../../../shared/domain/item.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import { play } from '../../app/earcons.ts';
import { dismissBanner } from '../../app/moments.tsx';
import { useSignOut } from '../../app/sign-out.ts';
import { sayDue } from '../../app/voice.ts';
import { useLeadsOn } from '../../input/leads-on.ts';
import { toast } from '../../kit/toast.tsx';
import { waysOf } from '../../kit/ways.ts';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { useChosenLine } from './use-chosen-line.ts';
import { useRemovals } from './use-removals.ts';

export type CreatedGoods = {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly price: Minor;
};

/** Everything the cashier does to the cart in sight, each a word to the core; refusals have been shown. */
export function useCounter(cart: CartView) {
  const words = useWords();
  const { t } = words;
  const freeze = useCommand('paying.freeze');
  const scan = useCommand('selling.scan');
  const add = useCommand('selling.add');
  const takeLabel = useCommand('selling.takeLabel');
  const multiply = useCommand('selling.multiply');
  const addOpen = useCommand('selling.addOpen');
  const createGoods = useCommand('selling.createGoods');
  const setPrice = useCommand('selling.setPrice');
  const discountLine = useCommand('selling.discountLine');
  const discountTicket = useCommand('selling.discountTicket');
  const forgetCode = useCommand('paying.forgetCode');
  const hold = useCommand('selling.hold');
  const returnExchange = useCommand('refunding.returnExchange');
  const signOut = useSignOut();
  const leadsOn = useLeadsOn();
  const { lines } = cart.priced;
  const [current, select] = useChosenLine(cart.current);
  const line = lines.find(each => each.id === current) ?? null;

  const removals = useRemovals(cart, line);

  return {
    current,
    line,
    ...removals,
    typeCode: (text: string) => void scan({ text, from: 'typed' }),
    add: async (item: ItemId, code: string): Promise<boolean> => {
      const answer = await add({ item, code });
      play(answer.ok ? 'ok' : 'error');
      if (answer.ok) dismissBanner();
      return answer.ok;
    },
    /** Answers what the scan of a label has asked; what becomes of it is a moment, as of any scan. */
    takeLabel: (asked: string, item?: ItemId) => void takeLabel({ asked, ...(item && { item }) }),
    multiply: (text: string) => {
      const factor = parseQuantity(text);
      if (factor.ok) void multiply({ quantity: factor.value });
    },
    forgetFactor: () => {
      if (cart.multiplier !== null) void multiply({ quantity: null });
    },
    select,
    step: (by: number) => {
      const next = lines[lines.findIndex(each => each.id === current) + by];
      if (next) select(next.id);
    },
    addOpen: async (price: Minor, name: string, scanned: boolean): Promise<boolean> =>
      (await addOpen({ price, name, scanned })).ok,
    createGoods: async (goods: CreatedGoods): Promise<boolean> => {
      const answer = await createGoods(goods);
      if (answer.ok) play('ok');
      return answer.ok;
    },
    setPrice: async (price: Minor, reason: OverrideReason): Promise<boolean> =>
      line !== null && (await setPrice({ cart: cart.id, line: line.id, price, reason })).ok,
    discount: async (target: 'line' | 'ticket', discount: Discount | null): Promise<boolean> => {
      if (target === 'ticket') return (await discountTicket({ cart: cart.id, discount })).ok;
      return line !== null && (await discountLine({ cart: cart.id, line: line.id, discount })).ok;
    },
    /** Freezes the amount and says it; a code that was offered is charged by the same key. */
    pay: async () => {
      const { due } = cart.priced;
      const answer = await leadsOn(freeze({ cart: cart.id, due }));
      if (!answer.ok) return;
      dismissBanner();
      sayDue(minor(Math.max(0, due - (cart.credit?.amount ?? 0))), words);
    },
    forgetCode: () => void forgetCode({}),
    /** Asks who is there; the cart waits for whoever comes. */
    lock: () => signOut(),
    hold: async () => {
      const answer = await hold({ cart: cart.id });
      if (answer.ok) {
        toast({ tone: 'green', title: t.selling.held(answer.value.label), detail: t.selling.heldTodo });
      }
    },
    /** The customer changed their mind: the credit of the exchange goes back as its money came. */
    returnExchange: async () => {
      if (!cart.credit) return;
      const answer = await returnExchange({ refund: cart.credit.refund });
      play(answer.ok ? 'done' : 'error');
      if (!answer.ok) return;
      const detail = waysOf(answer.value.back, t)
        .map(({ name, amount }) => `${name} ${words.format.amount(amount)}`)
        .join('，');
      toast({ tone: 'green', title: t.exchange.returned, detail });
    },
  };
}

export type Counter = ReturnType<typeof useCounter>;
