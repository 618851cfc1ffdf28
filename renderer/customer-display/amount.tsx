import type { ReactNode } from 'react';
import type { DisplayStage, DisplayView } from '../../shared/contract/paying.ts';
import { Money } from '../kit/money.tsx';
import { useWords } from '../kit/words.tsx';
import { CodeSign, PhoneSign } from './pictures.tsx';

/** Each stage with a colour, a sign and, beside them, its sentence. */
const looks: Readonly<Record<DisplayStage, { readonly tone: string; readonly sign: ReactNode }>> = {
  'show-code': { tone: 'bg-accent text-accent-ink', sign: <CodeSign /> },
  'pay-at-counter': { tone: 'bg-accent text-accent-ink', sign: '¥' },
  'on-phone': { tone: 'bg-amber-soft text-amber', sign: <PhoneSign /> },
  confirming: { tone: 'bg-amber-soft text-amber', sign: '△' },
  'another-way': { tone: 'bg-strong text-strong-ink', sign: '↻' },
  paid: { tone: 'bg-green-soft text-green', sign: '✓' },
};

/** The sum that was said as the largest thing there is, and what its customer can do now; at the end the change. */
export function Amount({ view }: { view: DisplayView }) {
  const { t } = useWords();
  const { stage, due, asking, change } = view;
  const { display } = t;
  const paid = stage === 'paid';
  const label = paid
    ? change > 0
      ? display.change
      : display.paidSum
    : asking === due
      ? display.due
      : display.asking;
  const amount = paid ? (change > 0 ? change : due) : asking;
  return (
    <>
      <header className="truncate px-[3vw] py-[1.5vh] text-[clamp(24px,3.6vh,40px)] text-muted">
        {view.shop}
      </header>
      <section className="flex min-h-0 flex-1 flex-col items-center justify-center gap-[2vh]">
        <p className="text-[clamp(32px,6vh,60px)] leading-tight text-muted">{label}</p>
        {/* Eleven figures, the longest sum there is, still fit. */}
        <Money
          amount={amount}
          className="text-[clamp(120px,min(30vh,14vw),320px)] leading-none font-[650] tracking-[-0.01em]"
        />
        <p className="flex min-h-[1.3em] gap-[4vw] text-[clamp(26px,4.4vh,48px)]">
          <Beside view={view} />
        </p>
      </section>
      {stage && (
        <p
          className={`flex items-center justify-center px-[3vw] py-[3vh] text-[clamp(36px,min(8vh,5.4vw),84px)] leading-tight font-[650] ${looks[stage].tone}`}
        >
          <span className="text-center text-balance">
            <span aria-hidden className="mr-[2vw]">
              {looks[stage].sign}
            </span>
            {display.stages[stage]}
          </span>
        </p>
      )}
    </>
  );
}

/** The smaller figures beneath: what the large one is a part of. */
function Beside({ view }: { view: DisplayView }) {
  const { t, format } = useWords();
  const { stage, due, asking, remaining, cashDue, pieces, discount, credit, change } = view;
  const { display } = t;
  if (stage === 'paid') {
    return (
      <>
        {change > 0 && (
          <span className="text-muted">
            {display.total} {format.figures(due)}
          </span>
        )}
        <span className="text-muted">{display.thanks}</span>
      </>
    );
  }
  return (
    <>
      <span className="text-muted">{display.pieces(pieces)}</span>
      {asking !== due && (
        <span>
          {display.total} {format.figures(due)}
        </span>
      )}
      {credit > 0 && (
        <span>
          {display.credit} −{format.figures(credit)}
        </span>
      )}
      {remaining !== due && remaining !== asking && (
        <span>
          {display.stillOwed} {format.figures(remaining)}
        </span>
      )}
      {cashDue !== remaining && (
        <span>
          {display.inCash} {format.figures(cashDue)}
        </span>
      )}
      {discount > 0 && (
        <span className="text-accent">
          {display.discount} {format.figures(discount)}
        </span>
      )}
    </>
  );
}
