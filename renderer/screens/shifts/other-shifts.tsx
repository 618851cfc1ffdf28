import type { OtherShiftView } from '../../../shared/contract/shifts.ts';
import { useKeys } from '../../input/keys.ts';
import { useNumberChoice } from '../../input/number-choice.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { closeOther } from './closing-target.ts';
import { useDrawerNames } from './use-drawer-names.ts';

/** Shifts that are open and do not sell: another drawer's to go on with, a box that was set aside to be counted. */
export function OtherShifts(props: { others: readonly OtherShiftView[]; onClose: () => void }) {
  const { t, format } = useWords();
  const words = t.shifts.others;
  const nameOf = useDrawerNames();
  const takeUp = useCommand('shifts.takeUp');
  const act = ({ shift, setAside }: OtherShiftView) => {
    props.onClose();
    if (setAside) closeOther(shift);
    else void takeUp({ shift });
  };
  useKeys({
    modal: true,
    entry: useNumberChoice(
      Object.fromEntries(props.others.map((other, index) => [index + 1, () => act(other)])),
    ),
    keys: { back: props.onClose },
  });
  return (
    <Dialog
      title={words.title}
      onClose={props.onClose}
      wide
      actions={
        <Button act="back" onPress={props.onClose}>
          {t.common.back}
        </Button>
      }
    >
      <p className="text-muted">{words.hint}</p>
      {props.others.map((other, index) => (
        <Button
          key={other.shift}
          plainKey={`${index + 1}`}
          className="py-2"
          note={other.setAside ? words.count : words.takeUp}
          onPress={() => act(other)}
        >
          {words.row(
            nameOf(other.drawer) ?? t.shifts.open.theDrawer,
            other.by,
            format.dayTime(other.openedAt),
          )}
        </Button>
      ))}
    </Dialog>
  );
}
