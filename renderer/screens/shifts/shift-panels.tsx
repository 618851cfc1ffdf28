import { useEffect, useState } from 'react';
import type { ShiftRow } from '../../../shared/contract/shifts.ts';
import type { BusinessDay } from '../../../shared/domain/business-day.ts';
import type { DayReport } from '../../../shared/domain/shift/day.ts';
import type { Cause } from '../../../shared/domain/shift/detective.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useQuery } from '../../live/index.tsx';
import { daySections, shiftSections } from './report-rows.ts';
import { ReportSheet } from './report-sheet.tsx';
import { Suspects } from './suspects.tsx';
import { useDrawerNames } from './use-drawer-names.ts';
import { usePrintReport } from './use-print-report.ts';
import { useReport } from './use-report.ts';

/** One shift of the archive: its report, what became of its difference, and a copy on paper. */
export function ShiftPanel({ row, onChanged }: { row: ShiftRow; onChanged: () => void }) {
  const words = useWords();
  const { t } = words;
  const report = useReport(row.shift);
  const nameOf = useDrawerNames();
  const print = usePrintReport(row.shift);
  useKeys({ keys: { print } });
  return (
    <div className="flex min-h-0 flex-col gap-3">
      {report && (
        <ReportSheet
          key={row.shift}
          className="flex-1"
          sections={shiftSections(report, words, nameOf(row.drawer))}
        />
      )}
      {row.variance !== null && row.variance !== 0 && (
        <Panel className="max-h-[45%] shrink-0 overflow-auto p-4">
          {row.explained && <Explained explained={row.explained} />}
          <Suspects key={row.shift} shift={row.shift} onExplained={onChanged} />
        </Panel>
      )}
      <Button act="print" className="shrink-0" onPress={print}>
        {t.shifts.report.print}
      </Button>
    </div>
  );
}

function Explained({ explained }: { explained: NonNullable<ShiftRow['explained']> }) {
  const { t } = useWords();
  const { cause, note, settled } = explained;
  const name = t.suspects.names[cause as Cause] ?? t.suspects.names.other;
  return (
    <Notice
      className="mb-3"
      tone={settled ? 'green' : 'amber'}
      title={settled ? t.suspects.closed(name) : `${t.suspects.open} · ${name}`}
    >
      {note}
    </Notice>
  );
}

/** The close of a business day, asked for again once it is no longer open. */
export function DayPanel({ day, isOpen }: { day: BusinessDay; isOpen: boolean }) {
  const words = useWords();
  const ask = useQuery('shifts.day');
  const [report, setReport] = useState<DayReport | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its close is what makes the report.
  useEffect(() => {
    let current = true;
    void ask({ day }).then(answer => {
      if (current) setReport(answer.ok ? answer.value : null);
    });
    return () => {
      current = false;
    };
  }, [ask, day, isOpen]);
  return report ? (
    <ReportSheet key={day} sections={daySections(report, words)} />
  ) : (
    <Panel className="grid place-items-center p-6 text-lead text-muted">{words.t.archive.noDay}</Panel>
  );
}
