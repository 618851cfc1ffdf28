import { useEffect, useRef, useState } from 'react';
import type { CartView, GoodsTile } from '../../../shared/contract/selling.ts';
import { type OverrideReason, overrideReasons } from '../../../shared/domain/cart.ts';
import type { Discount } from '../../../shared/domain/discount.ts';
import { isWeighed } from '../../../shared/domain/item.ts';
import { minorDigits, parseMinor } from '../../../shared/domain/money.ts';
import { play } from '../../app/earcons.ts';
import {
  closeChoice,
  creatableInSight,
  dismissBanner,
  unknownInSight,
  useChoice,
  useQuestion,
} from '../../app/moments.tsx';
import { goTo, useNavigation } from '../../app/navigation.ts';
import { useOnTyped, useQuietEntry } from '../../input/entry.ts';
import { clearToasts, toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { readDiscount } from './discount-text.ts';
import { factorTyped, isWriting, type Mode, nextReason, stepsTyped, typingIn } from './mode.ts';
import { useArranging } from './use-arranging.ts';
import { useCounter } from './use-counter.ts';
import { useOffered } from './use-offered.ts';
import { usePickList } from './use-pick-list.ts';
import { type FoundTile, useSearch } from './use-search.ts';
import { useWaiting } from './use-waiting.ts';

/** A factor that a person keyed is taken when the keys have rested; a `*` inside a scan never rests. */
const factorRestMs = 120;
const noGoods: readonly FoundTile[] = [];
const scanning: Mode = { kind: 'scan' };
const firstMode = (): Mode => (useNavigation.getState().place === 'held' ? { kind: 'held' } : scanning);

/** The state of the selling screen: what the scan line asks for, what is listed beside it, what Enter does. */
export function useSelling(cart: CartView) {
  const { language, t } = useWords();
  const currency = useLive('setup.state')?.currency ?? 'CNY';
  const waiting = useWaiting();
  const choice = useChoice();
  const question = useQuestion();
  const offered = useOffered();
  const counter = useCounter(cart);
  const arranging = useArranging();
  const [mode, setMode] = useState(firstMode);
  // The wish has been granted; the next time this screen opens, it opens for scanning.
  useEffect(() => {
    if (useNavigation.getState().place === 'held') goTo(null);
  }, []);
  const [wrong, setWrong] = useState(false);
  const [voiding, setVoiding] = useState(false);
  const [askingAge, setAskingAge] = useState(false);
  const entry = useQuietEntry({ accepts: typingIn(mode) });
  const box = useQuietEntry();
  const hasGoods = cart.priced.lines.length > 0;

  const searching = mode.kind === 'search';
  const results = useSearch(searching ? box : entry, !searching && mode.kind !== 'scan');
  const goods: readonly FoundTile[] = choice ?? results?.goods ?? noGoods;
  // What is only similar is nobody's choice until the arrows say so.
  const marks = { goods: usePickList(goods, goods[0]?.similar ? -1 : 0), held: usePickList(waiting.sales) };

  const enter = (next: Mode) => {
    entry.clear();
    box.clear();
    setWrong(false);
    closeChoice();
    dismissBanner();
    clearToasts();
    setMode(next);
  };
  const done = () => enter(scanning);
  const settle = (worked: boolean) => {
    if (worked) done();
    else setWrong(true);
    if (!worked) play('error');
  };

  const picks = {
    goods: (tile: GoodsTile | undefined) => {
      if (!tile) return;
      done();
      if (choice && question?.outcome === 'choose' && question.asked) {
        counter.takeLabel(question.asked, tile.item);
        return;
      }
      if (arranging.draft) return arranging.add(tile);
      void counter.add(tile.item, tile.code).then(added => {
        // A weighing from a key comes as one unit; the scale's figure is asked for at once.
        if (added && isWeighed(tile.unit)) enter({ kind: 'quantity' });
      });
    },
    held: (index: number) => {
      done();
      const sale = waiting.sales[index];
      if (sale) waiting.fetch(sale);
    },
    discount: (discount: Discount | null) => {
      if (mode.kind === 'discount') void counter.discount(mode.target, discount).then(settle);
    },
  };

  const takeFactor = (text: string) => {
    entry.clear();
    counter.multiply(factorTyped.exec(text)?.[1] ?? '');
  };
  const takeSteps = (text: string) => {
    entry.clear();
    counter.adjust(text.startsWith('+') ? text.length : -text.length);
  };
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useOnTyped(entry, typed => {
    clearTimeout(rest.current);
    if (mode.kind !== 'scan') return;
    if (factorTyped.test(typed)) rest.current = setTimeout(() => takeFactor(typed), factorRestMs);
    if (stepsTyped.test(typed)) rest.current = setTimeout(() => takeSteps(typed), factorRestMs);
  });

  const takeGoods = (typed: string) => {
    if (factorTyped.test(typed)) takeFactor(typed);
    else if (/^\d[\d-]*$/.test(typed) && !choice && !marks.goods.moved && !arranging.draft) {
      done();
      counter.typeCode(typed);
    } else picks.goods(goods[marks.goods.row]);
  };
  /** The name first, then the price; the rest the core does in one go. */
  const create = (goods: Mode & { kind: 'create' }, typed: string) => {
    const { code, name, category } = goods;
    if (name === null) {
      if (typed === '') settle(false);
      else enter({ ...goods, name: typed });
      return;
    }
    const read = parseMinor(typed, minorDigits(currency));
    if (read.ok) void counter.createGoods({ code, name, category, price: read.value }).then(settle);
    else settle(false);
  };
  const confirm = () => {
    const typed = isWriting(mode) ? box.read().trim() : entry.read();
    switch (mode.kind) {
      case 'quantity':
        void counter.setQuantity(typed).then(settle);
        return;
      case 'discount': {
        const read = readDiscount(typed, language, minorDigits(currency));
        if (read.ok) picks.discount(read.value);
        else settle(false);
        return;
      }
      case 'price': {
        const read = parseMinor(typed, minorDigits(currency));
        if (read.ok) void counter.setPrice(read.value, mode.reason).then(settle);
        else settle(false);
        return;
      }
      case 'open': {
        const read = parseMinor(typed, minorDigits(currency));
        if (read.ok) void counter.addOpen(read.value, mode.name, mode.scanned).then(settle);
        else settle(false);
        return;
      }
      case 'create':
        create(mode, typed);
        return;
      case 'held':
        picks.held(marks.held.row);
        return;
      default:
        takeGoods(typed);
    }
  };

  const move = (by: number) => {
    if (mode.kind === 'held') marks.held.move(by);
    else if (goods.length > 0) marks.goods.move(by);
    else counter.step(by);
  };
  const back = () => {
    if (mode.kind === 'scan' && entry.read() === '' && !choice) counter.forgetFactor();
    if (offered) counter.forgetCode();
    done();
  };
  const hold = () => {
    waiting.goesAside(cart.id);
    void counter.hold();
  };
  /** A figure that has been asked for and typed counts before the sale goes on; the next press of the key sees its sum. */
  const afterTyped = (goOn: () => void) => () => {
    if (mode.kind === 'scan' || isWriting(mode) || entry.read() === '') goOn();
    else confirm();
  };
  const recall = () => enter(waiting.fetchOnly(cart.heldCarts) ? scanning : { kind: 'held' });
  const discount = () => {
    const onLine = counter.line !== null && !(mode.kind === 'discount' && mode.target === 'line');
    if (hasGoods) enter({ kind: 'discount', target: onLine ? 'line' : 'ticket' });
  };

  const setPrice = () => {
    // The price that is typed already stays while the key looks for another reason.
    if (mode.kind === 'price') setMode({ kind: 'price', reason: nextReason(mode.reason) });
    else if (counter.line) enter({ kind: 'price', reason: overrideReasons[0] });
  };

  return {
    mode,
    wrong,
    entry,
    box,
    counter,
    arranging,
    hasGoods,
    waiting: waiting.sales,
    choice,
    question,
    offered,
    results,
    goods,
    marks,
    picks,
    voiding,
    endVoid: () => setVoiding(false),
    askingAge,
    endAge: () => setAskingAge(false),
    acts: {
      confirm,
      pay: afterTyped(() => {
        if (hasGoods && cart.ageCheck) setAskingAge(true);
        else if (hasGoods) void counter.pay();
      }),
      move,
      back,
      recall,
      discount,
      price: setPrice,
      openGoods: () => {
        const [name = ''] = t.selling.open.names;
        if (mode.kind !== 'open') enter({ kind: 'open', name, scanned: unknownInSight() });
      },
      createGoods: () => {
        if (mode.kind === 'create') return;
        const code = creatableInSight();
        if (code) enter({ kind: 'create', code, name: null, category: '' });
        else {
          const { nothing, nothingTodo } = t.selling.create;
          toast({ tone: 'plain', title: nothing, detail: nothingTodo });
        }
      },
      category: (category: string) => mode.kind === 'create' && setMode({ ...mode, category }),
      openName: (name: string) => mode.kind === 'open' && setMode({ ...mode, name }),
      reason: (reason: OverrideReason) => setMode({ kind: 'price', reason }),
      startVoid: () => setVoiding(hasGoods),
      search: () => (searching ? done() : enter({ kind: 'search' })),
      quantity: () => counter.line && enter({ kind: 'quantity' }),
      hold: afterTyped(() => (hasGoods ? hold() : recall())),
      /** The next customer who waits; the one at the counter waits in turn. */
      swap: () => waiting.sales.length > 0 && picks.held(0),
      listHeld: () => enter({ kind: 'held' }),
      target: (target: 'line' | 'ticket') => enter({ kind: 'discount', target }),
    },
  };
}

export type Selling = ReturnType<typeof useSelling>;
