import { useWords } from '../../kit/words.tsx';

/** Where a report has nothing to show. */
export function Nothing() {
  const { t } = useWords();
  return (
    <div className="grid h-full place-content-center gap-1 text-center">
      <p className="text-lead font-semibold">{t.reports.nothing}</p>
      <p className="text-muted">{t.reports.nothingNote}</p>
    </div>
  );
}
