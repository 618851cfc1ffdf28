import type { HandOverProblem } from '../../../shared/domain/invoice/hand-over.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Scroll } from '../../kit/scroll.tsx';
import { useWords } from '../../kit/words.tsx';

/** Which invoices stayed behind at an export, and what each of them lacks. */
export function ExportProblems(props: { problems: readonly HandOverProblem[]; onClose: () => void }) {
  const { t } = useWords();
  useKeys({ modal: true, keys: { confirm: props.onClose, back: props.onClose } });
  return (
    <Dialog
      wide
      title={t.invoicing.heldBack(props.problems.length)}
      onClose={props.onClose}
      actions={
        <Button tone="main" act="confirm" onPress={props.onClose}>
          {t.common.confirm}
        </Button>
      }
    >
      <Scroll label={t.invoicing.heldBack(props.problems.length)} className="max-h-[50vh]">
        <ul>
          {props.problems.map(({ receipt, reason, goods }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same goods can lack the same twice.
            <li key={index} className="border-b border-line py-2 select-text">
              <b className="font-semibold">{receipt}</b> {t.invoicing.problems[reason](goods)}
            </li>
          ))}
        </ul>
      </Scroll>
    </Dialog>
  );
}
