import type { ShiftRow } from '../../../shared/contract/shifts.ts';
import { minor } from '../../../shared/domain/money.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { VirtualList } from '../../kit/virtual-list.tsx';
import { useWords, type Words } from '../../kit/words.tsx';

const rowHeight = 60;

/** Shifts, newest first; only rows in sight are drawn. */
export function ShiftTable(props: {
  rows: readonly ShiftRow[];
  current: string | null;
  onPick: (row: ShiftRow) => void;
}) {
  const { t } = useWords();
  const { rows, current } = props;
  return (
    <Panel className="flex min-h-0 flex-1 flex-col overflow-hidden">
      {rows.length === 0 && <p className="p-6 text-center text-muted">{t.archive.none}</p>}
      <VirtualList
        rows={rows}
        rowHeight={rowHeight}
        current={rows.findIndex(row => row.shift === current)}
        keyOf={row => row.shift}
      >
        {row => <Row row={row} current={row.shift === current} onPick={props.onPick} />}
      </VirtualList>
    </Panel>
  );
}

function Row({ row, current, onPick }: { row: ShiftRow; current: boolean; onPick: (row: ShiftRow) => void }) {
  const words = useWords();
  const { t, format } = words;
  const { text, tone } = verdictOf(row, words);
  return (
    <button
      type="button"
      aria-current={current || undefined}
      onClick={() => onPick(row)}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`flex h-full w-full items-center gap-3 border-b border-l-[5px] border-b-line px-3 text-left ${current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent'}`}
    >
      <b className="w-14 shrink-0 font-semibold">{row.z === null ? '–' : `Z${row.z}`}</b>
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          {row.day} · {row.by}
        </span>
        <span className="block truncate text-note text-muted">
          {t.archive.hours(
            format.time(row.openedAt),
            row.closedAt === null ? null : format.time(row.closedAt),
          )}{' '}
          · {t.archive.sales(row.sales)}
        </span>
      </span>
      <span className="shrink-0 text-right">
        <b className="block font-semibold tabular-nums">{format.figures(row.total)}</b>
        <span className={`block text-note ${tone}`}>{text}</span>
      </span>
    </button>
  );
}

/** The drawer's difference in a word, and whether somebody has found out why. */
function verdictOf({ variance, explained }: ShiftRow, { t, format }: Words): { text: string; tone: string } {
  const { verdict, open } = t.archive;
  if (variance === null) return { text: `○ ${open}`, tone: 'text-muted' };
  if (variance === 0) return { text: `✓ ${verdict.even}`, tone: 'text-green' };
  const by = `${variance > 0 ? verdict.over : verdict.short} ${format.figures(minor(Math.abs(variance)))}`;
  return explained?.settled
    ? { text: `✓ ${by}`, tone: 'text-muted' }
    : { text: `△ ${by} · ${t.suspects.open}`, tone: 'text-amber' };
}
