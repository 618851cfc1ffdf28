import type { StaffCard } from '../../../shared/contract/setup.ts';
import { keepFocus } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';

/** Everybody who can sign in, as cards for the finger; the chosen one has a mark and a colour. */
export function StaffCards(props: {
  staff: readonly StaffCard[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { t } = useWords();
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(250px,1fr))] gap-3">
      {props.staff.map(({ id, name, role }) => {
        const on = id === props.chosen;
        return (
          <li key={id}>
            <button
              type="button"
              aria-pressed={on}
              onClick={() => props.onChoose(id)}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              className={`flex min-h-24 w-full items-center gap-4 rounded-till border-2 px-5 text-left active:brightness-95 ${on ? 'border-accent bg-accent-soft' : 'border-line bg-surface'}`}
            >
              <span
                aria-hidden
                className={`grid size-14 shrink-0 place-items-center rounded-full text-title font-semibold ${on ? 'bg-accent text-accent-ink' : 'bg-sunk text-muted'}`}
              >
                {on ? '✓' : [...name][0]}
              </span>
              <span className="min-w-0">
                <span className="block truncate text-lead font-semibold">{name}</span>
                <span className="block text-legend text-muted">{t.common.roles[role]}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
