import type { CartView } from '../../../shared/contract/selling.ts';
import type { RemovalReason } from '../../../shared/domain/removal.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

/** The second key of voiding: that it is meant, or why, where the till asks; one key either way. */
export function VoidDialog({ cart, onClose }: { cart: CartView; onClose: () => void }) {
  const { t, format } = useWords();
  const voidCart = useCommand('selling.voidCart');
  const confirm = async (reason?: RemovalReason) => {
    const answer = await voidCart({ cart: cart.id, reason });
    if (!answer.ok && answer.refusal.code === 'reason-needed') return;
    onClose();
    if (answer.ok) toast({ tone: 'plain', title: t.selling.void.done });
  };
  const what = t.selling.void.what(cart.priced.pieces, format.amount(cart.priced.due));
  return cart.voidAsks ? (
    <ReasonDialog
      title={t.selling.removal.voidTitle}
      what={what}
      onPick={reason => void confirm(reason)}
      onClose={onClose}
    />
  ) : (
    <Confirm what={what} onConfirm={() => void confirm()} onClose={onClose} />
  );
}

/** It is Del, not Enter, for a scanner sends Enter. */
function Confirm(props: { what: string; onConfirm: () => void; onClose: () => void }) {
  const { onConfirm, onClose } = props;
  const { t } = useWords();
  useKeys({ modal: true, keys: { remove: onConfirm, void: onConfirm, back: onClose } });
  return (
    <Dialog
      title={t.selling.void.title}
      onClose={onClose}
      actions={
        <>
          <Button tone="danger" size="tender" act="remove" onPress={onConfirm}>
            {t.selling.void.confirm}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <div className="text-lead">
        <p>{props.what}</p>
        <p>{t.selling.void.todo}</p>
      </div>
    </Dialog>
  );
}
