import type { Sentence } from '../../../shared/i18n/index.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useWords } from '../../kit/words.tsx';

/** The till's clock stands before the last thing it knows of: somebody looks at the clock on the wall. */
export function ClockDialog(props: { said: Sentence; onTrust: () => void; onClose: () => void }) {
  const { t } = useWords();
  useKeys({ modal: true, keys: { 'choice-1': props.onTrust, back: props.onClose } });
  return (
    <Dialog
      title={props.said.what}
      onClose={props.onClose}
      wide
      actions={
        <>
          <Button size="tender" act="back" onPress={props.onClose}>
            {t.common.back}
          </Button>
          <Button tone="amber" size="tender" act="choice-1" onPress={props.onTrust}>
            {t.shifts.open.trustClock}
          </Button>
        </>
      }
    >
      <p className="text-lead">{props.said.todo}</p>
    </Dialog>
  );
}
