import type { ReactNode } from 'react';
import type { Minor } from '../../../shared/domain/money.ts';
import { Money } from '../../kit/money.tsx';

const edges = { accent: 'border-t-accent', green: 'border-t-green' } as const;

/** The sheet on which money is told: what is, what to do, and the sum that matters as the largest thing on it. */
export function Stage(props: {
  tone: keyof typeof edges;
  title: ReactNode;
  detail: ReactNode;
  children?: ReactNode;
  label: string;
  amount: Minor;
  amountClassName: string;
  aside: ReactNode;
}) {
  return (
    <section
      className={`flex min-h-0 min-w-0 flex-col gap-4 rounded-till border border-t-8 border-line bg-surface px-[30px] pt-5 pb-[22px] max-[1200px]:px-5 ${edges[props.tone]}`}
    >
      <div>
        <h1 className="text-hero font-[650]">{props.title}</h1>
        <p className="mt-1 text-[22px] text-muted">{props.detail}</p>
      </div>
      <div className="flex min-h-0 flex-1 flex-col justify-center gap-4">{props.children}</div>
      <div className="flex items-end justify-between gap-6 border-t border-line pt-3.5">
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
    </section>
  );
}
