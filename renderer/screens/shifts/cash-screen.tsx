import { useState } from 'react';
import type { Minor } from '../../../shared/domain/money.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { useScreenHelp } from '../../input/screen-help.tsx';
import { Button } from '../../kit/button.tsx';
import { Page } from '../../kit/page.tsx';
import { useWords } from '../../kit/words.tsx';
import { CashAmount } from './cash-amount.tsx';
import { CashLedgerPanel } from './cash-ledger.tsx';
import { CashReason } from './cash-reason.tsx';
import { type CashKind, cashKinds, useCashMoves } from './use-cash-moves.ts';

/** Cash that goes in and out between sales: what, how much, why. Each is a row of the drawer's ledger. */
export function CashScreen() {
  const { t } = useWords();
  const words = t.cash;
  const [kind, setKind] = useState<CashKind | null>(null);
  const [amount, setAmount] = useState<Minor | null>(null);
  const moves = useCashMoves();
  const help = useScreenHelp(words.title, words.help);
  const back = () => {
    if (amount !== null && kind !== 'no-sale') setAmount(null);
    else if (kind) setKind(null);
    else goTo(null);
  };
  const finish = async (reason: string) => {
    if (!kind || !(await moves.book(kind, amount, reason))) return;
    setKind(null);
    setAmount(null);
  };
  const openNow = () => void moves.book('no-sale', null, words.reasons['no-sale'][0]!);
  useKeys({ keys: { back, drawer: openNow } });
  const reasoning = kind === 'no-sale' || (kind && amount !== null);
  return (
    <Page
      title={words.title}
      note={kind ? words.kinds[kind].name : words.choose}
      legend={[
        help.key,
        { act: 'back', label: t.common.back, onPress: back },
        { act: 'drawer', label: words.again, onPress: openNow },
      ]}
    >
      <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_minmax(0,460px)] gap-3 max-[1200px]:grid-cols-[minmax(0,1fr)_minmax(0,420px)]">
        <CashLedgerPanel seen={moves.booked} />
        <div className="flex min-h-0 flex-col justify-end gap-3">
          {!kind && <Kinds onPick={setKind} />}
          {kind && kind !== 'no-sale' && amount === null && (
            <CashAmount title={words.kinds[kind].name} onAmount={setAmount} />
          )}
          {kind && reasoning && (
            <CashReason
              kind={kind}
              amount={amount}
              busy={moves.busy}
              onReason={reason => void finish(reason)}
            />
          )}
        </div>
      </div>
      {help.sheet}
    </Page>
  );
}

function Kinds({ onPick }: { onPick: (kind: CashKind) => void }) {
  const { t } = useWords();
  useKeys({
    entry: useNumberChoice(
      Object.fromEntries(cashKinds.map((kind, index) => [index + 1, () => onPick(kind)])),
    ),
  });
  return cashKinds.map((kind, index) => (
    <Button
      key={kind}
      size="tender"
      plainKey={`${index + 1}`}
      note={t.cash.kinds[kind].note}
      className="min-h-[92px]"
      onPress={() => onPick(kind)}
    >
      {t.cash.kinds[kind].name}
    </Button>
  ));
}
