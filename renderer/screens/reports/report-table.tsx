import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ReportCell, ReportColumn, ReportTable as Table } from '../../../shared/domain/report.ts';
import { cellText, columnName, totalsRow } from '../../../shared/i18n/report.ts';
import { Panel } from '../../kit/panel.tsx';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';

const rowPx = 48;

/** Any report as rows and columns, its totals always in sight. */
export function ReportTable({ table }: { table: Table }) {
  const { t } = useWords();
  const scroll = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPx,
    overscan: 12,
  });
  const totals = totalsRow(table, t.reports);
  const items = rows.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <Panel className="flex h-full min-h-0 flex-col overflow-hidden">
      <Scroll ref={scroll} label={t.reports.titles[table.report]} className="flex-1">
        <table className="w-full border-separate border-spacing-0 text-body tabular-nums">
          <caption className="sr-only">{t.reports.titles[table.report]}</caption>
          <thead>
            <tr className="sticky top-0 z-10 bg-sunk text-legend text-muted">
              {table.columns.map(column => (
                <th
                  key={column.id}
                  scope="col"
                  className={`border-b border-line px-4 py-2 align-bottom leading-tight font-medium ${narrow(table.columns)} ${smaller(table.columns)} ${side(column)}`}
                >
                  {columnName(column, t.reports)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <Gap px={before} />}
            {items.map(({ index }) => (
              <Row key={index} cells={table.rows[index]!} columns={table.columns} />
            ))}
            {after > 0 && <Gap px={after} />}
          </tbody>
          {totals && (
            <tfoot className="sticky bottom-0 bg-sunk font-semibold">
              <Row cells={totals} columns={table.columns} />
            </tfoot>
          )}
        </table>
      </Scroll>
    </Panel>
  );
}

function Row(props: { cells: readonly ReportCell[]; columns: readonly ReportColumn[] }) {
  const { t, format } = useWords();
  const write = { money: format.figures, time: format.dayTime };
  return (
    <tr style={{ height: rowPx }}>
      {props.columns.map((column, index) => (
        <td
          key={column.id}
          className={`border-b border-line px-4 whitespace-nowrap ${narrow(props.columns)} ${side(column)}`}
        >
          {cellText(props.cells[index] ?? null, column, t.reports, write)}
        </td>
      ))}
    </tr>
  );
}

const Gap = ({ px }: { px: number }) => (
  <tr aria-hidden>
    <td style={{ height: px }} />
  </tr>
);

const side = ({ type }: ReportColumn): string =>
  type === 'money' || type === 'count' ? 'text-right' : 'text-left';

/** On a narrow screen many columns stand closer to each other; a heading takes a second line before a column is lost. */
const narrow = ({ length }: readonly ReportColumn[]): string =>
  length > manyColumns ? 'max-[1500px]:px-2 max-[1200px]:px-1' : 'max-[1200px]:px-2';
const smaller = ({ length }: readonly ReportColumn[]): string =>
  length > manyColumns ? 'max-[1200px]:text-note' : '';
const manyColumns = 10;
