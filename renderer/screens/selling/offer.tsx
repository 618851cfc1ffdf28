import type { PayingView } from '../../../shared/contract/paying.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { useNow } from '../../kit/use-now.ts';
import { useWords } from '../../kit/words.tsx';

export type OfferedCode = NonNullable<PayingView['offered']>;

/** A payment code was read among goods: the sum it would be charged, and the one key that charges it. */
export function Offer(props: { offered: OfferedCode; due: Minor; onPay: () => void; onForget: () => void }) {
  const { t } = useWords();
  const { wallet, tail, until } = props.offered;
  const words = t.payments.offer;
  const seconds = Math.max(0, Math.ceil((until - useNow()) / 1000));
  return (
    <section
      role="alert"
      className="flex min-h-0 flex-col justify-between gap-3 rounded-till border border-t-8 border-line border-t-amber-bar bg-surface p-5"
    >
      <div>
        <h2 className="text-title font-semibold max-[1200px]:text-[26px]">{words.title(wallet, tail)}</h2>
        <p className="text-muted">{words.todo}</p>
      </div>
      <Money
        amount={props.due}
        className="text-due font-[650] tracking-[-0.01em] max-[1200px]:text-total"
        signClassName="mr-1.5 text-[38px] font-normal text-muted"
      />
      <div className="grid gap-2">
        <Button tone="main" size="tender" act="pay" note={words.left(seconds)} onPress={props.onPay}>
          {words.key}
        </Button>
        <Button size="tender" act="back" onPress={props.onForget}>
          {words.forget}
        </Button>
      </div>
    </section>
  );
}
