import { zero } from '../../../shared/domain/money.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Panel } from '../../kit/panel.tsx';
import { partsOf } from '../../kit/ways.ts';
import { useWords } from '../../kit/words.tsx';
import type { Refunding } from './use-refund.ts';
import { WaysBack } from './ways-back.tsx';

/** What the customer gets back, as large as it can be, and on which way. */
export function PlanPanel({ refunding, onRefund }: { refunding: Refunding; onRefund: () => void }) {
  const { t, format } = useWords();
  const words = t.refunding.plan;
  const { money, plan, cash } = refunding;
  return (
    <Panel className="flex min-h-0 flex-col gap-2 overflow-y-auto p-4">
      <p className="text-body text-muted">{words.total}</p>
      <Money
        amount={money?.total ?? zero}
        className={`text-total leading-none font-[650] tracking-[-0.01em] max-[1200px]:text-[52px] ${money ? '' : 'text-muted'}`}
      />
      {money && money.rounding !== 0 && (
        <p className="text-legend text-muted">{words.rounding(format.figures(money.rounding))}</p>
      )}
      <WaysBack parts={plan?.ok ? partsOf(plan.value) : []} />
      {cash && <p className="text-legend font-semibold text-amber">△ {words.inCash}</p>}
      {plan && !plan.ok && (
        <Notice tone="amber" title={words.tooLarge}>
          {words.left(format.amount(plan.refusal.left))}
        </Notice>
      )}
      <Button
        tone="main"
        size="tender"
        act="confirm"
        className="mt-auto shrink-0"
        disabled={!plan?.ok}
        onPress={onRefund}
      >
        {t.refunding.keys.refund}
      </Button>
    </Panel>
  );
}
