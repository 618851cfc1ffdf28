import type { StaffCard } from '../../../shared/contract/setup.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** The second key of erasing somebody's personal data, which nothing brings back. */
export function ForgetDialog(props: { person: StaffCard; onClose: () => void; onDone: () => void }) {
  const { person, onClose, onDone } = props;
  const { t } = useWords();
  const words = t.people;
  const forget = useCommand('setup.forgetStaff');
  const confirm = async () => {
    const answer = await forget({ staff: person.id });
    if (answer.ok) onDone();
    else onClose();
  };
  useKeys({ modal: true, keys: { remove: () => void confirm(), back: onClose } });
  return (
    <Dialog
      title={words.forgetTitle(person.name)}
      onClose={onClose}
      actions={
        <>
          <Button tone="danger" size="tender" act="remove" onPress={() => void confirm()}>
            {words.forgetConfirm}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">{words.forgetWhat}</p>
    </Dialog>
  );
}
