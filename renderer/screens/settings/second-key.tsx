import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useWords } from '../../kit/words.tsx';

/** The second key of what is not undone by another: says what will be gone, and Del does it. */
export function SecondKey(props: {
  title: string;
  what: string;
  /** What the button says. */
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { onConfirm, onClose } = props;
  const { t } = useWords();
  useKeys({ modal: true, keys: { remove: onConfirm, back: onClose } });
  return (
    <Dialog
      title={props.title}
      onClose={onClose}
      actions={
        <>
          <Button tone="danger" size="tender" act="remove" onPress={onConfirm}>
            {props.confirm}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">{props.what}</p>
    </Dialog>
  );
}
