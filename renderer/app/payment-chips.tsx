import { type Outlook, outlookOf } from '../../shared/domain/payment/outlook.ts';
import { StatusChip } from '../kit/status-chip.tsx';
import { useWords } from '../kit/words.tsx';
import { useLive, useLivePart } from '../live/index.tsx';

const signs: Readonly<Record<Outlook, { icon: string; look: string }>> = {
  waiting: { icon: '△', look: 'bg-amber-soft text-amber' },
  received: { icon: '✓', look: 'bg-green-soft text-green' },
  'nothing-taken': { icon: '✕', look: 'bg-red-soft text-red' },
};
const order: readonly Outlook[] = ['waiting', 'received', 'nothing-taken'];

/** How many sales went aside with their payment under way, and how these stand at a glance. */
export function ParkedChip() {
  const { t } = useWords();
  const parked = useLivePart('paying.state', state => state.parked) ?? [];
  if (parked.length === 0) return null;
  // Parked before any code was read: it waits as well.
  const outlooks = parked.map(({ attempt }) => (attempt ? outlookOf(attempt.state.name) : 'waiting'));
  const count = (outlook: Outlook) => outlooks.filter(each => each === outlook).length;
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap">
      {t.payments.parked.chip}
      {order
        .filter(outlook => count(outlook) > 0)
        .map(outlook => (
          <b key={outlook} className={`rounded-full px-2.5 py-0.5 font-semibold ${signs[outlook].look}`}>
            <span aria-hidden>{signs[outlook].icon}</span> {count(outlook)}
            <span className="sr-only">{t.payments.parked.outlooks[outlook]}</span>
          </b>
        ))}
    </span>
  );
}

/** How many payments wait for a person; for those who may do something about it. */
export function DeskChip() {
  const { t } = useWords();
  const may = useLive('session.current')?.permissions.includes('payment-desk') ?? false;
  return may ? <OnDesk label={t.common.desk} /> : null;
}

function OnDesk({ label }: { label: (count: number) => string }) {
  const count = useLivePart('paying.state', state => state.onDesk) ?? 0;
  return count === 0 ? null : <StatusChip tone="waiting">{label(count)}</StatusChip>;
}
