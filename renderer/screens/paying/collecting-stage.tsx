import { useState } from 'react';
import type { CodesView, IntentView } from '../../../shared/contract/paying.ts';
import { minor } from '../../../shared/domain/money.ts';
import type { PricedCart } from '../../../shared/domain/pricing.ts';
import { MomentBanner } from '../../app/moment-banner.tsx';
import { useKeys } from '../../input/keys.ts';
import { Columns } from '../../kit/columns.tsx';
import { Legend } from '../../kit/legend.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords, type Words } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { keysOf, legendOf, type PayAct } from './acts.ts';
import { Given } from './given.tsx';
import { LastAttempt } from './last-attempt.tsx';
import { NoteKeys } from './note-keys.tsx';
import { Settled } from './settled.tsx';
import { Stage } from './stage.tsx';
import { StoreCodeDialog } from './store-code-dialog.tsx';
import { TakePad } from './take-pad.tsx';
import type { useActs } from './use-acts.ts';
import { useCash } from './use-cash.ts';
import { useTakeAct } from './use-take-act.ts';

/** The amount is frozen: the next payment code read is charged, or the cashier takes cash. Enter does nothing here, for a scanner sends it. */
export function CollectingStage(props: {
  priced: PricedCart;
  intent: IntentView;
  codes: CodesView;
  acts: ReturnType<typeof useActs>;
}) {
  const { priced, intent, codes, acts } = props;
  const words = useWords();
  const { t, currency } = words;
  const cash = useCash(intent);
  const ask = useCommand('paying.ask');
  const unfreeze = useCommand('paying.unfreeze');
  const [storeCode, setStoreCode] = useState(false);
  const part = intent.asking !== intent.remaining;
  const mine = { intent: intent.intent };

  const askPart = async () => {
    if (cash.typed === null) {
      cash.setFault({ what: t.paying.collect.byCode, todo: t.paying.collect.partTodo });
      return;
    }
    const answer = await ask({ ...mine, amount: cash.typed });
    if (answer.ok) cash.entry.clear();
  };
  // A step back at a time: what is typed, the part that was agreed, the amount itself.
  const back = () => {
    if (cash.entry.text !== '') cash.entry.clear();
    else if (part) void ask({ ...mine, amount: intent.remaining });
    else void unfreeze(mine);
  };
  const take = useTakeAct(intent, codes.can, cash);
  const byCode: PayAct = {
    act: 'part-by-code',
    label: t.paying.collect.byCode,
    short: t.paying.keys.byCode,
    note: t.paying.collect.byCodeNote,
    run: () => void askPart(),
  };
  const ownCode: PayAct = {
    act: 'own-code',
    label: t.paying.collect.storeCode,
    short: t.paying.keys.storeCode,
    note: t.paying.collect.storeCodeNote,
    ...(!codes.can && { tone: 'amber' }),
    run: () => setStoreCode(true),
  };
  const step: PayAct = { act: 'back', label: t.common.back, short: t.paying.keys.back, run: back };
  const all = [
    acts.help,
    ...(codes.can ? [byCode] : []),
    acts.park,
    ...acts.swaps,
    ownCode,
    take,
    acts.find,
    step,
  ];
  useKeys({ entry: cash.entry, keys: keysOf(all) });

  return (
    <>
      <Columns widths="counter">
        <Stage
          tone={codes.can ? 'accent' : 'amber'}
          title={titleOf(codes, part, words)}
          detail={<Ways codes={codes} part={part} intent={intent} />}
          label={part ? t.paying.part : intent.tenders.length > 0 ? t.paying.remaining : t.paying.due}
          amount={intent.asking}
          amountClassName="text-due"
          aside={<Settled intent={intent} priced={priced} />}
        >
          {intent.attempt && <LastAttempt attempt={intent.attempt} />}
          <Given given={cash.given} change={cash.change} typed={cash.entry.text} />
          {cash.fault && (
            <Notice tone="amber" title={cash.fault.what}>
              {cash.fault.todo}
            </Notice>
          )}
          <MomentBanner />
        </Stage>
        <section className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] gap-2.5">
          <NoteKeys due={intent.cashDue} currency={currency} onPick={cash.take} />
          <TakePad entry={cash.entry} take={take} others={codes.can ? [byCode, ownCode] : [ownCode]} />
        </section>
      </Columns>
      <Legend keys={legendOf(all)} />
      {storeCode && (
        <StoreCodeDialog
          intent={intent}
          amount={cash.typed ?? intent.asking}
          onClose={() => setStoreCode(false)}
        />
      )}
    </>
  );
}

const titleOf = (codes: CodesView, part: boolean, { t: { paying } }: Words): string =>
  !codes.can ? paying.collect.cashTitle : part ? paying.collect.partTitle : paying.collect.title;

/** What can be paid with here and now, or why codes can't. */
function Ways(props: { codes: CodesView; part: boolean; intent: IntentView }) {
  const { t, format } = useWords();
  const { codes, part, intent } = props;
  const { collect } = t.paying;
  const { wallets } = t.payments;
  if (codes.can && part) {
    const rest = format.amount(minor(intent.remaining - intent.asking));
    return <p>{intent.restInCash ? collect.restInCash(rest) : collect.partDetail(rest)}</p>;
  }
  if (codes.can) {
    return (
      <>
        <p>{collect.wallets(codes.wallets.map(each => wallets[each]))}</p>
        <p>{collect.orCash}</p>
      </>
    );
  }
  return (
    <div className="font-semibold text-amber">
      <p>△ {codes.why === 'offline' ? collect.offline : collect.noChannel}</p>
      <p>{collect.withoutCodes}</p>
    </div>
  );
}
