import type { ReactNode } from 'react';
import type { Minor } from '../../../shared/domain/money.ts';
import { Money } from '../../kit/money.tsx';

const edges = {
  accent: 'border-t-accent',
  green: 'border-t-green',
  amber: 'border-t-amber-bar',
} as const;
export type StageTone = keyof typeof edges;

/** The sheet on which money is told: what is, what to do, and the sum that matters as the largest thing on it. */
export function Stage(props: {
  tone: StageTone;
  title: ReactNode;
  detail: ReactNode;
  children?: ReactNode;
  label: string;
  amount: Minor;
  amountClassName: string;
  aside: ReactNode;
  /** What can be done about it, where that stands on the sheet. */
  foot?: ReactNode;
}) {
  return (
    <section
      className={`flex min-h-0 min-w-0 flex-col gap-3 rounded-till border border-t-8 border-line bg-surface px-[30px] pt-4 pb-[22px] max-[1200px]:px-5 ${edges[props.tone]}`}
    >
      <div aria-live="polite">
        <h1 className="text-hero font-[650] max-[1200px]:text-[38px]">{props.title}</h1>
        <div className="mt-1 text-[22px] text-muted max-[1200px]:text-body">{props.detail}</div>
      </div>
      <div className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-y-auto">{props.children}</div>
      <div className="flex items-end justify-between gap-6 border-t border-line pt-3">
        <div>
          <p className="text-body text-muted">{props.label}</p>
          <Money
            amount={props.amount}
            className={`font-[650] tracking-[-0.01em] ${props.amountClassName}`}
            signClassName="mr-1.5 text-[38px] font-normal text-muted"
          />
        </div>
        <div className="text-right text-body text-muted">{props.aside}</div>
      </div>
      {props.foot}
    </section>
  );
}
