import { useLayoutEffect, useRef, useState } from 'react';
import { useKeys } from '../../input/keys.ts';
import { keepFocus } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { Panel } from '../../kit/panel.tsx';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';
import type { ReportSection } from './report-row.ts';

/** How much of a sheet stays in sight when a page is turned, in pixels. */
const overlapPx = 60;

/** A report on screen; PageUp and PageDown turn it where it is longer than its place. */
export function ReportSheet(props: { sections: readonly ReportSection[]; className?: string }) {
  const { t } = useWords();
  const { sections, className = '' } = props;
  const sheet = useRef<HTMLElement>(null);
  const [long, setLong] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other sections are another height.
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = sheet.current ?? {};
    setLong(scrollHeight > clientHeight);
  }, [sections]);
  const turn = (by: 1 | -1) => {
    const height = sheet.current?.clientHeight ?? 0;
    sheet.current?.scrollBy({ top: by * (height - overlapPx) });
  };
  useKeys({ keys: { 'page-up': () => turn(-1), 'page-down': () => turn(1) } });
  return (
    <Panel className={`flex min-h-0 flex-col overflow-hidden ${className}`}>
      <Scroll ref={sheet} label={t.reports.title} className="flex-1 px-5 py-3">
        {sections.map(section => (
          <Section key={section.title} section={section} />
        ))}
      </Scroll>
      {long && (
        <button
          type="button"
          onClick={() => turn(1)}
          onPointerDown={keepFocus}
          onMouseDown={keepFocus}
          className="flex min-h-12 shrink-0 items-center justify-center gap-2 border-t border-line bg-sunk text-legend"
        >
          <KeyCap>PgUp PgDn</KeyCap>
          {t.shifts.report.scroll}
        </button>
      )}
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
