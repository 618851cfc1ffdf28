import { parseQuantity } from '../../../shared/domain/quantity.ts';
import { padInto, useEntry } from '../../input/entry.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Numpad } from '../../kit/numpad.tsx';
import { useWords } from '../../kit/words.tsx';
import type { Refunding } from './use-refund.ts';

/** How much of the line comes back; more than is left of it is all that is left. */
export function QuantityDialog({ refunding, onClose }: { refunding: Refunding; onClose: () => void }) {
  const { t, format } = useWords();
  const { line, left } = refunding.row;
  const entry = useEntry({ accepts: /^\d{0,5}(?:\.\d{0,3})?$/ });
  const set = () => {
    const count = parseQuantity(entry.text);
    if (count.ok) refunding.setQuantity(count.value);
    onClose();
  };
  useKeys({ modal: true, entry, keys: { confirm: set, back: onClose } });
  return (
    <Dialog
      title={t.refunding.quantityOf(line.name)}
      onClose={onClose}
      actions={
        <>
          <Button tone="main" size="tender" act="confirm" onPress={set}>
            {t.common.confirm}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">{t.refunding.atMost(format.quantity(left, line.unit))}</p>
      <p className="flex min-h-16 items-center justify-end rounded-till border-2 border-edge bg-sunk px-4 text-[42px] font-[650] tabular-nums">
        {entry.text || '—'}
      </p>
      <Numpad
        enterLabel={t.common.padEnter}
        backLabel={t.common.delete}
        onKey={key => padInto(entry, key, set)}
      />
    </Dialog>
  );
}
