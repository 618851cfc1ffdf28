import { useState } from 'react';
import type { Act } from '../../../shared/domain/keys/acts.ts';
import { type ReportId, reportIds } from '../../../shared/domain/report.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Page } from '../../kit/page.tsx';
import { useWords } from '../../kit/words.tsx';
import { DayView } from './day-view.tsx';
import { LossesView } from './losses-view.tsx';
import { ReportTable } from './report-table.tsx';
import { type Frame, TicketsView } from './tickets-view.tsx';
import { Toolbar } from './toolbar.tsx';
import { useAnswer } from './use-answer.ts';
import { type Days, type DaysLength, useDays } from './use-days.ts';
import { useExport } from './use-export.ts';
import { useFilter } from './use-filter.ts';

/** How many days a report begins with. */
const firstLength: Readonly<Record<ReportId, DaysLength>> = { today: 1, losses: 7, tickets: 1 };
const tabActs: Readonly<Record<ReportId, Act>> = {
  today: 'choice-1',
  losses: 'choice-2',
  tickets: 'choice-3',
};

/** What was sold, by whom and how; to look at, to take away as a file, to print. */
export function ReportsScreen() {
  const { t } = useWords();
  const [report, setReport] = useState<ReportId>('today');
  const [asTable, setAsTable] = useState(false);
  const days = useDays();
  const filtering = useFilter();
  const filter = report === 'tickets' ? filtering.filter : {};
  const exporting = useExport({ report, from: days.from, to: days.to, ...filter });
  const open = (next: ReportId) => {
    setReport(next);
    days.setLength(firstLength[next]);
  };
  const turnOver = () => setAsTable(now => !now);
  // Tickets are a list already: what turns the other reports over is free for them, and the other narrows them.
  const lengthAct = report === 'tickets' ? 'swap' : 'choice-4';
  // Escape takes the last thing back: first what narrows the list, then the screen.
  const back = () => (report === 'tickets' && filtering.on ? filtering.clear() : goTo(null));
  useKeys({
    keys: {
      back,
      more: () => goTo('more'),
      ...Object.fromEntries(reportIds.map(id => [tabActs[id], () => open(id)])),
      left: () => days.move(-1),
      right: () => days.move(1),
      ...(report !== 'tickets' && { swap: turnOver }),
      ...(report !== 'today' && { [lengthAct]: days.lengthen }),
      print: exporting.print,
      export: exporting.saveCsv,
      workbook: exporting.saveWorkbook,
    },
  });
  const frame: Frame = (keys, children, word) => (
    <Page
      title={t.reports.title}
      note={
        <>
          {t.reports.days(days.from, days.to)}
          {word && <> · {word}</>}
        </>
      }
      legend={[
        { act: 'back', label: t.common.back, onPress: back },
        { plainKey: '←', label: t.reports.keys.before(days.length), onPress: () => days.move(-1) },
        {
          plainKey: '→',
          label: t.reports.keys.after(days.length),
          onPress: () => days.move(1),
          hidden: days.newest,
        },
        ...(report === 'today'
          ? []
          : [{ act: lengthAct, label: t.reports.length(days.nextLength), onPress: days.lengthen } as const]),
        ...keys,
      ]}
    >
      <div className="flex h-full min-h-0 flex-col gap-3">
        <Toolbar report={report} tabActs={tabActs} onOpen={open} exporting={exporting} />
        <div className="min-h-0 flex-1">{children}</div>
      </div>
    </Page>
  );
  if (report === 'tickets') return <TicketsView days={days} filtering={filtering} frame={frame} />;
  const turn = {
    act: 'swap' as const,
    label: asTable ? t.reports.asPicture : t.reports.asTable,
    onPress: turnOver,
  };
  if (asTable) return frame([turn], <AsTable report={report} days={days} />);
  return frame([turn], report === 'today' ? <Day days={days} /> : <Losses days={days} />);
}

function Day({ days }: { days: Days }) {
  const value = useAnswer('reports.today', { date: days.to });
  return value ? <DayView day={value} /> : null;
}

function Losses({ days }: { days: Days }) {
  const value = useAnswer('reports.losses', { from: days.from, to: days.to });
  return value ? <LossesView losses={value} /> : null;
}

function AsTable({ report, days }: { report: ReportId; days: Days }) {
  const value = useAnswer('reports.table', { report, from: days.from, to: days.to });
  return value?.report === report ? <ReportTable table={value} /> : null;
}
