import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';

/** One calm line while selling: yesterday was never closed, or some of the cash belongs in the safe. Neither is pressing. */
export function ShiftNotice() {
  const { t } = useWords();
  const shift = useLive('shifts.current');
  const said = shift?.dayIsOver
    ? t.selling.dayIsOver(shift.day)
    : shift?.drawerFull
      ? t.selling.drawerFull
      : null;
  return (
    said && (
      <p
        role="status"
        className="shrink-0 rounded-till border border-amber/40 bg-amber-soft px-4 py-1.5 text-legend text-amber"
      >
        <span aria-hidden className="font-bold">
          △{' '}
        </span>
        <b className="font-semibold">{said.what}</b> <span className="text-ink">{said.todo}</span>
      </p>
    )
  );
}
