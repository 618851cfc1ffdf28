import { useEffect, useState } from 'react';
import type { SoFarView } from '../../../shared/contract/shifts.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useWords, type Words } from '../../kit/words.tsx';
import { useLive, useQuery } from '../../live/index.tsx';
import { type ReportSection, row } from './report-row.ts';
import { shiftSections, tenderRows } from './report-rows.ts';
import { ReportSheet } from './report-sheet.tsx';
import { useDrawerNames } from './use-drawer-names.ts';
import { usePrintReport } from './use-print-report.ts';
import { useReport } from './use-report.ts';

/** 当班查询: the X for whoever may see reports; for whoever will count the drawer, the same without its cash. */
export function SoFarDialog({ shift, onClose }: { shift: ShiftId; onClose: () => void }) {
  const { t } = useWords();
  const all = useLive('session.current')?.permissions.includes('view-reports') ?? false;
  const print = usePrintReport(shift);
  useKeys({ modal: true, keys: { back: onClose, print: all ? print : undefined } });
  return (
    <Dialog
      title={all ? t.report.x : t.shifts.report.soFar}
      onClose={onClose}
      wide
      actions={
        <>
          <Button act="back" onPress={onClose}>
            {t.common.back}
          </Button>
          {all && (
            <Button act="print" onPress={print}>
              {t.shifts.report.print}
            </Button>
          )}
        </>
      }
    >
      {all ? <WithCash shift={shift} /> : <Blind shift={shift} />}
    </Dialog>
  );
}

const sheetHeight = 'h-[min(60vh,460px)]';

function WithCash({ shift }: { shift: ShiftId }) {
  const words = useWords();
  const report = useReport(shift);
  const nameOf = useDrawerNames();
  return report ? (
    <ReportSheet
      className={sheetHeight}
      sections={shiftSections(report, words, nameOf(report.head.drawer))}
    />
  ) : null;
}

function Blind({ shift }: { shift: ShiftId }) {
  const words = useWords();
  const ask = useQuery('shifts.soFar');
  const [view, setView] = useState<SoFarView | null>(null);
  useEffect(() => {
    void ask({ shift }).then(answer => {
      if (answer.ok) setView(answer.value);
    });
  }, [ask, shift]);
  if (!view) return null;
  return (
    <>
      <ReportSheet className={sheetHeight} sections={blindSections(view, words)} />
      <p className="text-muted">{words.t.shifts.report.soFarNote}</p>
    </>
  );
}

function blindSections(view: SoFarView, words: Words): ReportSection[] {
  const { t, format } = words;
  const r = t.report;
  return [
    {
      title: r.sales,
      rows: [
        row(r.opened, `${format.dayTime(view.openedAt)} · ${view.by}`),
        row(r.sales, String(view.sales)),
        row(r.refunds, String(view.refunds)),
        row(r.receipts, `${view.firstReceipt ?? r.none} – ${view.lastReceipt ?? r.none}`),
        row(r.removedLines, String(view.removedLines.count)),
        row(r.voidedCarts, String(view.voidedCarts.count)),
        row(r.overrides, String(view.overrides.count)),
        row(r.reprints, String(view.reprints)),
      ],
    },
    ...(view.tenders.length > 0 ? [{ title: r.tenders, rows: tenderRows(view.tenders, words) }] : []),
  ];
}
