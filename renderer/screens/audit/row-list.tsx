import { memo } from 'react';
import type { AuditRow } from '../../../shared/contract/audit.ts';
import { auditNote, auditWho } from '../../../shared/i18n/audit-note.ts';
import { keepFocus } from '../../kit/button.tsx';
import { VirtualList } from '../../kit/virtual-list.tsx';
import { useWords } from '../../kit/words.tsx';

const rowHeight = 64;

/** Rows of the journal, newest on top; only those in sight are drawn. Whoever comes near the end is given more. */
export function RowList(props: {
  rows: readonly AuditRow[];
  current: number | null;
  onPick: (seq: number) => void;
  onEnd: () => void;
}) {
  const { rows, current } = props;
  return (
    <VirtualList
      rows={rows}
      rowHeight={rowHeight}
      current={rows.findIndex(row => row.seq === current)}
      keyOf={row => row.seq}
      onEnd={props.onEnd}
    >
      {row => <Row row={row} current={row.seq === current} onPick={props.onPick} />}
    </VirtualList>
  );
}

const Row = memo(function Row(props: { row: AuditRow; current: boolean; onPick: (seq: number) => void }) {
  const { t, format } = useWords();
  const { row, current } = props;
  const about = [row.receipt?.text, auditNote(row, t)].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-current={current || undefined}
      onClick={() => props.onPick(row.seq)}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`grid h-full w-full grid-cols-[128px_minmax(0,1fr)_auto] items-center gap-3 border-b border-l-[5px] border-b-line px-3 text-left ${current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent'}`}
    >
      <span className="text-muted">{format.dayTime(row.at)}</span>
      <span className="min-w-0">
        <span className="block truncate">
          <b className="font-semibold">{t.audit.kinds[row.kind]}</b>
          <span className="text-muted"> · {auditWho(row, t)}</span>
        </span>
        {about !== '' && <span className="block truncate text-note text-muted">{about}</span>}
      </span>
      <b className="text-lead font-[650]">{row.amount === null ? '' : format.figures(row.amount)}</b>
    </button>
  );
});
