import type { RefundableSale } from '../../../shared/contract/refunding.ts';
import { zero } from '../../../shared/domain/money.ts';
import { planBack } from '../../../shared/domain/refunding/plan.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Money } from '../../kit/money.tsx';
import { partsOf } from '../../kit/ways.ts';
import { useWords } from '../../kit/words.tsx';
import type { Refunding } from './use-refund.ts';
import { WaysBack } from './ways-back.tsx';

/** The second key: once more what goes back and where; a manager's leave is asked for by itself. */
export function ConfirmDialog(props: {
  found: RefundableSale;
  refunding: Refunding;
  /** The sale is undone as a whole. */
  whole: boolean;
  reason: string;
  onConfirm: () => void;
  /** Their money pays for other goods instead. */
  onExchange: () => void;
  onClose: () => void;
}) {
  const { found, refunding, whole, onConfirm, onExchange, onClose } = props;
  const { t } = useWords();
  const words = t.refunding.confirm;
  const total = whole ? found.sale.total : (refunding.money?.total ?? zero);
  const plan = whole ? planBack(total, found.tenders, false) : refunding.plan;
  useKeys({ modal: true, keys: { confirm: onConfirm, swap: whole ? undefined : onExchange, back: onClose } });
  return (
    <Dialog
      title={whole ? words.void : words.title}
      onClose={onClose}
      actions={
        <>
          <Button tone="main" size="tender" act="confirm" onPress={onConfirm}>
            {whole ? words.doVoid : words.do}
          </Button>
          {!whole && (
            <Button size="tender" act="swap" note={words.exchangeNote} onPress={onExchange}>
              {words.exchange}
            </Button>
          )}
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <Money amount={total} className="text-due leading-none font-[650] tracking-[-0.01em]" />
      <WaysBack parts={plan?.ok ? partsOf(plan.value) : []} />
      {(found.invoice === 'issued' || found.invoice === 'needs-red') && (
        <p className="text-lead font-semibold text-amber">△ {t.refunding.invoiced}</p>
      )}
      <p className="text-body text-muted">{`${t.refunding.reason} · ${props.reason}`}</p>
    </Dialog>
  );
}
