import { type ReactNode, useRef } from 'react';
import type { ParkedView } from '../../../shared/contract/paying.ts';
import type { FinishedSale } from '../../../shared/contract/selling.ts';
import { sum } from '../../../shared/domain/money.ts';
import { MomentBanner } from '../../app/moment-banner.tsx';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Columns } from '../../kit/columns.tsx';
import { Legend } from '../../kit/legend.tsx';
import { waysOf } from '../../kit/ways.ts';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { tenderName } from './settled.tsx';
import { Stage } from './stage.tsx';
import { Sum, Sums } from './sums.tsx';

/** A key pressed twice must not take the change away before anybody has read it. */
const unreadMs = 600;

/** What goes back to the customer, or by which wallet the money came, larger than anything else; the next scan takes it away. */
export function ChangeStage(props: {
  finished: FinishedSale;
  heldCarts: number;
  parked: readonly ParkedView[];
  receipt: ReactNode;
}) {
  const { finished, heldCarts, parked, receipt } = props;
  const { t } = useWords();
  const { done } = t.paying;
  const nextCustomer = useCommand('selling.nextCustomer');
  const bringBack = useCommand('paying.bringBack');
  const openDrawer = useCommand('shifts.openDrawer');
  const shownAt = useRef(performance.now());
  const next = () => {
    if (performance.now() - shownAt.current > unreadMs) void nextCustomer({});
  };
  const drawer = () => void openDrawer({ reason: t.selling.drawerReason });
  const list = async () => {
    goTo('held');
    const answer = await nextCustomer({});
    if (!answer.ok) goTo(null);
  };
  const recall = () => {
    const [only, ...more] = parked;
    if (only && more.length === 0 && heldCarts === 0) void bringBack({ intent: only.intent });
    else void list();
  };
  const invoice = () => goTo('invoice', { sale: finished.number });
  const help = () => goTo('help');
  const refund = () => goTo('refunding');
  const more = () => goTo('more');
  const close = () => goTo('close-shift');
  useKeys({
    keys: {
      back: next,
      help,
      refund: refund,
      hold: recall,
      recall: () => void list(),
      invoice: invoice,
      more: more,
      drawer: drawer,
      'close-shift': close,
    },
  });
  const waiting = heldCarts + parked.length > 0;
  return (
    <>
      <Columns widths="counter">
        <Received finished={finished} />
        <section className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto_auto] gap-2">
          <div className="min-h-0">{receipt}</div>
          <Button size="tender" act="drawer" onPress={drawer}>
            {done.drawer}
          </Button>
          <Button
            tone="main"
            size="tender"
            act="back"
            className="min-h-[110px]"
            note={done.next}
            onPress={next}
          >
            {done.nextKey}
          </Button>
        </section>
      </Columns>
      <Legend
        keys={[
          { act: 'help', label: t.selling.keys.help, onPress: help },
          { act: 'back', label: done.nextKey, onPress: next },
          { act: 'refund', label: t.selling.keys.refund, onPress: refund },
          { act: 'hold', label: t.selling.keys.recall, onPress: recall, hidden: !waiting },
          { act: 'invoice', label: t.invoicing.one, onPress: invoice },
          { act: 'more', label: t.selling.keys.more, onPress: more },
          { act: 'drawer', label: t.selling.keys.drawer, onPress: drawer },
          { act: 'close-shift', label: t.selling.keys.close, onPress: close },
        ]}
      />
    </>
  );
}

function Received({ finished }: { finished: FinishedSale }) {
  const { t, format } = useWords();
  const { done } = t.paying;
  const { tenders, given, total, receipt, rest } = finished;
  const restInCash = rest.filter(back => back.kind === 'cash').map(back => back.amount);
  const change = sum([finished.change, ...restInCash]);
  const cash = tenders.some(tender => tender.kind === 'cash') || restInCash.length > 0;
  // Nobody but the cashier has seen this money yet; green is for what is proved.
  const unverified = tenders.some(tender => tender.kind === 'store-code');
  const names = [...new Set(tenders.map(tender => tenderName(tender, t)))].join(' + ');
  return (
    <Stage
      tone={unverified ? 'amber' : 'green'}
      title={
        unverified ? (
          <span className="text-amber">△ {done.unverified}</span>
        ) : (
          <span className="text-green">✓ {done.title}</span>
        )
      }
      detail={cash && change === 0 ? done.noChange : null}
      label={cash ? done.change : names}
      amount={cash ? change : total}
      amountClassName={`text-change ${cash ? '' : unverified ? 'text-amber' : 'text-green'}`}
      aside={<p className="whitespace-nowrap select-text">{`${done.receipt} ${receipt}`}</p>}
    >
      {cash && tenders.length === 1 && rest.length === 0 && (
        <Sums>
          <Sum label={done.given} tone="muted">
            {format.figures(given)}
          </Sum>
          <Sum label={done.total} tone="muted">
            {format.figures(total)}
          </Sum>
        </Sums>
      )}
      {tenders.length + rest.length > 1 && (
        <Sums>
          {tenders.map(tender => (
            <Sum key={tender.id} label={tenderName(tender, t)} tone="muted">
              {format.figures(tender.amount)}
            </Sum>
          ))}
          {waysOf(rest, t).map(({ name, amount }) => (
            <Sum key={name} label={t.exchange.rest(name)} tone="ink">
              {format.figures(amount)}
            </Sum>
          ))}
        </Sums>
      )}
      <MomentBanner />
    </Stage>
  );
}
