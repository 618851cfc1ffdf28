import { LongSheet } from '../../input/long-sheet.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import type { ReportSection } from './report-row.ts';

/** A report on screen. */
export function ReportSheet(props: { sections: readonly ReportSection[]; className?: string }) {
  const { t } = useWords();
  return (
    <Panel className={`flex min-h-0 flex-col overflow-hidden ${props.className ?? ''}`}>
      <LongSheet label={t.reports.title} className="px-5 py-3">
        {props.sections.map(section => (
          <Section key={section.title} section={section} />
        ))}
      </LongSheet>
    </Panel>
  );
}

const Section = ({ section: { title, rows } }: { section: ReportSection }) => (
  <section className="mb-4 last:mb-0">
    <h2 className="border-b border-line pb-1 text-legend font-semibold">{title}</h2>
    <dl>
      {rows.map(({ name, value, strong }) => (
        <div key={`${name} ${value}`} className="flex min-h-9 items-baseline justify-between gap-4">
          <dt className="text-legend text-muted">{name}</dt>
          <dd className={`text-right tabular-nums ${strong ? 'text-lead font-semibold' : 'text-body'}`}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
