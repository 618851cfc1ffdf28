import type { CartView } from '../../../shared/contract/selling.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** Before the money: has the cashier seen that the customer is old enough? One key says so, and the journal keeps it. */
export function AgeDialog(props: { cart: CartView; onClose: () => void; onConfirmed: () => void }) {
  const { cart, onClose, onConfirmed } = props;
  const { t } = useWords();
  const words = t.selling.age;
  const confirmAge = useCommand('selling.confirmAge');
  const confirm = async () => {
    const answer = await confirmAge({ cart: cart.id });
    onClose();
    if (answer.ok) onConfirmed();
  };
  useKeys({ modal: true, keys: { confirm: () => void confirm(), back: onClose } });
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button tone="main" size="tender" act="confirm" onPress={() => void confirm()}>
            {words.confirm}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">{words.what}</p>
      <ul className="mt-2 list-disc pl-6 text-lead font-semibold">
        {cart.priced.lines
          .filter(line => line.flags.ageCheck)
          .map(line => (
            <li key={line.id}>{line.name}</li>
          ))}
      </ul>
      <p className="mt-2 text-body">{words.todo}</p>
    </Dialog>
  );
}
