import type { ReactNode } from 'react';
import { padInto } from '../../input/entry.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { type AmountEntry, shown } from './use-amount.ts';

/** Where cash is counted: what to do at the left, the sum bottom left, the pad and the one act bottom right. */
export function CountDesk(props: {
  title: string;
  /** What to count, and what to leave out of mind. */
  ask: string;
  label: string;
  amount: AmountEntry;
  act: string;
  onEnter: () => void;
  busy: boolean;
  /** Under the question: shortcuts. */
  children?: ReactNode;
  /** Above the pad: refusals. */
  trouble?: ReactNode;
}) {
  const { t } = useWords();
  const { entry, amount } = props.amount;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,440px)] gap-3 p-3">
      <Panel className="flex min-h-0 flex-col justify-between gap-6 overflow-auto p-7">
        <div className="flex flex-col gap-5">
          <div>
            <h1 className="text-hero font-semibold">{props.title}</h1>
            <p className="mt-2 text-lead text-muted">{props.ask}</p>
          </div>
          {props.children}
        </div>
        <div aria-live="polite" className="border-t border-line pt-4">
          <p className="text-legend text-muted">{props.label}</p>
          <Money
            amount={shown(amount)}
            className={`text-due font-[650] tracking-[-0.01em] ${amount === null ? 'text-muted' : ''}`}
            signClassName="mr-2 text-[34px] font-normal text-muted"
          />
          <span className="sr-only">{entry.text}</span>
        </div>
      </Panel>
      <div className="flex min-h-0 flex-col justify-end gap-3">
        {props.trouble}
        <Numpad
          className="min-h-0 max-h-[340px] flex-1"
          enterLabel={t.common.confirm}
          backLabel={t.common.delete}
          onKey={key => padInto(entry, key, props.onEnter)}
        />
        <Button
          tone="main"
          size="tender"
          keyName="Enter"
          className="min-h-[88px] shrink-0"
          disabled={props.busy || amount === null}
          onPress={props.onEnter}
        >
          {props.act}
        </Button>
      </div>
    </div>
  );
}
