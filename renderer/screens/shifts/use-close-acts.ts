import { useState } from 'react';
import type { ClosingView, ReportView } from '../../../shared/contract/shifts.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { clearToasts } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

export type ClosingStep = {
  readonly shift: ShiftId;
  readonly view: ClosingView;
  /** Something is another than the screen shows. */
  readonly onChanged: () => Promise<void>;
  readonly onClosed: (report: ReportView) => void;
};

/** Signs and closes; what is refused is told in place. */
export function useCloseActs({ shift, view, onChanged, onClosed }: ClosingStep) {
  const { t, format } = useWords();
  const sayClose = useCommand('shifts.close', { quiet: true });
  const saySign = useCommand('shifts.sign');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Sentence | null>(null);
  const { held, unknown, unverified } = view.carried;
  const carried = { held, unknown: unknown.count, unverified: unverified.count };
  return {
    busy,
    fault,
    sign: async () => {
      if ((await saySign({ shift })).ok) await onChanged();
    },
    close: async (left: Minor, bag: string) => {
      if (busy) return;
      setBusy(true);
      const answer = await sayClose({ shift, carried, left, bag });
      setBusy(false);
      if (answer.ok) {
        clearToasts();
        return onClosed(answer.value);
      }
      setFault(explain(answer.refusal, t, format));
      if (answer.refusal.code === 'closing-changed') await onChanged();
    },
  };
}
