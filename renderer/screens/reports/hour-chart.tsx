import type { HourOfDay } from '../../../shared/contract/reports.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import { useWords } from '../../kit/words.tsx';

// In units of the drawing; it is scaled to whatever room there is.
const [width, height] = [660, 270];
const plot = { left: 70, right: 656, top: 26, bottom: 236 };

/** Takings by the hour: bars for this day, an outline for the week before. What it shows also stands in a table (F5). */
export function HourChart({ hours }: { hours: readonly HourOfDay[] }) {
  const { t, format } = useWords();
  const best = hours.reduce((most, each) => (each.total > most.total ? each : most), hours[0]!);
  const top = niceTop(Math.max(...hours.flatMap(({ total, lastWeek }) => [total, lastWeek]), 100));
  const yOf = (amount: number) => plot.bottom - (Math.max(0, amount) / top) * (plot.bottom - plot.top);
  const slot = (plot.right - plot.left) / hours.length;
  const bar = Math.min(slot * 0.6, 60);
  const label = t.reports.day.chart(t.reports.hour(best.hour), format.amount(best.total));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className="h-full w-full tabular-nums"
    >
      {gridOf(top).map(amount => (
        <g key={amount}>
          <line x1={plot.left} x2={plot.right} y1={yOf(amount)} y2={yOf(amount)} stroke="var(--line)" />
          <text x={plot.left - 10} y={yOf(amount) + 6} textAnchor="end" fontSize="18" fill="var(--muted)">
            {wholeOf(format.figures(minor(amount)))}
          </text>
        </g>
      ))}
      {hours.map((each, index) => {
        const middle = plot.left + slot * (index + 0.5);
        const shown = index % Math.ceil(hours.length / 16) === 0;
        return (
          <g key={each.hour}>
            <rect
              x={middle - bar / 2}
              y={yOf(each.total)}
              width={bar}
              height={plot.bottom - yOf(each.total)}
              rx="3"
              fill="var(--accent)"
            />
            <Outline middle={middle} wide={bar + 8} y={yOf(each.lastWeek)} amount={each.lastWeek} />
            {shown && (
              <text x={middle} y={plot.bottom + 26} textAnchor="middle" fontSize="18" fill="var(--ink)">
                {each.hour}
              </text>
            )}
          </g>
        );
      })}
      {best.total > 0 && (
        <text
          x={plot.left + slot * (hours.indexOf(best) + 0.5)}
          y={yOf(Math.max(best.total, best.lastWeek)) - 8}
          textAnchor="middle"
          fontSize="18"
          fontWeight="650"
          fill="var(--ink)"
          stroke="var(--surface)"
          strokeWidth="6"
          paintOrder="stroke"
        >
          {format.figures(best.total)}
        </text>
      )}
      <line
        x1={plot.left}
        x2={plot.right}
        y1={plot.bottom}
        y2={plot.bottom}
        stroke="var(--edge)"
        strokeWidth="2"
      />
    </svg>
  );
}

/** The hour of a week before: a frame without a bottom, so that it is told from a bar without colours. */
function Outline(props: { middle: number; wide: number; y: number; amount: Minor }) {
  if (props.amount <= 0) return null;
  const [left, right] = [props.middle - props.wide / 2, props.middle + props.wide / 2];
  return (
    <path
      d={`M ${left} ${plot.bottom} V ${props.y} H ${right} V ${plot.bottom}`}
      fill="none"
      stroke="var(--ink)"
      strokeWidth="2.5"
      strokeDasharray="5 4"
    />
  );
}

/** The next 1, 2 or 5 with noughts, in minor units. */
function niceTop(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(amount));
  return [1, 2, 5, 10].map(each => each * power).find(each => each >= amount)!;
}

/** In steps that are round as well: of 2 there are four, of 1 and 5 five. */
function gridOf(top: number): number[] {
  const steps = String(top).startsWith('2') ? 4 : 5;
  return Array.from({ length: steps + 1 }, (_, step) => Math.round((top * step) / steps));
}

const wholeOf = (figures: string): string => figures.replace(/\.0+$/, '');
