import type { ShiftId } from '../../../shared/domain/sale.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** Prints a shift's X, or its Z once more. */
export function usePrintReport(shift: ShiftId): () => void {
  const { t } = useWords();
  const print = useCommand('printing.report');
  return () =>
    void print({ shift }).then(answer => {
      if (answer.ok) toast({ tone: 'green', title: t.shifts.report.printed });
    });
}
