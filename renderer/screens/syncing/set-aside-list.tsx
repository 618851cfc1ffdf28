import type { SyncView } from '../../../shared/contract/syncing.ts';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';

/** Rows the gateway has taken but could not use, with its reason: nothing to send again, somebody has to look. */
export function SetAsideList({ rows }: { rows: SyncView['setAside'] }) {
  const { t } = useWords();
  return (
    <>
      <h2 className="shrink-0 border-b border-line bg-amber-soft px-4 py-1.5 text-note text-amber">
        △ {t.syncing.setAside} · {rows.length}
      </h2>
      <Scroll label={t.syncing.setAside} className="flex-1">
        <ul>
          <li className="px-4 py-2 text-note text-muted">{t.syncing.setAsideNote}</li>
          {rows.map(({ seq, reason }) => (
            <li key={seq} className="flex min-h-12 items-center gap-4 border-t border-line px-4">
              <span className="w-28 shrink-0 font-semibold">{t.syncing.row(seq)}</span>
              <span className="min-w-0 flex-1">
                {t.syncing.setAsideReasons[reason] ?? t.syncing.unknownReason(reason)}
              </span>
            </li>
          ))}
        </ul>
      </Scroll>
    </>
  );
}
