import type { ReportView } from '../../../shared/contract/shifts.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import { goTo } from '../../app/navigation.ts';
import { useSignOut } from '../../app/sign-out.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Money } from '../../kit/money.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { shiftSections } from './report-rows.ts';
import { ReportSheet } from './report-sheet.tsx';
import { Suspects } from './suspects.tsx';
import { useDrawerNames } from './use-drawer-names.ts';
import { usePrintReport } from './use-print-report.ts';

/** What came of a shift: the verdict on the drawer first, what could explain it, and the whole Z. */
export function ShiftResult({ report }: { report: ReportView }) {
  const words = useWords();
  const { t } = words;
  const { close } = t.shifts;
  const onScreen = useLive('setup.state')?.printer.transport === 'virtual';
  const sells = Boolean(useLive('shifts.current'));
  const mayReport = useLive('session.current')?.permissions.includes('view-reports') ?? false;
  const signOut = useSignOut();
  const nameOf = useDrawerNames();
  const leave = () => void signOut();
  const print = usePrintReport(report.head.shift);
  const goOn = () => goTo(null);
  const goOnLabel = sells ? close.goOn : close.openNext;
  useKeys({ keys: { confirm: leave, 'choice-1': goOn, print: mayReport ? print : undefined, back: goOn } });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,440px)] gap-3 p-3">
        <Panel className="flex min-h-0 flex-col gap-4 overflow-auto p-6">
          <Verdict report={report} />
          {report.variance !== 0 &&
            (mayReport ? (
              <Suspects shift={report.head.shift} />
            ) : (
              <Notice title={close.toManager}>{close.toManagerTodo}</Notice>
            ))}
        </Panel>
        <div className="flex min-h-0 flex-col gap-3">
          <ReportSheet
            className="flex-1"
            sections={shiftSections(report, words, nameOf(report.head.drawer))}
          />
          <p className="px-2 text-note text-muted">{onScreen ? close.shown : close.printed}</p>
          <Button size="tender" act="choice-1" onPress={goOn}>
            {goOnLabel}
          </Button>
          <Button tone="main" size="tender" act="confirm" className="min-h-[80px]" onPress={leave}>
            {close.signOut}
          </Button>
        </div>
      </div>
      <Legend
        keys={[
          { act: 'choice-1', label: goOnLabel, onPress: goOn },
          ...(mayReport ? [{ act: 'print' as const, label: t.shifts.report.print, onPress: print }] : []),
          { act: 'confirm', label: close.signOut, onPress: leave },
        ]}
      />
    </main>
  );
}

type CloseWords = ReturnType<typeof useWords>['t']['shifts']['close'];
type Look = { readonly word: string; readonly note: string; readonly icon: string; readonly look: string };

/** Over or short in one word and one sum; `closing` is there, for only what is closed has a verdict. */
function Verdict({ report }: { report: ReportView }) {
  const { t } = useWords();
  const words = t.shifts.close;
  const variance = report.variance ?? minor(0);
  const { word, note, icon, look } = lookOf(variance, words);
  return (
    <div>
      <p className="text-lead text-muted">{words.done(report.closing?.z ?? 0)}</p>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h1 className={`mt-1 text-hero font-semibold ${look}`}>
          <span aria-hidden>{icon} </span>
          {word}
        </h1>
        <Money
          amount={minor(Math.abs(variance))}
          className={`text-due font-[650] tracking-[-0.01em] ${look}`}
          signClassName="mr-2 text-[34px] font-normal text-muted"
        />
      </div>
      <p className="text-lead text-muted">{note}</p>
      <dl className="mt-2 flex flex-wrap gap-x-8 border-t border-line pt-2 text-lead">
        <Figure name={words.expected} amount={report.expected} />
        <Figure name={words.actual} amount={report.counted ?? minor(0)} />
      </dl>
    </div>
  );
}

const Figure = ({ name, amount }: { name: string; amount: Minor }) => (
  <div className="flex gap-3">
    <dt className="text-muted">{name}</dt>
    <dd>
      <Money amount={amount} bare />
    </dd>
  </div>
);

function lookOf(variance: Minor, words: CloseWords): Look {
  if (variance === 0) return { word: words.exact, note: words.exactNote, icon: '✓', look: 'text-green' };
  if (variance > 0) return { word: words.over, note: words.overNote, icon: '△', look: 'text-amber' };
  return { word: words.short, note: words.shortNote, icon: '△', look: 'text-amber' };
}
