import { useState } from 'react';
import type { ReportView } from '../../../shared/contract/shifts.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { goTo } from '../../app/navigation.ts';
import { Awaited } from '../../input/awaited.tsx';
import { useKeys } from '../../input/keys.ts';
import { useLive } from '../../live/index.tsx';
import { ClosingChecks } from './closing-checks.tsx';
import { useClosingTarget } from './closing-target.ts';
import { CountStep } from './count-step.tsx';
import { LeaveStep } from './leave-step.tsx';
import { ShiftResult } from './shift-result.tsx';
import { useClosing } from './use-closing.ts';

/** Closing a shift: what is still open, a count without sight of the expected sum, what stays in the drawer, the verdict. */
export function CloseShiftScreen() {
  const current = useLive('shifts.current');
  const others = useLive('shifts.desk')?.others ?? [];
  // Once it is counted it does not sell any more: it stays the one that is being closed.
  const [own] = useState(current);
  const target = useClosingTarget();
  const shift = target ?? own?.id;
  const back = () => goTo(null);
  useKeys({ keys: { back } });
  if (!shift) return <Awaited />;
  const openedAt = current?.id === shift ? current : others.find(other => other.shift === shift);
  const float = own?.id === shift ? own.float : null;
  return <Closing key={shift} shift={shift} float={float} since={openedAt} />;
}

/** Who opened it and when, while it is known. */
export type Since = { readonly openedAt: number; readonly by?: string; readonly openedBy?: string };

function Closing(props: { shift: ShiftId; float: Minor | null; since: Since | undefined }) {
  const { shift, float, since } = props;
  const { view, refresh } = useClosing(shift);
  const [checked, setChecked] = useState(false);
  const [report, setReport] = useState<ReportView | null>(null);
  if (report) return <ShiftResult report={report} />;
  if (!view) return <Awaited />;
  if (view.counted !== null) {
    return (
      <LeaveStep
        shift={shift}
        view={view}
        counted={view.counted}
        float={float}
        onChanged={refresh}
        onClosed={setReport}
      />
    );
  }
  if (checked || view.rounds > 0) {
    // Another round is another count: it begins with nothing.
    return (
      <CountStep
        key={view.rounds}
        shift={shift}
        again={view.rounds > 0}
        onBack={view.rounds > 0 ? () => goTo(null) : () => setChecked(false)}
        onCounted={refresh}
      />
    );
  }
  return <ClosingChecks shift={shift} since={since} view={view} onNext={() => setChecked(true)} />;
}
