import type { ReactNode } from 'react';
import type { ShiftTotals } from '../../../shared/contract/shifts.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Money } from '../../kit/money.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import { showClosed } from './closed.ts';

/** What came of a shift: the verdict on the drawer first, then the day's figures. */
export function ShiftResult({ totals }: { totals: ShiftTotals }) {
  const { t } = useWords();
  const words = t.shifts.close;
  const onScreen = useLive('setup.state')?.printer.transport === 'virtual';
  const signOut = useCommand('session.signOut');
  const leave = () => {
    showClosed(null);
    void signOut({});
  };
  const openNext = () => showClosed(null);
  useKeys({ keys: { Enter: leave, F2: openNext } });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,440px)] gap-3 p-3">
        <Verdict totals={totals} />
        <div className="flex min-h-0 flex-col gap-3">
          <Panel className="min-h-0 flex-1 overflow-auto px-5 py-3">
            <Figures totals={totals} />
          </Panel>
          <p className="px-2 text-note text-muted">{onScreen ? words.shown : words.printed}</p>
          <div className="flex shrink-0 flex-col gap-3">
            <Button size="tender" keyName="F2" onPress={openNext}>
              {words.openNext}
            </Button>
            <Button tone="main" size="tender" keyName="Enter" className="min-h-[88px]" onPress={leave}>
              {words.signOut}
            </Button>
          </div>
        </div>
      </div>
      <Legend
        keys={[
          { keyName: 'F2', label: words.openNext, onPress: openNext },
          { keyName: 'Enter', label: words.signOut, onPress: leave },
        ]}
      />
    </main>
  );
}

type Look = { readonly word: string; readonly note: string; readonly icon: string; readonly look: string };

function Verdict({ totals }: { totals: ShiftTotals }) {
  const { t } = useWords();
  const words = t.shifts.close;
  const counted = totals.cashCounted ?? totals.cashExpected;
  const variance = minor(counted - totals.cashExpected);
  const { word, note, icon, look } = lookOf(variance, words);
  return (
    <Panel className="flex min-h-0 flex-col justify-between gap-6 overflow-auto p-7">
      <div>
        <p className="text-lead text-muted">{words.done}</p>
        <h1 className={`mt-1 text-hero font-semibold ${look}`}>
          <span aria-hidden>{icon} </span>
          {word}
        </h1>
        <p className="mt-2 text-lead text-muted">{note}</p>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 border-t border-line pt-4">
        <dl className="grid grid-cols-[auto_auto] gap-x-5 text-lead">
          <dt className="text-muted">{words.expected}</dt>
          <dd className="text-right">
            <Money amount={totals.cashExpected} bare />
          </dd>
          <dt className="text-muted">{words.actual}</dt>
          <dd className="text-right">
            <Money amount={counted} bare />
          </dd>
        </dl>
        <Money
          amount={minor(Math.abs(variance))}
          className={`text-due font-[650] tracking-[-0.01em] ${look}`}
          signClassName="mr-2 text-[34px] font-normal text-muted"
        />
      </div>
    </Panel>
  );
}

function lookOf(variance: Minor, words: ReturnType<typeof useWords>['t']['shifts']['close']): Look {
  if (variance === 0) return { word: words.exact, note: words.exactNote, icon: '✓', look: 'text-green' };
  if (variance > 0) return { word: words.over, note: words.overNote, icon: '△', look: 'text-amber' };
  return { word: words.short, note: words.shortNote, icon: '△', look: 'text-amber' };
}

function Figures({ totals }: { totals: ShiftTotals }) {
  const { t, format } = useWords();
  const words = t.shifts.close;
  const receipts =
    totals.firstReceipt && totals.lastReceipt
      ? `${totals.firstReceipt} – ${totals.lastReceipt}`
      : words.noReceipts;
  return (
    <dl className="text-body">
      <Row name={words.total} strong>
        {format.amount(totals.total)}
      </Row>
      <Row name={words.sales(totals.sales)}>{receipts}</Row>
      <Row name={words.discounts}>{format.figures(totals.discounts)}</Row>
      <Row name={words.tax}>{format.figures(totals.tax)}</Row>
      {totals.tenders.map(({ kind, count, amount }) => (
        <Row key={kind} name={`${words.tenders[kind] ?? kind} · ${words.sales(count)}`}>
          {format.figures(amount)}
        </Row>
      ))}
      <Row name={words.float}>{format.figures(totals.float)}</Row>
      <Row name={words.removed}>{totals.removedLines}</Row>
      <Row name={words.drawer}>{totals.drawerOpenings}</Row>
    </dl>
  );
}

const Row = (props: { name: string; strong?: boolean; children: ReactNode }) => (
  <div className="flex min-h-11 items-center justify-between gap-4 border-b border-line last:border-0">
    <dt className="text-muted">{props.name}</dt>
    <dd className={`text-right ${props.strong ? 'text-lead font-semibold' : ''}`}>{props.children}</dd>
  </div>
);
