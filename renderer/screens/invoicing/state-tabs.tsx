import type { InvoiceState } from '../../../shared/domain/invoice/invoice.ts';
import { keepFocus } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';

/** In the order in which they want something of the manager. */
export const listedStates = [
  'requested',
  'needs-red',
  'issued',
  'red',
  'withdrawn',
] as const satisfies readonly InvoiceState[];
export type ListedState = (typeof listedStates)[number];

/** How far invoices are, one after the other; page keys or a finger choose. */
export function StateTabs(props: { state: ListedState; onChoose: (state: ListedState) => void }) {
  const { t } = useWords();
  return (
    <nav className="col-span-2 flex gap-2">
      {listedStates.map(state => {
        const on = state === props.state;
        return (
          <button
            key={state}
            type="button"
            aria-current={on ? 'page' : undefined}
            onClick={() => props.onChoose(state)}
            onPointerDown={keepFocus}
            onMouseDown={keepFocus}
            className={`min-h-12 min-w-0 flex-1 rounded-till border-2 px-3 ${on ? 'border-accent bg-accent-soft font-semibold' : 'border-line bg-surface'}`}
          >
            {t.invoicing.states[state]}
          </button>
        );
      })}
    </nav>
  );
}
