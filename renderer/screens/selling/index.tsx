import type { CartView } from '../../../shared/contract/selling.ts';
import type { Layout } from '../../../shared/contract/setup.ts';
import { createdNameMax } from '../../../shared/domain/item.ts';
import type { Messages } from '../../../shared/i18n/index.ts';
import { MomentBanner } from '../../app/moment-banner.tsx';
import { goTo } from '../../app/navigation.ts';
import { Awaited } from '../../input/awaited.tsx';
import { useKeys } from '../../input/keys.ts';
import { useAfterFirstPaint } from '../../kit/after-first-paint.ts';
import { Columns } from '../../kit/columns.tsx';
import { Legend } from '../../kit/legend.tsx';
import { useSteady } from '../../kit/steady.ts';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { CartList } from './cart-list.tsx';
import { CreditLine } from './credit-line.tsx';
import { LineInHand } from './line-in-hand.tsx';
import { isWriting, type Mode } from './mode.ts';
import { ScanLine } from './scan-line.tsx';
import { ShiftNotice } from './shift-notice.tsx';
import { Side } from './side.tsx';
import { Tender } from './tender.tsx';
import { Totals } from './totals.tsx';
import { useLater } from './use-later.ts';
import { type Selling, useSelling } from './use-selling.ts';

export { fetchLater } from './use-later.ts';

/** Characters that are searched for. */
const searchMax = 80;

/** Where the cashier spends the day: scan, look, change, take the money; all of it without a mouse. */
export function SellingScreen() {
  const cart = useLive('selling.cart');
  return cart ? <Open cart={cart} /> : <Awaited />;
}

/** How list and tiles share the screen. */
function Open({ cart }: { cart: CartView }) {
  const setup = useLive('setup.state');
  const taxMode = setup?.taxMode ?? 'inclusive';
  const layout = setup?.layout ?? 'scan';
  const selling = useSelling(cart);
  const { acts, counter } = selling;
  const { arranging } = selling;
  // What is searched for lies over the pages until it is found.
  const inHand =
    arranging.draft !== null && selling.mode.kind === 'scan' && !selling.results && !selling.choice;
  const step = useSteady(counter.adjust);
  // A scan needs the list alone; the page stands a frame sooner without what fingers press and what is not pressing.
  const drawsAll = useAfterFirstPaint();
  useKeys({
    entry: selling.entry,
    ...(arranging.draft && { scan: arranging.scan }),
    keys: {
      help: () => goTo('help'),
      search: acts.search,
      quantity: acts.quantity,
      price: acts.price,
      refund: () => goTo('refunding'),
      hold: acts.hold,
      recall: acts.listHeld,
      'return-credit': cart.credit ? () => void counter.returnExchange() : undefined,
      discount: acts.discount,
      swap: acts.swap,
      'open-goods': acts.openGoods,
      'create-goods': acts.createGoods,
      'choice-1': arranging.start,
      pay: acts.pay,
      more: () => goTo('more'),
      drawer: () => goTo('cash'),
      'close-shift': () => goTo('close-shift'),
      lock: () => void counter.lock(),
      remove: counter.removeLine,
      void: acts.startVoid,
      confirm: acts.confirm,
      back: acts.back,
      up: () => acts.move(-1),
      down: () => acts.move(1),
    },
  });
  return (
    <>
      <Columns widths={layout === 'touch' ? 'touch' : 'counter'}>
        <section className="flex min-h-0 min-w-0 flex-col gap-2.5">
          <Asking cart={cart} selling={selling} />
          <CartList
            lines={cart.priced.lines}
            current={counter.current}
            below={cart.below}
            onSelect={counter.select}
            onStep={step}
            layout={layout}
            begin={beginOf(selling)}
          />
          <LineInHand line={counter.line} />
          <MomentBanner ways={{ create: acts.createGoods, sell: acts.openGoods, search: acts.search }} />
          {drawsAll && <ShiftNotice />}
          <CreditLine cart={cart} onReturn={() => void counter.returnExchange()} />
          <Totals cart={cart} taxMode={taxMode} narrow={layout === 'touch'} />
        </section>
        <section className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] gap-2.5">
          {drawsAll && <Hand cart={cart} selling={selling} layout={layout} inHand={inHand} />}
        </section>
      </Columns>
      {drawsAll ? <Foot selling={selling} inHand={inHand} /> : <Legend keys={[]} />}
      <Questions cart={cart} selling={selling} />
    </>
  );
}

/** What an empty cart says of how to begin. */
const beginOf = ({ mode, choice, results }: Selling): 'how' | 'what' | 'unsaid' => {
  if (mode.kind === 'held') return 'unsaid';
  return mode.kind === 'scan' && !choice && !results ? 'how' : 'what';
};

/** What is asked over the counter. */
function Questions({ cart, selling }: { cart: CartView; selling: Selling }) {
  const { t } = useWords();
  const { counter } = selling;
  const asks = selling.askingAge || selling.voiding || counter.asked !== null || selling.question !== null;
  const later = useLater(asks);
  if (!later) return null;
  return (
    <>
      {selling.askingAge && (
        <later.AgeDialog cart={cart} onClose={selling.endAge} onConfirmed={() => void counter.pay()} />
      )}
      {selling.question?.outcome === 'label-again' && (
        <later.LabelAgain question={selling.question} onAdd={asked => counter.takeLabel(asked)} />
      )}
      {counter.asked && (
        <later.ReasonDialog
          title={t.selling.removal.title}
          what={counter.asked.name}
          onPick={counter.asked.settle}
          onClose={() => counter.asked?.settle(null)}
        />
      )}
      {selling.voiding && <later.VoidDialog cart={cart} onClose={selling.endVoid} />}
    </>
  );
}

/** The side for the hand: keys of goods, or what is asked for in their place, above the pad. `inHand`: they are being arranged. */
function Hand(props: { cart: CartView; selling: Selling; layout: Layout; inHand: boolean }) {
  const { cart, selling, layout, inHand } = props;
  const later = useLater(inHand);
  if (inHand) return later && <later.ArrangePanel selling={selling} layout={layout} />;
  return (
    <>
      <Side cart={cart} selling={selling} layout={layout} />
      <Tender selling={selling} />
    </>
  );
}

/** The scan line, with what it asks for in this mode. */
function Asking({ cart, selling }: { cart: CartView; selling: Selling }) {
  const { t, format } = useWords();
  const { mode, entry, box, acts, wrong } = selling;
  const name = selling.counter.line?.name ?? '';
  const prompt =
    mode.kind === 'quantity'
      ? { title: t.selling.quantityOf(name), hint: t.selling.quantityHint, wrong }
      : mode.kind === 'open'
        ? { title: t.selling.create.priceOf(mode.name), hint: t.selling.price.hint, wrong }
        : mode.kind === 'create'
          ? creating(mode.name, t.selling.create, wrong)
          : mode.kind === 'price'
            ? { title: t.selling.price.of(name), hint: t.selling.price.hint, wrong }
            : mode.kind === 'discount'
              ? {
                  title: mode.target === 'line' ? t.selling.discountOf(name) : t.selling.discountTicket,
                  hint: t.selling.discountHint,
                  wrong,
                }
              : mode.kind === 'held'
                ? { title: t.selling.heldAsk, hint: '', wrong }
                : null;
  return (
    <ScanLine
      prompt={prompt}
      entry={entry}
      multiplier={
        cart.multiplier === null ? null : t.selling.multiplier(format.quantity(cart.multiplier, 'piece'))
      }
      box={isWriting(mode) ? { entry: box, ...boxWords(mode, t.selling) } : null}
      {...(mode.kind === 'scan' && !selling.choice && !selling.results
        ? { keyed: 'search', onKey: acts.search }
        : { keyed: 'back', onKey: acts.back })}
    />
  );
}

const creating = (name: string | null, words: Messages['selling']['create'], wrong: boolean) =>
  name === null
    ? { title: words.title, hint: words.nameHint, wrong }
    : { title: words.priceOf(name), hint: words.priceHint, wrong };

const boxWords = (mode: Mode, words: Messages['selling']) =>
  mode.kind === 'create'
    ? { label: words.create.name, hint: words.create.nameHint, lengthMax: createdNameMax }
    : { label: words.search, hint: words.searchHint, lengthMax: searchMax };

/** Keys that work now; each keeps its place. */
function Foot({ selling, inHand }: { selling: Selling; inHand: boolean }) {
  const { t } = useWords();
  const { acts, counter, hasGoods, waiting } = selling;
  const { keys } = t.selling;
  const later = useLater(inHand);
  if (inHand) return later ? <later.ArrangeFoot selling={selling} /> : <Legend keys={[]} />;
  return (
    <Legend
      keys={[
        { act: 'help', label: keys.help, onPress: () => goTo('help') },
        { act: 'search', label: keys.search, onPress: acts.search, spare: true },
        { act: 'quantity', label: keys.quantity, onPress: acts.quantity, hidden: !hasGoods },
        { act: 'price', label: keys.price, onPress: acts.price, hidden: !hasGoods },
        { act: 'refund', label: keys.refund, onPress: () => goTo('refunding') },
        hasGoods || waiting.length === 0
          ? { act: 'hold', label: keys.hold, onPress: acts.hold, hidden: !hasGoods, spare: true }
          : { act: 'hold', label: keys.recall, onPress: acts.recall, spare: true },
        { act: 'discount', label: keys.discount, onPress: acts.discount, hidden: !hasGoods },
        {
          act: 'pay',
          label: keys.pay,
          onPress: acts.pay,
          hidden: !hasGoods || Boolean(selling.offered),
          spare: true,
        },
        { act: 'more', label: keys.more, onPress: () => goTo('more') },
        { act: 'drawer', label: keys.drawer, onPress: () => goTo('cash') },
        {
          act: 'void',
          label: keys.void,
          onPress: acts.startVoid,
          hidden: !hasGoods,
          instead: {
            act: 'close-shift',
            label: keys.close,
            onPress: () => goTo('close-shift'),
            hidden: hasGoods,
          },
        },
        {
          act: 'remove',
          label: keys.remove,
          onPress: counter.removeLine,
          hidden: !hasGoods,
          instead: { act: 'lock', label: keys.lock, onPress: () => void counter.lock(), hidden: hasGoods },
        },
      ]}
    />
  );
}
