import { useRef } from 'react';
import type { HourOfDay } from '../../../shared/contract/reports.ts';
import { minor } from '../../../shared/domain/money.ts';
import { type Room, useRoom } from '../../kit/use-room.ts';
import { useWords } from '../../kit/words.tsx';

/** What stands around the bars, in px: amounts at the left, hours beneath, the largest amount on top. */
const around = { left: 76, right: 4, top: 28, bottom: 34 };
/** What the name of an hour takes at least, in px. */
const hourWidth = 72;

/** Takings by the hour: bars for this day, an outline for the week before. What it shows also stands in a table. */
export function HourChart({ hours }: { hours: readonly HourOfDay[] }) {
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  return (
    <div ref={place} className="relative h-full">
      {room && <Drawing hours={hours} room={room} />}
    </div>
  );
}

function Drawing({ hours, room }: { hours: readonly HourOfDay[]; room: Room }) {
  const { t, format } = useWords();
  const best = hours.reduce((most, each) => (each.total > most.total ? each : most), hours[0]!);
  const top = niceTop(Math.max(...hours.flatMap(({ total, lastWeek }) => [total, lastWeek]), 100));
  const plot = { right: room.width - around.right, bottom: room.height - around.bottom };
  const yOf = (amount: number) => plot.bottom - (Math.max(0, amount) / top) * (plot.bottom - around.top);
  const slot = (plot.right - around.left) / hours.length;
  const middleOf = (index: number) => around.left + slot * (index + 0.5);
  const label = t.reports.day.chart(t.reports.hour(best.hour), format.amount(best.total));
  return (
    <svg
      width={room.width}
      height={room.height}
      role="img"
      aria-label={label}
      className="absolute inset-0 tabular-nums"
      fontSize="18"
      textAnchor="middle"
    >
      {gridOf(top).map(amount => (
        <g key={amount}>
          <line x1={around.left} x2={plot.right} y1={yOf(amount)} y2={yOf(amount)} stroke="var(--line)" />
          <text x={around.left - 10} y={yOf(amount) + 6} textAnchor="end" fill="var(--muted)">
            {amount === top ? wholeOf(format.amount(minor(amount))) : wholeOf(format.figures(minor(amount)))}
          </text>
        </g>
      ))}
      {hours.map((each, index) => (
        <Hour
          key={each.hour}
          hour={each}
          middle={middleOf(index)}
          bar={Math.min(slot * 0.6, 90)}
          floor={plot.bottom}
          yOf={yOf}
          isNamed={index % Math.ceil(hourWidth / slot) === 0}
        />
      ))}
      {best.total > 0 && (
        <text
          x={middleOf(hours.indexOf(best))}
          y={yOf(Math.max(best.total, best.lastWeek)) - 8}
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
        x1={around.left}
        x2={plot.right}
        y1={plot.bottom}
        y2={plot.bottom}
        stroke="var(--edge)"
        strokeWidth="2"
      />
    </svg>
  );
}

/** Its bar, the outline of the week before over it, and its name beneath where there is room for one. */
function Hour(props: {
  hour: HourOfDay;
  middle: number;
  bar: number;
  floor: number;
  yOf: (amount: number) => number;
  isNamed: boolean;
}) {
  const { t } = useWords();
  const { hour, middle, bar, floor, yOf } = props;
  return (
    <g>
      <rect
        x={middle - bar / 2}
        y={yOf(hour.total)}
        width={bar}
        height={floor - yOf(hour.total)}
        rx="3"
        fill="var(--accent)"
      />
      {hour.lastWeek > 0 && <Outline middle={middle} wide={bar + 8} y={yOf(hour.lastWeek)} floor={floor} />}
      {props.isNamed && (
        <text x={middle} y={floor + 26} fill="var(--ink)">
          {t.reports.hour(hour.hour)}
        </text>
      )}
    </g>
  );
}

/** The hour of a week before: a frame without a bottom, so that it is told from a bar without colours. */
function Outline({ middle, wide, y, floor }: { middle: number; wide: number; y: number; floor: number }) {
  const [left, right] = [middle - wide / 2, middle + wide / 2];
  return (
    <path
      d={`M ${left} ${floor} V ${y} H ${right} V ${floor}`}
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
