import { useRef, useState } from 'react';
import type { RefundableSale, RefundView } from '../../../shared/contract/refunding.ts';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { looksLikeReceipt } from '../../../shared/domain/sale.ts';
import { play } from '../../app/earcons.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { Page } from '../../kit/page.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { LineList } from './line-list.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { QuantityDialog } from './quantity-dialog.tsx';
import { ReasonList } from './reason-list.tsx';
import { useRefund } from './use-refund.ts';

type Asking = 'refund' | 'void' | 'quantity' | null;

/** What of the sale comes back, why, and what the customer gets for it; Enter, and Enter again. */
export function PickStage(props: {
  found: RefundableSale;
  onScan: (text: string) => void;
  onBack: () => void;
  onDone: (refund: RefundView) => void;
}) {
  const { found, onScan, onBack, onDone } = props;
  const { t, format } = useWords();
  const words = t.refunding;
  const refunding = useRefund(found);
  const [reason, setReason] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const refund = useCommand('refunding.refund');
  const inCash = useCommand('refunding.refundInCash');
  const exchange = useCommand('refunding.exchange');
  const voidLast = useCommand('refunding.voidLast');
  const busy = useRef(false);
  const { money, plan, picks, cash } = refunding;
  const onlyCash = found.tenders.every(({ tender }) => tender.kind === 'cash');

  const ask = (what: 'refund' | 'void') => {
    if (reason === null) toast({ tone: 'amber', title: words.noReason, detail: words.noReasonTodo });
    else if (what === 'refund' && !money)
      toast({ tone: 'amber', title: words.nothing, detail: words.nothingTodo });
    else if (what === 'refund' && !plan?.ok) toast({ tone: 'amber', title: words.plan.tooLarge, detail: '' });
    else setAsking(what);
  };
  const go = async (exchanging = false) => {
    if (busy.current || reason === null) return;
    busy.current = true;
    const { id, number: sale, receipt } = found.sale;
    const other = found.till && { id, receipt };
    const say = exchanging ? exchange : cash ? inCash : refund;
    const answer =
      asking === 'void'
        ? await voidLast({ sale, reason })
        : await say({ sale, other, reason, total: money?.total ?? 0, picks: [...picks.values()] });
    busy.current = false;
    setAsking(null);
    play(answer.ok ? 'done' : 'error');
    if (answer.ok) onDone(answer.value);
    else if (answer.refusal.code === 'refund-changed') onScan(found.sale.receipt);
  };
  const scan = (text: string) => {
    if (looksLikeReceipt(cleanScan(text).text)) onScan(text);
    else play(refunding.scanGoods(text) ? 'ok' : 'unknown');
  };
  const choose = (index: number) => setReason(words.reasons[index] ?? null);
  useKeys({
    scan,
    entry: useNumberChoice(
      Object.fromEntries(words.reasons.map((_, index) => [String(index + 1), () => choose(index)])),
    ),
    keys: {
      up: () => refunding.move(-1),
      down: () => refunding.move(1),
      right: refunding.take,
      left: refunding.drop,
      quantity: () => setAsking('quantity'),
      'choice-1': refunding.all,
      void: found.voidable ? () => ask('void') : undefined,
      'choice-2': onlyCash ? undefined : refunding.turnCash,
      'choice-3': refunding.turnGoods,
      confirm: () => ask('refund'),
      back: onBack,
    },
  });
  const { sale } = found;
  return (
    <Page
      title={words.title}
      note={
        (found.till ? `${t.common.till(found.till.label)} · ` : '') +
        words.of(sale.receipt, format.dayTime(sale.at), format.amount(sale.total))
      }
      legend={[
        { act: 'back', label: t.common.back, onPress: onBack },
        { plainKey: '↑ ↓', label: words.keys.line, onPress: () => refunding.move(1) },
        { plainKey: '← →', label: words.keys.turn, onPress: () => refunding.toggle(refunding.at) },
        { act: 'quantity', label: words.keys.quantity, onPress: () => setAsking('quantity') },
        { act: 'choice-1', label: words.keys.all, onPress: refunding.all },
        ...(found.voidable
          ? [{ act: 'void' as const, label: words.keys.void, onPress: () => ask('void') }]
          : []),
        ...(onlyCash
          ? []
          : [{ act: 'choice-2' as const, label: words.keys.cash, onPress: refunding.turnCash }]),
        { act: 'choice-3', label: words.keys.goods, onPress: refunding.turnGoods },
        {
          act: 'confirm',
          label: words.keys.refund,
          onPress: () => ask('refund'),
          hidden: !refunding.plan?.ok,
          spare: true,
        },
      ]}
    >
      <div className="grid h-full min-h-0 grid-cols-[minmax(0,59fr)_minmax(0,41fr)] gap-3">
        <LineList refunding={refunding} />
        <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-3">
          <ReasonList chosen={reason} onChoose={choose} />
          <PlanPanel refunding={refunding} onRefund={() => ask('refund')} />
        </div>
      </div>
      {asking === 'quantity' && <QuantityDialog refunding={refunding} onClose={() => setAsking(null)} />}
      {(asking === 'refund' || asking === 'void') && (
        <ConfirmDialog
          found={found}
          refunding={refunding}
          whole={asking === 'void'}
          reason={reason ?? ''}
          onConfirm={() => void go()}
          onExchange={() => void go(true)}
          onClose={() => setAsking(null)}
        />
      )}
    </Page>
  );
}
