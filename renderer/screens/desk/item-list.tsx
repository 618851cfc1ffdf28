import type { DeskItem } from '../../../shared/contract/paying.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';

/** What waits for a person, pressing ones first; arrows or a finger choose. */
export function ItemList(props: {
  items: readonly DeskItem[];
  current: string;
  onChoose: (id: string) => void;
}) {
  const { t, format } = useWords();
  return (
    <Panel className="min-h-0 overflow-y-auto">
      {props.items.map(({ id, reason, since, pressing, amount, wallet }) => {
        const on = id === props.current;
        const what = wallet === null ? t.paying.tenders['store-code'] : t.payments.wallets[wallet];
        return (
          <button
            key={id}
            type="button"
            aria-current={on || undefined}
            onClick={() => props.onChoose(id)}
            onPointerDown={keepFocus}
            onMouseDown={keepFocus}
            className={`flex min-h-[76px] w-full items-center gap-3 border-b border-line px-4 py-2 text-left ${on ? 'bg-accent-soft shadow-[inset_5px_0_0_var(--accent)]' : ''}`}
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{t.desk.reasons[reason]}</span>
              <span className={`block truncate text-note ${pressing ? 'text-red' : 'text-muted'}`}>
                {pressing && `! ${t.desk.pressing} · `}
                {what} · {t.desk.since(format.dayTime(since))}
              </span>
            </span>
            <b className="shrink-0 text-lead font-[650]">{format.figures(amount)}</b>
          </button>
        );
      })}
    </Panel>
  );
}
