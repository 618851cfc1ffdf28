import { useState } from 'react';
import { type Minor, minor, minorDigits, plainAmount } from '../../../shared/domain/money.ts';
import { goTo } from '../../app/navigation.ts';
import { padInto } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { useScreenHelp } from '../../input/screen-help.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Money } from '../../kit/money.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useAmount } from './use-amount.ts';
import { type ClosingStep, useCloseActs } from './use-close-acts.ts';

type LeaveProps = ClosingStep & {
  readonly counted: Minor;
  /** What the shift began with, where this page has seen it sell. */
  readonly float: Minor | null;
};

/** After the count: what stays in the drawer (all, until a sum is keyed), the bag for the bank, a second signature, and the close. */
export function LeaveStep(props: LeaveProps) {
  const { t, format, currency } = useWords();
  const words = t.shifts.close;
  const help = useScreenHelp(words.title, t.shifts.closeHelp);
  const { counted, float, view } = props;
  const amount = useAmount();
  const [bag, setBag] = useState('');
  const acts = useCloseActs(props);
  const left = amount.amount ?? counted;

  const finish = () => void acts.close(amount.read() ?? counted, bag.trim());
  const all = () => amount.entry.clear();
  const asFloat =
    float !== null && float <= counted
      ? () => amount.entry.set(plainAmount(float, minorDigits(currency)))
      : undefined;
  const sign = view.signedBy === null ? () => void acts.sign() : undefined;
  const back = () => goTo(null);
  useKeys({
    entry: amount.entry,
    keys: { confirm: finish, back, 'choice-1': asFloat, 'choice-2': all, 'choice-3': sign },
  });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,440px)] gap-3 p-3 max-[1200px]:grid-cols-[minmax(0,1fr)_minmax(0,400px)]">
        <Panel className="flex min-h-0 flex-col justify-between gap-4 overflow-auto p-6">
          <div className="flex flex-col gap-4">
            <div>
              <h1 className="text-hero font-semibold">{words.leave}</h1>
              <p className="mt-1 text-lead text-muted">{words.leaveAsk}</p>
            </div>
            <div className="flex flex-wrap gap-3">
              {asFloat && float !== null && (
                <Button
                  act="choice-1"
                  onPress={asFloat}
                  note={format.amount(float)}
                  className="min-w-60 py-2"
                >
                  {words.asFloat}
                </Button>
              )}
              <Button act="choice-2" onPress={all} note={format.amount(counted)} className="min-w-60 py-2">
                {words.all}
              </Button>
              {sign && (
                <Button act="choice-3" onPress={sign} note={words.signNote} className="min-w-60 py-2">
                  {words.sign}
                </Button>
              )}
            </div>
            {view.signedBy !== null && <Notice tone="green" title={words.signed(view.signedBy)} />}
            <Field label={words.bag} hint={words.bagNote} value={bag} maxLength={30} onChange={setBag} />
          </div>
          <div className="flex items-end justify-between gap-4 border-t border-line pt-3">
            <div aria-live="polite">
              <p className="text-legend text-muted">{words.left}</p>
              <Money
                amount={left}
                className="text-due font-[650] tracking-[-0.01em] max-[1200px]:text-total"
                signClassName="mr-2 text-[34px] font-normal text-muted"
              />
            </div>
            <dl className="grid grid-cols-[auto_auto] gap-x-5 text-lead whitespace-nowrap max-[1200px]:text-body">
              <dt className="text-muted">{words.actual}</dt>
              <dd className="text-right">{format.figures(counted)}</dd>
              <dt className="text-muted">{words.takeOut}</dt>
              <dd className="text-right">{format.figures(minor(Math.max(0, counted - left)))}</dd>
            </dl>
          </div>
        </Panel>
        <div className="flex min-h-0 flex-col justify-end gap-3">
          {acts.fault && (
            <Notice tone="amber" title={acts.fault.what}>
              {acts.fault.todo}
            </Notice>
          )}
          <Numpad
            className="min-h-0 max-h-[340px] flex-1"
            backLabel={t.common.delete}
            onKey={key => padInto(amount.entry, key, finish)}
          />
          <Button
            tone="main"
            size="tender"
            act="confirm"
            className="min-h-[88px] shrink-0"
            disabled={acts.busy}
            onPress={finish}
          >
            {words.finish}
          </Button>
        </div>
      </div>
      <Legend
        keys={[
          help.key,
          { act: 'back', label: t.common.back, onPress: back },
          ...(asFloat ? [{ act: 'choice-1' as const, label: words.asFloat, onPress: asFloat }] : []),
          { act: 'choice-2', label: words.all, onPress: all, spare: true },
          ...(sign ? [{ act: 'choice-3' as const, label: words.sign, onPress: sign, spare: true }] : []),
          { act: 'confirm', label: words.finish, onPress: finish },
        ]}
      />
      {help.sheet}
    </main>
  );
}
