import { minor } from '../../../shared/domain/money.ts';
import { keepFocus } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';
import type { CashCounter } from './use-count.ts';

/** Pieces per coin and note; the face that is being counted is marked, a press goes to another. */
export function FaceTable({ count }: { count: CashCounter }) {
  const { format } = useWords();
  return (
    <ul
      className="grid grid-flow-col grid-cols-2 grid-rows-[repeat(var(--rows),auto)] gap-x-4"
      style={rowsOf(count.list)}
    >
      {count.list.map((face, index) => {
        const on = index === count.at;
        const pieces = on ? count.entry.text : (count.faces[face] ?? '');
        return (
          <li key={face}>
            <button
              type="button"
              aria-current={on || undefined}
              onClick={() => count.go(index)}
              onPointerDown={keepFocus}
              onMouseDown={keepFocus}
              className={`flex min-h-12 w-full items-center gap-2 border-b border-b-line border-l-[5px] px-2 text-lead tabular-nums ${on ? 'border-l-accent bg-accent-soft' : 'border-l-transparent'}`}
            >
              <span className="w-[92px] text-right text-muted">{format.amount(minor(face))}</span>
              <span className="text-muted">×</span>
              <span className="w-14 text-left font-semibold">{pieces === '' && on ? '_' : pieces}</span>
              <span className="ml-auto">
                {pieces === '' ? '' : format.figures(minor(face * Number(pieces)))}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Two columns, read downwards. */
const rowsOf = (list: readonly number[]) => ({ '--rows': Math.ceil(list.length / 2) }) as React.CSSProperties;
