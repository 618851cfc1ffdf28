import { useEffect, useState } from 'react';
import type { ReportView } from '../../../shared/contract/shifts.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { useQuery } from '../../live/index.tsx';

/** The X or Z of a shift; null until the core has told it. */
export function useReport(shift: ShiftId | null): ReportView | null {
  const ask = useQuery('shifts.report');
  const [report, setReport] = useState<ReportView | null>(null);
  useEffect(() => {
    let current = true;
    if (shift === null) return;
    void ask({ shift }).then(answer => {
      if (current && answer.ok) setReport(answer.value);
    });
    return () => {
      current = false;
    };
  }, [ask, shift]);
  return report?.head.shift === shift ? report : null;
}
