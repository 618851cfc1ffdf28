import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Numpad } from '../kit/numpad.tsx';
import { useWords } from '../kit/words.tsx';
import { type Entry, padInto } from './entry.ts';
import { useKeys } from './keys.ts';

/** Asks for one number over a screen that has no room for a pad of its own; Enter takes it. */
export function PadDialog(props: {
  title: string;
  entry: Entry;
  onEnter: () => void;
  onClose: () => void;
  /** Above the number: what it may be. */
  lead?: string;
  /** Digits only, without `00` and `.`. */
  plain?: boolean;
  /** What is scanned in place of typing it. */
  onScan?: (text: string) => void;
}) {
  const { t } = useWords();
  const { entry, onEnter, onClose } = props;
  useKeys({
    modal: true,
    entry,
    keys: { confirm: onEnter, back: onClose },
    ...(props.onScan && { scan: props.onScan }),
  });
  return (
    <Dialog
      title={props.title}
      onClose={onClose}
      actions={
        <>
          <Button tone="main" size="tender" act="confirm" onPress={onEnter}>
            {t.common.confirm}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      {props.lead && <p className="text-lead">{props.lead}</p>}
      <p className="flex min-h-16 items-center justify-end rounded-till border-2 border-accent bg-surface px-4 text-[42px] font-[650] tabular-nums">
        {entry.text}
        <i aria-hidden className="ml-1 h-10 w-0.5 shrink-0 bg-accent" />
      </p>
      <Numpad
        {...(props.plain && { plain: true })}
        backLabel={t.common.delete}
        onKey={key => padInto(entry, key, onEnter)}
      />
    </Dialog>
  );
}
