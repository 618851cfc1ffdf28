import type { ReactNode } from 'react';
import type { Sentence } from '../../shared/i18n/index.ts';

export type NoticeTone = 'plain' | 'amber' | 'red' | 'green';

const looks: Readonly<Record<NoticeTone, { look: string; icon: string }>> = {
  plain: { look: 'bg-sunk text-ink border-line', icon: 'ℹ' },
  amber: { look: 'bg-amber-soft text-amber border-amber/40', icon: '△' },
  red: { look: 'bg-red-soft text-red border-red/50', icon: '✕' },
  green: { look: 'bg-green-soft text-green border-green/40', icon: '✓' },
};

/** Says what is, then what to do; colour never stands alone. */
export function Notice(props: {
  tone?: NoticeTone;
  title: ReactNode;
  children?: ReactNode;
  className?: string;
  /** Stands in something that is read out already; twice is once too often. */
  quiet?: boolean;
}) {
  const { look, icon } = looks[props.tone ?? 'plain'];
  return (
    <div
      role={props.quiet ? undefined : 'status'}
      className={`flex gap-3 rounded-till border px-4 py-3 ${look} ${props.className ?? ''}`}
    >
      <span aria-hidden className="w-5 shrink-0 text-center font-bold">
        {icon}
      </span>
      <div className="min-w-0 break-keep wrap-anywhere">
        <p className="font-semibold">{props.title}</p>
        {props.children && <div className="text-ink">{props.children}</div>}
      </div>
    </div>
  );
}

/** What went wrong and what to do, if anything did. */
export const Fault = ({ fault }: { fault: Sentence | null }) =>
  fault && (
    <Notice tone="red" title={fault.what}>
      {fault.todo}
    </Notice>
  );
