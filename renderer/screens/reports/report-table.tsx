import { useRef } from 'react';
import type { ReportCell, ReportColumn, ReportTable as Table } from '../../../shared/domain/report.ts';
import { cellText, columnName, totalsRow } from '../../../shared/i18n/report.ts';
import { Panel } from '../../kit/panel.tsx';
import { useRowsInSight } from '../../kit/rows-in-sight.ts';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';

const rowPx = 48;

/** Any report as rows and columns, its totals always in sight. */
export function ReportTable({ table }: { table: Table }) {
  const { t } = useWords();
  const scroll = useRef<HTMLElement>(null);
  const { from, to } = useRowsInSight(scroll, { count: table.rows.length, rowHeight: rowPx });
  const drawn = table.rows.slice(from, to).map((cells, place) => ({ cells, index: from + place }));
  const totals = totalsRow(table, t.reports);
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
            {from > 0 && <Gap rows={from} />}
            {drawn.map(({ cells, index }) => (
              <Row key={index} cells={cells} columns={table.columns} />
            ))}
            {to < table.rows.length && <Gap rows={table.rows.length - to} />}
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
          className={`border-b border-line px-4 whitespace-nowrap ${narrow(props.columns)} ${smaller(props.columns)} ${side(column)}`}
        >
          {cellText(props.cells[index] ?? null, column, t.reports, write)}
        </td>
      ))}
    </tr>
  );
}

const Gap = ({ rows }: { rows: number }) => (
  <tr aria-hidden>
    <td style={{ height: rows * rowPx }} />
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
