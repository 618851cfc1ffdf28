import type { ReactNode } from 'react';
import { Legend, type LegendKey } from './legend.tsx';

/** How wide it gets where the screen is wider: a form, or rows with a button at their end. */
const measures = { form: 'max-w-[884px]', rows: 'max-w-[1524px]' } as const;

/** A screen under the strip: a heading, what it is about, and the keys that work at the foot. */
export function Page(props: {
  title: string;
  /** Beside the heading: a word on how things are. */
  note?: ReactNode;
  children: ReactNode;
  legend: readonly LegendKey[];
  /** The whole width if it is not said. */
  measure?: keyof typeof measures;
}) {
  const measure = props.measure ? `mx-auto w-full ${measures[props.measure]}` : '';
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <header className={`flex shrink-0 items-baseline gap-5 px-4 pt-3 pb-2 ${measure}`}>
        <h1 className="text-title font-semibold whitespace-nowrap">{props.title}</h1>
        {props.note && <p className="min-w-0 truncate text-lead text-muted">{props.note}</p>}
      </header>
      <div className={`min-h-0 flex-1 px-3 pb-3 ${measure}`}>{props.children}</div>
      <Legend keys={props.legend} />
    </main>
  );
}
