import type { DeskReason } from '../../../shared/contract/paying.ts';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';

/** More would push the rest of the checks out of sight; the payment desk has them all. */
const linesMax = 4;

/** Which payments of this kind are carried over, one by one; for whoever may see the payment desk. */
export function DeskLines({ reason }: { reason: DeskReason }) {
  const may = useLive('session.current')?.permissions.includes('payment-desk') ?? false;
  return may ? <Lines reason={reason} /> : null;
}

function Lines({ reason }: { reason: DeskReason }) {
  const { t, format } = useWords();
  const items = (useLive('paying.desk') ?? []).filter(item => item.reason === reason);
  return (
    <ul className="mt-1">
      {items.slice(0, linesMax).map(({ id, since, amount, wallet, receipt, order }) => (
        <li key={id} className="flex gap-4 tabular-nums">
          <span>{format.dayTime(since)}</span>
          <span className="min-w-0 flex-1 truncate">
            {wallet === null ? t.paying.tenders['store-code'] : t.payments.wallets[wallet]} ·{' '}
            {receipt ?? order}
          </span>
          <b className="font-semibold">{format.amount(amount)}</b>
        </li>
      ))}
      {items.length > linesMax && <li>{t.shifts.close.moreOnDesk(items.length - linesMax)}</li>}
    </ul>
  );
}
