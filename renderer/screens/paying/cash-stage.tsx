import type { CartView } from '../../../shared/contract/selling.ts';
import { likelyNotes } from '../../../shared/domain/cash.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import { MomentBanner } from '../../app/moments.tsx';
import { goTo } from '../../app/navigation.ts';
import { padInto } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { Button, keepFocus } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Money } from '../../kit/money.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { Stage } from './stage.tsx';
import { Sum, Sums } from './sums.tsx';
import { useCash } from './use-cash.ts';

const noteKeys = 6;
/** From here on the figures are set smaller, or they would not fit their keys. */
const bigNote = 1_000_000;

/** What is owed, what the customer gave, what goes back. Enter with nothing typed is exact. */
export function CashStage({ cart }: { cart: CartView }) {
  const { t } = useWords();
  const currency = useLive('setup.state')?.currency ?? 'CNY';
  const cash = useCash(cart, currency);
  const back = () => goTo(null);
  useKeys({
    entry: cash.entry,
    keys: { Enter: cash.confirm, Escape: back, F1: () => goTo('help') },
  });
  const action = cash.asked !== null ? t.paying.confirmTake : cash.exact ? t.paying.takeExact : t.paying.take;
  return (
    <>
      <main className="grid min-h-0 flex-1 grid-cols-[minmax(0,59fr)_minmax(0,41fr)] gap-3 px-3 py-2.5">
        <Stage
          tone="accent"
          title={t.paying.title}
          detail={t.paying.typeHint}
          label={t.paying.due}
          amount={cart.priced.due}
          amountClassName="text-due"
          aside={<Summary cart={cart} />}
        >
          <Given given={cash.given} change={cash.change} typed={cash.entry.text} />
          {cash.fault && (
            <Notice tone="amber" title={cash.fault.what} className="text-lead">
              {cash.fault.todo}
            </Notice>
          )}
          <MomentBanner />
        </Stage>
        <section className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] gap-2.5">
          <Notes due={cart.priced.due} currency={currency} onPick={cash.take} />
          <div className="grid grid-cols-[minmax(0,1.12fr)_minmax(0,1fr)] gap-2.5 max-[1200px]:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
            <Numpad
              enterLabel={t.common.padEnter}
              backLabel={t.common.delete}
              onKey={key => padInto(cash.entry, key, cash.confirm)}
            />
            <div className="grid grid-rows-[1.25fr_1fr] gap-2">
              <Button
                tone={cash.asked === null ? 'main' : 'amber'}
                size="tender"
                keyName="Enter"
                onPress={cash.confirm}
              >
                {action}
              </Button>
              <Button size="tender" keyName="Esc" onPress={back}>
                {t.common.back}
              </Button>
            </div>
          </div>
        </section>
      </main>
      <Legend
        keys={[
          { keyName: 'Enter', label: action, onPress: cash.confirm },
          { keyName: 'Esc', label: t.common.back, onPress: back },
          { keyName: 'F1', label: t.selling.keys.help, onPress: () => goTo('help') },
        ]}
      />
    </>
  );
}

/** Two figures that change with every key, each always in its place. */
function Given(props: { given: Minor | null; change: Minor | null; typed: string }) {
  const { t } = useWords();
  const { given, change, typed } = props;
  const missing = change !== null && change < 0;
  return (
    <Sums>
      <Sum label={t.paying.given} tone={typed === '' ? 'muted' : 'ink'}>
        {typed === '' ? given !== null && <Money amount={given} bare /> : typed}
      </Sum>
      <Sum label={missing ? t.paying.missing : t.paying.change} tone={missing ? 'amber' : 'ink'}>
        {change === null ? '—' : <Money amount={missing ? minor(-change) : change} bare />}
      </Sum>
    </Sums>
  );
}

function Summary({ cart }: { cart: CartView }) {
  const { t, format } = useWords();
  const off = minor(cart.priced.lineDiscount + cart.priced.ticketDiscount);
  return (
    <>
      <p>{t.paying.goods(cart.priced.pieces)}</p>
      {off > 0 && (
        <p className="text-accent">
          {t.selling.discount} −{format.figures(off)}
        </p>
      )}
    </>
  );
}

/** Sums a customer is likely to hand over; one press takes the money. */
function Notes(props: { due: Minor; currency: string; onPick: (sum: Minor) => void }) {
  const { t, format } = useWords();
  const sums = likelyNotes(props.due, props.currency, noteKeys);
  return (
    <div className="flex min-h-0 flex-col gap-2">
      <p className="flex h-12 shrink-0 items-center text-legend text-muted">{t.paying.notes}</p>
      <div
        className={`grid min-h-0 flex-1 auto-rows-[minmax(76px,160px)] gap-2 ${sums.length > 4 ? 'grid-cols-3' : 'grid-cols-2'}`}
      >
        {sums.map(sum => (
          <button
            key={sum}
            type="button"
            onClick={() => props.onPick(sum)}
            onPointerDown={keepFocus}
            onMouseDown={keepFocus}
            className="flex min-w-0 flex-col items-start justify-between rounded-till border-2 border-line bg-surface px-4 py-3 active:bg-accent-soft max-[1200px]:px-3"
          >
            <span className={`leading-none font-[650] ${sum < bigNote ? 'text-[38px]' : 'text-lead'}`}>
              {format.figures(sum).replace(/\.0+$/, '')}
            </span>
            <span className="text-legend whitespace-nowrap text-muted max-[1200px]:text-note">
              {t.paying.change} {format.figures(minor(sum - props.due))}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
