import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';

/** One calm line while selling: yesterday was never closed, or some of the cash belongs in the safe. Neither is pressing. */
export function ShiftNotice() {
  const { t } = useWords();
  const shift = useLive('shifts.current');
  const said = shift?.dayIsOver ? t.cash.dayIsOver(shift.day) : shift?.drawerFull ? t.cash.full : null;
  return (
    said && (
      <Notice tone="amber" title={said.what} className="shrink-0 py-2">
        {said.todo}
      </Notice>
    )
  );
}
