import { parseQuantity } from '../../../shared/domain/quantity.ts';
import { useEntry } from '../../input/entry.ts';
import { PadDialog } from '../../input/pad-dialog.tsx';
import { useWords } from '../../kit/words.tsx';
import type { Refunding } from './use-refund.ts';

/** How much of the line comes back; more than is left of it is all that is left. */
export function QuantityDialog({ refunding, onClose }: { refunding: Refunding; onClose: () => void }) {
  const { t, format } = useWords();
  const { line, left } = refunding.row;
  const entry = useEntry({ accepts: /^\d{0,5}(?:\.\d{0,3})?$/ });
  const set = () => {
    const count = parseQuantity(entry.read());
    if (count.ok) refunding.setQuantity(count.value);
    onClose();
  };
  return (
    <PadDialog
      title={t.refunding.quantityOf(line.name)}
      lead={t.refunding.atMost(format.quantity(left, line.unit))}
      entry={entry}
      onEnter={set}
      onClose={onClose}
    />
  );
}
