import { useWords } from '../kit/words.tsx';
import { useLive } from '../live/index.tsx';

/**
 * Says on every screen, for as long as it is so, that the journal does not hold. It takes its own place, so
 * that it covers nothing, and can't be sent away: whoever comes next must see it too.
 */
export function JournalBanner() {
  const { t } = useWords();
  const fault = useLive('syncing.state')?.journalFault;
  if (!fault) return null;
  const { what, todo } = t.common.journalBroken(t.harms[fault.how](fault.seq));
  return (
    <div
      role="alert"
      className="flex shrink-0 items-center gap-4 border-b-2 border-amber-bar bg-amber-soft px-4 py-2 text-amber"
    >
      <span aria-hidden className="text-title font-bold">
        △
      </span>
      <p className="flex min-w-0 flex-wrap gap-x-2">
        <b className="font-semibold">{what}</b>
        <span className="text-ink">{todo}</span>
      </p>
    </div>
  );
}
