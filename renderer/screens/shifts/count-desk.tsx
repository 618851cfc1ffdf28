import type { ReactNode } from 'react';
import { padInto } from '../../input/entry.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { FaceTable } from './face-table.tsx';
import { type CashCounter, shown } from './use-count.ts';

/** Where cash is counted: what to do and the faces at the left, the sum bottom left, the pad and the one act bottom right. */
export function CountDesk(props: {
  title: string;
  /** What to count, and what to leave out of mind. */
  ask: string;
  /** A word on the count, beneath that. */
  aside?: string | undefined;
  label: string;
  count: CashCounter;
  act: string;
  onEnter: () => void;
  busy: boolean;
  /** Under the question: shortcuts. */
  children?: ReactNode;
  /** Above the pad: refusals, and what is odd about the sum. */
  trouble?: ReactNode;
}) {
  const { t } = useWords();
  const { count } = props;
  const words = t.shifts.count;
  const byFaces = count.at !== null;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,440px)] gap-3 p-3 max-[1200px]:grid-cols-[minmax(0,1fr)_minmax(0,400px)]">
      <Panel className="flex min-h-0 flex-col justify-between gap-3 overflow-auto p-6 max-[1200px]:p-5">
        <div className="flex flex-col gap-3">
          <div>
            <h1 className={`font-semibold ${byFaces ? 'text-title' : 'text-hero'}`}>{props.title}</h1>
            <p className="mt-1 text-lead text-muted">{props.ask}</p>
            {props.aside && <p className="mt-1 text-legend text-muted">{props.aside}</p>}
          </div>
          {byFaces ? <FaceTable count={count} /> : props.children}
        </div>
        <div aria-live="polite" className="border-t border-line pt-3">
          <p className="flex justify-between gap-4 text-legend text-muted">
            <span>{props.label}</span>
            {count.list.length > 0 && (
              <span className="max-[1200px]:hidden">{byFaces ? words.facesHint : words.sumHint}</span>
            )}
          </p>
          <Money
            amount={shown(count.amount)}
            className={`text-due font-[650] tracking-[-0.01em] ${count.amount === null ? 'text-muted' : ''}`}
            signClassName="mr-2 text-[34px] font-normal text-muted"
          />
          <span className="sr-only">{count.entry.text}</span>
        </div>
      </Panel>
      <div className="flex min-h-0 flex-col justify-end gap-3">
        {props.trouble}
        <Numpad
          className="min-h-0 max-h-[340px] flex-1"
          backLabel={t.common.delete}
          plain={byFaces}
          onKey={key => padInto(count.entry, key, props.onEnter)}
        />
        {count.list.length > 0 && (
          <Button act="swap" onPress={() => swapCounting(count)}>
            {byFaces ? words.bySum : words.byFaces}
          </Button>
        )}
        <Button
          tone="main"
          size="tender"
          act="confirm"
          className="min-h-[88px] shrink-0"
          disabled={props.busy || !canEnter(count)}
          onPress={props.onEnter}
        >
          {byFaces ? words.next : props.act}
        </Button>
      </div>
    </div>
  );
}

/** At a face Enter goes on to the next one; at the sum it is done, once something has been counted. */
export const canEnter = ({ amount, at }: CashCounter): boolean => amount !== null || at !== null;

/** From the sum to the first face, or back. */
export const swapCounting = (count: CashCounter): void => {
  if (count.list.length > 0) count.go(count.at === null ? 0 : null);
};
