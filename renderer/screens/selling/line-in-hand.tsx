import type { PricedLine } from '../../../shared/domain/pricing.ts';
import { useWords } from '../../kit/words.tsx';

/** Reads the line in hand out: what a scan has added, or where the arrows stand. Eyes have the list. */
export function LineInHand({ line }: { line: PricedLine | null }) {
  const { format } = useWords();
  return (
    <p role="status" className="sr-only">
      {line && `${line.name} × ${format.quantity(line.quantity, line.unit)}, ${format.figures(line.amount)}`}
    </p>
  );
}
