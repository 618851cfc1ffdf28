import type { ReactNode } from 'react';
import type { DayView as Day } from '../../../shared/contract/reports.ts';
import { Money } from '../../kit/money.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { HourChart } from './hour-chart.tsx';
import { Nothing } from './nothing.tsx';
import { TenderBar } from './tender-bar.tsx';

/** A day at a glance: what it came to, when, and how it was paid. */
export function DayView({ day }: { day: Day }) {
  const { t } = useWords();
  const words = t.reports.day;
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(270px,30%)_minmax(0,1fr)] gap-3">
      <Figures day={day} />
      <div className="flex min-h-0 min-w-0 flex-col gap-3">
        <Panel className="flex min-h-0 flex-1 flex-col p-4">
          <div className="flex items-center justify-between gap-4">
            <h2 className="text-lead font-semibold">{words.hours}</h2>
            <p aria-hidden className="flex items-center gap-2 text-legend">
              <span className="ml-3 size-5 rounded-sm bg-accent" /> {words.thisDay}
              <span className="ml-3 size-5 rounded-sm border-2 border-b-0 border-dashed border-ink" />{' '}
              {words.weekBefore}
            </p>
          </div>
          <div className="min-h-0 flex-1">
            {day.hours.length > 0 ? <HourChart hours={day.hours} /> : <Nothing />}
          </div>
        </Panel>
        {day.tenders.length > 0 && (
          <Panel className="flex shrink-0 flex-col gap-2 p-4">
            <h2 className="text-lead font-semibold">{words.tenders}</h2>
            <TenderBar tenders={day.tenders} />
          </Panel>
        )}
      </div>
    </div>
  );
}

function Figures({ day }: { day: Day }) {
  const { t, format } = useWords();
  const words = t.reports.day;
  return (
    <Panel className="flex min-h-0 flex-col gap-3 overflow-auto p-5">
      <div>
        <p className="text-legend text-muted">
          {words.takings} · {words.takingsNote}
        </p>
        <Money amount={day.takings} className="text-hero font-[650]" />
        <p className="text-legend text-muted">
          {words.lastWeek(day.lastWeek.date.slice(5), format.figures(day.lastWeek.takings))}
        </p>
      </div>
      <dl className="grid flex-1 auto-rows-fr border-t border-line">
        <Figure name={words.sales} note={words.times(day.sales.count)}>
          <Money amount={day.sales.total} bare />
        </Figure>
        <Figure name={words.basket}>{day.basket === null ? '—' : <Money amount={day.basket} bare />}</Figure>
        <Figure name={words.pieces}>{day.pieces}</Figure>
        <Figure name={words.refunds} note={words.times(day.refunds.count)}>
          <Money amount={day.refunds.total} bare />
        </Figure>
        <Figure name={words.discounts}>
          <Money amount={day.discounts} bare />
        </Figure>
      </dl>
    </Panel>
  );
}

const Figure = (props: { name: string; note?: string; children: ReactNode }) => (
  <div className="flex min-h-12 items-center justify-between gap-3 border-b border-line">
    <dt className="text-legend text-muted">
      {props.name} {props.note}
    </dt>
    <dd className="text-lead font-semibold tabular-nums">{props.children}</dd>
  </div>
);
