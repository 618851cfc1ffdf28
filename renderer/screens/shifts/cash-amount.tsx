import { type Minor, zero } from '../../../shared/domain/money.ts';
import { padInto } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useAmount } from './use-amount.ts';

/** How much moves. */
export function CashAmount({ title, onAmount }: { title: string; onAmount: (amount: Minor) => void }) {
  const { t } = useWords();
  const amount = useAmount();
  const enter = () => {
    const read = amount.read();
    if (read !== null && read > 0) onAmount(read);
  };
  useKeys({ entry: amount.entry, keys: { confirm: enter } });
  return (
    <>
      <Panel className="p-4">
        <p className="text-legend text-muted">
          {title} · {t.cash.amount}
        </p>
        <Money
          amount={amount.amount ?? zero}
          className={`text-due font-[650] ${amount.amount === null ? 'text-muted' : ''}`}
          signClassName="mr-2 text-[34px] font-normal text-muted"
        />
      </Panel>
      <Numpad
        className="min-h-0 max-h-[320px] flex-1"
        backLabel={t.common.delete}
        onKey={key => padInto(amount.entry, key, enter)}
      />
      <Button tone="main" size="tender" act="confirm" disabled={!amount.amount} onPress={enter}>
        {t.cash.next}
      </Button>
    </>
  );
}
