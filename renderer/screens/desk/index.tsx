import { useState } from 'react';
import type { DeskItem } from '../../../shared/contract/paying.ts';
import { goTo } from '../../app/navigation.ts';
import { Awaited } from '../../input/awaited.tsx';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { ActDialog } from './act-dialog.tsx';
import { ItemDetail } from './item-detail.tsx';
import { ItemList } from './item-list.tsx';
import { asksFirst, type DeskDoing, useDeskActs } from './use-desk-acts.ts';

/** Payments that are not settled by themselves: what is known of each, and what a person may do about it. */
export function DeskScreen() {
  const { t } = useWords();
  const items = useLive('paying.desk');
  const back = () => goTo(null);
  useKeys({ keys: { back } });
  if (!items) return <Awaited />;
  if (items.length > 0) return <Open items={items} onBack={back} />;
  return (
    <Page title={t.desk.title} legend={[{ act: 'back' as const, label: t.common.back, onPress: back }]}>
      <div className="grid h-full place-content-center gap-2 text-center">
        <p className="text-title font-semibold text-green">✓ {t.desk.empty}</p>
        <p className="text-lead text-muted">{t.desk.emptyNote}</p>
      </div>
    </Page>
  );
}

function Open({ items, onBack }: { items: readonly DeskItem[]; onBack: () => void }) {
  const { t } = useWords();
  const sorted = pressingFirst(items);
  // One that was chosen stays chosen, whatever comes in above it.
  const [chosen, setChosen] = useState(sorted[0]!.id);
  const [asking, setAsking] = useState<DeskDoing | null>(null);
  const item = sorted.find(({ id }) => id === chosen) ?? sorted[0]!;
  const doIt = useDeskActs();
  const doings: readonly DeskDoing[] = [
    ...item.acts.map(act => ({ item, act })),
    ...(item.attempt ? [{ item, act: 'note' } as const] : []),
  ];
  const start = (doing: DeskDoing) => {
    if (asksFirst(doing.act)) setAsking(doing);
    else void doIt(doing, { text: '', amount: item.amount });
  };
  const move = (by: number) => {
    const at = sorted.indexOf(item) + by;
    setChosen(sorted[Math.max(0, Math.min(at, sorted.length - 1))]!.id);
  };
  useKeys({
    entry: useNumberChoice(Object.fromEntries(doings.map((doing, index) => [index + 1, () => start(doing)]))),
    keys: { up: () => move(-1), down: () => move(1) },
  });
  return (
    <Page
      title={t.desk.title}
      note={t.desk.note(items.length)}
      legend={[
        { act: 'back', label: t.common.back, onPress: onBack },
        { plainKey: '↑ ↓', label: t.desk.choose, onPress: () => move(1) },
        {
          plainKey: doings.length === 1 ? '1' : `1–${doings.length}`,
          label: t.desk.act,
          onPress: () => start(doings[0]!),
        },
      ]}
    >
      <div className="grid h-full min-h-0 grid-cols-[minmax(0,41fr)_minmax(0,59fr)] gap-3">
        <ItemList items={sorted} current={item.id} onChoose={setChosen} />
        <Panel className="min-h-0 overflow-auto p-5">
          <ItemDetail item={item} doings={doings} onDo={start} />
        </Panel>
      </div>
      {asking && (
        <ActDialog
          doing={asking}
          onClose={() => setAsking(null)}
          onDone={given => {
            setAsking(null);
            void doIt(asking, given);
          }}
        />
      )}
    </Page>
  );
}

/** The oldest first among those alike; the core sends them by age. */
const pressingFirst = (items: readonly DeskItem[]): DeskItem[] =>
  [...items].sort((a, b) => Number(b.pressing) - Number(a.pressing));
