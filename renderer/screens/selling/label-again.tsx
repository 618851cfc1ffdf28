import { closeChoice, type Question } from '../../app/moments.tsx';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useWords } from '../../kit/words.tsx';

/** The same label was scanned twice: one package or two, only the cashier sees. Not by Enter, for a scanner sends it. */
export function LabelAgain(props: {
  question: Extract<Question, { outcome: 'label-again' }>;
  onAdd: (asked: string) => void;
}) {
  const { t, format } = useWords();
  const { asked, name, sum } = props.question;
  const words = t.selling.labelAgain;
  const add = () => {
    closeChoice();
    props.onAdd(asked);
  };
  useKeys({ modal: true, keys: { quantity: add, back: closeChoice } });
  return (
    <Dialog
      title={words.title}
      onClose={closeChoice}
      actions={
        <>
          <Button tone="main" size="tender" act="quantity" onPress={add}>
            {words.add}
          </Button>
          <Button size="tender" act="back" onPress={closeChoice}>
            {words.leave}
          </Button>
        </>
      }
    >
      <p className="text-lead font-semibold">{words.what(name, format.amount(sum))}</p>
      <p>{words.todo}</p>
    </Dialog>
  );
}
