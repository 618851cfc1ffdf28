import { useState } from 'react';
import type { Sentence } from '../../../shared/i18n/index.ts';
import { goTo } from '../../app/navigation.ts';
import { padInto, useEntry } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { Notice } from '../../kit/notice.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { LastSales, useLastSales } from './last-sales.tsx';

/** Which sale it is: its receipt is scanned, or the end of its number typed. */
export function FindStage(props: {
  fault: Sentence | null;
  /** The other tills are being asked. */
  looking: boolean;
  onFind: (text: string) => void;
  onWithout: () => void;
}) {
  const { fault, looking, onFind, onWithout } = props;
  const { t } = useWords();
  const words = t.refunding;
  const entry = useEntry({ accepts: /^[0-9a-zA-Z]{0,4}-?\d*$/, lengthMax: 20 });
  const back = () => (entry.text === '' ? goTo(null) : entry.clear());
  const sales = useLastSales();
  const [at, setAt] = useState<number | null>(null);
  const move = (by: number) =>
    setAt(now => (now === null ? 0 : Math.max(0, Math.min(now + by, sales.length - 1))));
  const find = () => {
    const text = entry.text || (at === null ? '' : sales[at]?.receipt);
    if (text) onFind(text);
    entry.clear();
  };
  useKeys({
    entry,
    scan: onFind,
    keys: {
      Enter: find,
      Escape: back,
      ArrowUp: () => move(-1),
      ArrowDown: () => move(1),
      F8: onWithout,
    },
  });
  return (
    <Page
      title={words.title}
      legend={[
        { keyName: 'Esc', label: t.common.back, onPress: back },
        { keyName: '↑ ↓', label: words.keys.choose, onPress: () => move(1) },
        { keyName: 'F8', label: words.keys.without, onPress: onWithout },
        { keyName: 'Enter', label: words.keys.find, onPress: find },
      ]}
    >
      <div className="grid h-full min-h-0 grid-cols-[minmax(0,59fr)_minmax(0,41fr)] gap-3">
        <Panel className="flex flex-col justify-center gap-4 p-8">
          <h2 className="text-hero font-[650] max-[1200px]:text-[38px]">{words.find.title}</h2>
          <p className="text-lead text-muted">{words.find.todo}</p>
          <p className="flex min-h-20 items-center justify-between gap-4 rounded-till border-2 border-edge bg-sunk px-5">
            <span className="text-body text-muted">{words.find.number}</span>
            <b className="text-[42px] font-[650] tabular-nums">{entry.text || '—'}</b>
          </p>
          {looking && <Notice title={words.find.looking}>{words.find.lookingTodo}</Notice>}
          {fault && (
            <Notice tone="amber" title={fault.what}>
              {fault.todo}
            </Notice>
          )}
        </Panel>
        <div className="grid min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-3">
          <LastSales sales={sales} at={at} onPick={sale => onFind(sale.receipt)} />
          <Numpad
            enterLabel={t.common.padEnter}
            backLabel={t.common.delete}
            onKey={key => padInto(entry, key, find)}
          />
        </div>
      </div>
    </Page>
  );
}
