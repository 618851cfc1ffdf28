import type { DisplayLine, DisplayView } from '../../shared/contract/paying.ts';
import { Money } from '../kit/money.tsx';
import { useWords } from '../kit/words.tsx';

/** Lines above the newest one that can be read at a glance on the lowest screen there is. */
const earlierShown = 5;

/** What is being rung up: the newest line large above the sum, the ones before it over it. */
export function Goods({ view }: { view: DisplayView }) {
  const { t, format } = useWords();
  const { lines, lineCount, pieces, discount, credit, remaining, shop } = view;
  const newest = lines.at(-1);
  const before = lines.slice(-1 - earlierShown, -1);
  const earlier = lineCount - before.length - 1;
  return (
    <>
      <header className="flex items-baseline justify-between gap-6 px-[3vw] py-[1.5vh] text-[clamp(24px,3.6vh,40px)] text-muted">
        <span className="truncate">{shop}</span>
        {earlier > 0 && <span className="shrink-0">{t.display.earlier(earlier)}</span>}
      </header>
      <ol className="flex min-h-0 flex-1 flex-col justify-end border-y border-line bg-surface">
        {before.map(line => (
          <Line key={line.id} line={line} className="h-[13.5%] text-[clamp(26px,4.2vh,48px)]" />
        ))}
        {newest && (
          <Line
            key={newest.id}
            line={newest}
            className="h-[32.5%] bg-accent-soft text-[clamp(36px,7vh,80px)] font-[650]"
          />
        )}
      </ol>
      <footer className="flex items-end justify-between gap-6 px-[3vw] py-[2vh]">
        <div className="text-[clamp(26px,4.4vh,48px)] leading-tight">
          <p className="text-muted">{t.display.pieces(pieces)}</p>
          {discount > 0 && (
            <p className="text-accent">
              {t.display.discount} {format.figures(discount)}
            </p>
          )}
          {credit > 0 && (
            <p>
              {t.display.credit} −{format.figures(credit)}
            </p>
          )}
        </div>
        <p className="flex items-baseline gap-[2vw]">
          <span className="text-[clamp(26px,4.4vh,48px)] text-muted">
            {credit > 0 ? t.display.due : t.display.total}
          </span>
          <Money amount={remaining} className="text-[clamp(72px,15vh,170px)] leading-none font-[650]" />
        </p>
      </footer>
    </>
  );
}

/** The newest is marked by its size; nothing moves to draw the eye. */
function Line({ line, className }: { line: DisplayLine; className: string }) {
  const { format } = useWords();
  return (
    <li
      className={`grid grid-cols-[minmax(0,1fr)_16%_20%] items-center gap-[2vw] border-line px-[3vw] leading-none not-first:border-t ${className}`}
    >
      <span className="truncate leading-[1.4]">{line.name}</span>
      <span className="text-right text-muted">× {format.quantity(line.quantity, line.unit)}</span>
      <span className="text-right">{format.figures(line.amount)}</span>
    </li>
  );
}
