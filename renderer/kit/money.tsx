import type { Minor } from '../../shared/domain/money.ts';
import { useWords } from './words.tsx';

/** An amount with its currency sign small beside it; figures stand under each other. `bare` leaves the sign out. */
export function Money(props: { amount: Minor; className?: string; signClassName?: string; bare?: boolean }) {
  const { format } = useWords();
  const { sign, figures } = format.amountParts(props.amount);
  return (
    <span className={`whitespace-nowrap tabular-nums ${props.className ?? ''}`}>
      {!props.bare && (
        <span className={props.signClassName ?? 'mr-1 text-[0.5em] font-normal text-muted'}>{sign}</span>
      )}
      {figures}
    </span>
  );
}
