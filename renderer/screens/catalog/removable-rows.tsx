import { type ReactNode, useState } from 'react';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useWords } from '../../kit/words.tsx';
import { type MarkedRow, MarkedRows } from './marked-rows.tsx';

/** A list in a dialog, of which one row at a time can be taken away: arrows or a finger mark it, Del takes it. */
export function RemovableRows<T>(props: {
  title: string;
  of: readonly T[];
  row: (each: T) => MarkedRow;
  /** What the button says. */
  remove: string;
  onRemove: (marked: T) => void;
  onClose: () => void;
  /** Above the list, as long as it is empty and otherwise. */
  lead?: ReactNode;
  /** Height of the list, as a class. */
  rowsClass: string;
  /** Beneath the list, about the marked row. */
  detail?: (marked: T) => ReactNode;
}) {
  const { of, onClose } = props;
  const { t } = useWords();
  const [mark, setMark] = useState(0);
  const at = Math.min(mark, of.length - 1);
  const marked = of[at];
  const remove = () => {
    if (marked) props.onRemove(marked);
  };
  useKeys({
    modal: true,
    keys: { up: () => setMark(Math.max(0, at - 1)), down: () => setMark(at + 1), remove, back: onClose },
  });
  return (
    <Dialog
      wide
      title={props.title}
      onClose={onClose}
      actions={
        <>
          <Button tone="danger" size="tender" act="remove" disabled={!marked} onPress={remove}>
            {props.remove}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      {props.lead && <p className="text-muted">{props.lead}</p>}
      <MarkedRows className={props.rowsClass} at={at} onMark={setMark} rows={of.map(props.row)} />
      {marked && props.detail?.(marked)}
    </Dialog>
  );
}
