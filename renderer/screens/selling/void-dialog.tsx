import type { CartView } from '../../../shared/contract/selling.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** The second key of voiding. It is Del, not Enter, for a scanner sends Enter. */
export function VoidDialog({ cart, onClose }: { cart: CartView; onClose: () => void }) {
  const { t, format } = useWords();
  const voidCart = useCommand('selling.voidCart');
  const confirm = async () => {
    const answer = await voidCart({ cart: cart.id });
    onClose();
    if (answer.ok) toast({ tone: 'plain', title: t.selling.void.done });
  };
  useKeys({
    modal: true,
    keys: { remove: () => void confirm(), void: () => void confirm(), back: onClose },
  });
  return (
    <Dialog
      title={t.selling.void.title}
      onClose={onClose}
      actions={
        <>
          <Button tone="danger" size="tender" act="remove" onPress={() => void confirm()}>
            {t.selling.void.confirm}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">{t.selling.void.what(cart.priced.pieces, format.amount(cart.priced.due))}</p>
    </Dialog>
  );
}
