import { type ReactNode, useRef } from 'react';
import type { FinishedSale } from '../../../shared/contract/selling.ts';
import { MomentBanner } from '../../app/moments.tsx';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { Stage } from './stage.tsx';
import { Sum, Sums } from './sums.tsx';

/** An Enter pressed twice must not take the change away before anybody has read it. */
const unreadMs = 600;

/** What goes back to the customer, larger than anything else; the next scan takes it away. */
export function ChangeStage(props: { finished: FinishedSale; heldCarts: number; receipt: ReactNode }) {
  const { finished, heldCarts, receipt } = props;
  const { t, format } = useWords();
  const nextCustomer = useCommand('selling.nextCustomer');
  const openDrawer = useCommand('shifts.openDrawer');
  const shownAt = useRef(performance.now());
  const next = () => {
    if (performance.now() - shownAt.current > unreadMs) void nextCustomer({});
  };
  const drawer = () => void openDrawer({ reason: t.selling.drawerReason });
  const recall = async () => {
    goTo('held');
    const answer = await nextCustomer({});
    if (!answer.ok) goTo(null);
  };
  const listHeld = () => void recall();
  const help = () => goTo('help');
  const more = () => goTo('more');
  const close = () => goTo('close-shift');
  useKeys({
    keys: {
      Enter: next,
      Escape: next,
      F1: help,
      F2: next,
      F6: listHeld,
      'Shift+F6': listHeld,
      F10: more,
      F11: drawer,
      F12: close,
    },
  });
  const { done } = t.paying;
  return (
    <>
      <main className="grid min-h-0 flex-1 grid-cols-[minmax(0,59fr)_minmax(0,41fr)] gap-3 px-3 py-2.5">
        <Stage
          tone="green"
          title={<span className="text-green">✓ {done.title}</span>}
          detail={finished.change === 0 ? done.noChange : done.next}
          label={done.change}
          amount={finished.change}
          amountClassName="text-change"
          aside={<p className="whitespace-nowrap select-text">{`${done.receipt} ${finished.receipt}`}</p>}
        >
          <Sums>
            <Sum label={done.given} tone="muted">
              {format.figures(finished.given)}
            </Sum>
            <Sum label={done.total} tone="muted">
              {format.figures(finished.total)}
            </Sum>
          </Sums>
          <MomentBanner />
        </Stage>
        <section className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto_auto] gap-2">
          <div className="min-h-0">{receipt}</div>
          <Button size="tender" keyName="F11" onPress={drawer}>
            {done.drawer}
          </Button>
          <Button
            tone="main"
            size="tender"
            keyName="Enter"
            className="min-h-[110px]"
            note={done.next}
            onPress={next}
          >
            {done.nextKey}
          </Button>
        </section>
      </main>
      <Legend
        keys={[
          { keyName: 'F1', label: t.selling.keys.help, onPress: help },
          { keyName: 'Enter', label: done.nextKey, onPress: next },
          { keyName: 'F6', label: t.selling.keys.recall, onPress: listHeld, hidden: heldCarts === 0 },
          { keyName: 'F10', label: t.selling.keys.more, onPress: more },
          { keyName: 'F11', label: t.selling.keys.drawer, onPress: drawer },
          { keyName: 'F12', label: t.selling.keys.close, onPress: close },
        ]}
      />
    </>
  );
}
