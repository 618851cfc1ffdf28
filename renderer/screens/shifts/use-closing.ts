import { useCallback, useEffect, useState } from 'react';
import type { ClosingView } from '../../../shared/contract/shifts.ts';
import type { ShiftId } from '../../../shared/domain/sale.ts';
import { useQuery } from '../../live/index.tsx';

/** How far a shift's close has got; asked again after each step. Undefined until the core has told it. */
export function useClosing(shift: ShiftId): { view: ClosingView | undefined; refresh: () => Promise<void> } {
  const ask = useQuery('shifts.closing');
  const [view, setView] = useState<ClosingView>();
  const refresh = useCallback(async () => {
    const answer = await ask({ shift });
    if (answer.ok) setView(answer.value);
  }, [ask, shift]);
  useEffect(() => void refresh(), [refresh]);
  return { view, refresh };
}
