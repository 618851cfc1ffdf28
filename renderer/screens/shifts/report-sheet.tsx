import { useRef } from 'react';
import { useKeys } from '../../input/keys.ts';
import { Panel } from '../../kit/panel.tsx';
import type { ReportSection } from './report-rows.ts';

/** How much of a sheet stays in sight when a page is turned, in pixels. */
const overlapPx = 60;

/** A report on screen; PageUp and PageDown turn it. */
export function ReportSheet({
  sections,
  className = '',
}: {
  sections: readonly ReportSection[];
  className?: string;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  const turn = (by: 1 | -1) => {
    const height = sheet.current?.clientHeight ?? 0;
    sheet.current?.scrollBy({ top: by * (height - overlapPx) });
  };
  useKeys({ keys: { PageUp: () => turn(-1), PageDown: () => turn(1) } });
  return (
    <Panel className={`flex min-h-0 flex-col overflow-hidden ${className}`}>
      <div ref={sheet} className="min-h-0 flex-1 overflow-auto px-5 py-3">
        {sections.map(({ title, rows }) => (
          <section key={title} className="mb-4 last:mb-0">
            <h2 className="border-b border-line pb-1 text-legend font-semibold">{title}</h2>
            <dl>
              {rows.map(({ name, value, strong }) => (
                <div key={name} className="flex min-h-9 items-baseline justify-between gap-4">
                  <dt className="text-legend text-muted">{name}</dt>
                  <dd
                    className={`text-right tabular-nums ${strong ? 'text-lead font-semibold' : 'text-body'}`}
                  >
                    {value}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Panel>
  );
}
