import { useEffect, useRef } from 'react';
import type { InvoiceView } from '../../../shared/contract/invoicing.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { useWords } from '../../kit/words.tsx';

/** Invoices of one state, newest sale first. */
export function InvoiceList(props: {
  invoices: readonly InvoiceView[];
  current: number | undefined;
  empty: string;
  onChoose: (sale: number) => void;
}) {
  if (props.invoices.length === 0)
    return <p className="grid flex-1 place-items-center text-lead text-muted">{props.empty}</p>;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {props.invoices.map(invoice => (
        <Row
          key={invoice.sale}
          invoice={invoice}
          on={invoice.sale === props.current}
          onChoose={() => props.onChoose(invoice.sale)}
        />
      ))}
    </div>
  );
}

function Row({ invoice, on, onChoose }: { invoice: InvoiceView; on: boolean; onChoose: () => void }) {
  const { t } = useWords();
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (on) row.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  return (
    <button
      ref={row}
      type="button"
      aria-current={on || undefined}
      onClick={onChoose}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`flex min-h-[64px] w-full items-center gap-3 border-b border-line px-3 py-1.5 text-left ${on ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : ''}`}
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">
          {invoice.buyer?.title ?? t.invoicing.buyerErased}
        </span>
        <span className="block truncate text-note text-muted">{invoice.receipt}</span>
      </span>
      <Money amount={invoice.amount} bare className="shrink-0 text-lead font-[650]" />
    </button>
  );
}
