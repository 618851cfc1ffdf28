import { useState } from 'react';
import type { AttemptView, IntentView } from '../../../shared/contract/paying.ts';
import type { PricedCart } from '../../../shared/domain/pricing.ts';
import { MomentBanner } from '../../app/moment-banner.tsx';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Columns } from '../../kit/columns.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { ActButtons } from './act-buttons.tsx';
import { keysOf, legendOf, type PayAct } from './acts.ts';
import { Details } from './details.tsx';
import { Settled } from './settled.tsx';
import { Stage } from './stage.tsx';
import type { useActs } from './use-acts.ts';

/** The customer paid although the cashier had stopped it: the money is kept for this sale, or goes back. */
export function AfterStopStage(props: {
  priced: PricedCart;
  intent: IntentView;
  attempt: AttemptView;
  acts: ReturnType<typeof useActs>;
}) {
  const { priced, intent, attempt, acts } = props;
  const { t } = useWords();
  const words = t.paying.afterStop;
  const [asking, setAsking] = useState(false);
  const [returning, setReturning] = useState(false);
  const giveBack: PayAct = {
    act: 'void',
    label: words.giveBack,
    short: t.paying.keys.giveBack,
    note: words.giveBackNote,
    run: () => setAsking(true),
  };
  const buttons = returning ? [acts.park] : [acts.accept, giveBack, acts.park];
  const all = [acts.help, ...buttons, ...acts.swaps];
  useKeys({ keys: keysOf(all) });
  return (
    <>
      <Columns widths="stage">
        <Stage
          tone="amber"
          title={returning ? words.returning : words.title}
          detail={<p>{returning ? words.returningDetail : words.detail(attempt.wallet)}</p>}
          label={t.paying.waiting.thisPayment(attempt.wallet)}
          amount={attempt.amount}
          amountClassName="text-due"
          aside={<Settled intent={intent} priced={priced} />}
          foot={<ActButtons acts={buttons} />}
        >
          {!returning && (
            <Notice tone="amber" title={words.ask}>
              {words.askTodo}
            </Notice>
          )}
          <MomentBanner />
        </Stage>
        <Details priced={priced} intent={intent} attempt={attempt} />
      </Columns>
      <Legend keys={legendOf(all)} />
      {asking && (
        <GiveBackDialog
          attempt={attempt}
          onClose={() => setAsking(false)}
          onReturning={() => setReturning(true)}
        />
      )}
    </>
  );
}

/** The second key of giving money back, and Del again; a manager's leave is asked for by itself. */
function GiveBackDialog(props: { attempt: AttemptView; onClose: () => void; onReturning: () => void }) {
  const { t, format } = useWords();
  const { attempt, amount } = props.attempt;
  const words = t.paying.afterStop;
  const refund = useCommand('paying.refund');
  const confirm = async () => {
    props.onClose();
    const answer = await refund({ attempt, amount, reason: words.reason });
    if (answer.ok) props.onReturning();
  };
  useKeys({ modal: true, keys: { void: () => void confirm(), back: props.onClose } });
  return (
    <Dialog
      title={words.giveBack}
      onClose={props.onClose}
      actions={
        <>
          <Button tone="danger" size="tender" act="void" onPress={() => void confirm()}>
            {words.giveBack}
          </Button>
          <Button size="tender" act="back" onPress={props.onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">{words.confirm(format.amount(amount))}</p>
    </Dialog>
  );
}
