import type { CartView } from '../../../shared/contract/selling.ts';
import { minor } from '../../../shared/domain/money.ts';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';

/** Above the sum: what goods that came back pay of it, what is left of that, and the key for a changed mind. */
export function CreditLine({ cart, onReturn }: { cart: CartView; onReturn: () => void }) {
  const { t, format } = useWords();
  const { credit, priced } = cart;
  if (!credit) return null;
  const words = t.exchange;
  const over = minor(Math.max(0, credit.amount - priced.due));
  return (
    <div
      role="status"
      className="flex items-center gap-4 rounded-till border border-line bg-sunk py-1.5 pr-1.5 pl-4 text-body"
    >
      <span className="min-w-0 flex-1 leading-tight">
        <span className="text-muted">{words.credit(credit.receipt)}</span>{' '}
        <b className="whitespace-nowrap text-lead font-[650]">−{format.figures(credit.amount)}</b>{' '}
        {priced.lines.length > 0 && over > 0 && (
          <span className="block">{words.over(format.amount(over))}</span>
        )}
      </span>
      <Button act="return-credit" onPress={onReturn}>
        {words.back}
      </Button>
    </div>
  );
}
