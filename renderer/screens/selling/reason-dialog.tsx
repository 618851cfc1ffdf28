import { type RemovalReason, removalReasons } from '../../../shared/domain/removal.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { Button, keepFocus } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { useWords } from '../../kit/words.tsx';

/** Why goods are taken out: one digit, or one touch. What goes is named above it. */
export function ReasonDialog(props: {
  title: string;
  what: string;
  onPick: (reason: RemovalReason) => void;
  onClose: () => void;
}) {
  const { onPick, onClose } = props;
  const { t } = useWords();
  const words = t.selling.removal;
  useKeys({
    modal: true,
    entry: useNumberChoice(
      Object.fromEntries(removalReasons.map((reason, index) => [index + 1, () => onPick(reason)])),
    ),
    keys: { back: onClose },
  });
  return (
    <Dialog
      title={props.title}
      onClose={onClose}
      actions={
        <Button size="tender" act="back" onPress={onClose}>
          {t.common.back}
        </Button>
      }
    >
      <p className="line-clamp-2 text-lead">{props.what}</p>
      <div className="flex flex-col gap-2">
        {removalReasons.map((reason, index) => (
          <button
            key={reason}
            type="button"
            onClick={() => onPick(reason)}
            onPointerDown={keepFocus}
            onMouseDown={keepFocus}
            className="flex min-h-14 items-center gap-4 rounded-till border-2 border-line bg-surface px-4 text-left text-lead active:brightness-90"
          >
            <KeyCap>{String(index + 1)}</KeyCap>
            {words.reasons[reason]}
          </button>
        ))}
      </div>
      <p className="text-legend text-muted">{words.hint}</p>
    </Dialog>
  );
}
