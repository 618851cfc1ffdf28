import { likelyNotes } from '../../../shared/domain/cash.ts';
import { type Minor, minor } from '../../../shared/domain/money.ts';
import { keepFocus } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';

const noteKeys = 6;
/** From here on the figures are set smaller, or they would not fit their keys. */
const bigNote = 1_000_000;

/** Sums a customer is likely to hand over; one press takes the money. */
export function NoteKeys(props: { due: Minor; currency: string; onPick: (sum: Minor) => void }) {
  const { t, format } = useWords();
  const sums = likelyNotes(props.due, props.currency, noteKeys);
  return (
    <div
      className={`grid min-h-0 grid-rows-[auto] auto-rows-[minmax(76px,160px)] content-end gap-2 ${sums.length > 4 ? 'grid-cols-3' : 'grid-cols-2'}`}
    >
      <p className="col-span-full flex h-12 items-center text-legend text-muted">{t.paying.notes}</p>
      {sums.map(sum => (
        <button
          key={sum}
          type="button"
          onClick={() => props.onPick(sum)}
          onPointerDown={keepFocus}
          onMouseDown={keepFocus}
          className="flex min-w-0 flex-col items-start justify-between rounded-till border-2 border-line bg-surface px-4 py-3 active:bg-accent-soft max-[1200px]:px-2"
        >
          <span className={`leading-none font-[650] ${sum < bigNote ? 'text-[38px]' : 'text-lead'}`}>
            {format.figures(sum).replace(/\.0+$/, '')}
          </span>
          <span
            className={`text-body whitespace-nowrap text-muted ${sums.length > 4 ? 'max-[1200px]:text-legend' : ''}`}
          >
            {t.paying.change} {format.figures(minor(sum - props.due))}
          </span>
        </button>
      ))}
    </div>
  );
}
