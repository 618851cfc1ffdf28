import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** The second key of taking a channel out of use. */
export function RemoveChannelDialog(props: { channel: string; title: string; onClose: () => void }) {
  const { channel, title, onClose } = props;
  const { t } = useWords();
  const words = t.channels;
  const remove = useCommand('paying.removeChannel');
  const confirm = async () => {
    onClose();
    const answer = await remove({ channel });
    if (answer.ok) toast({ tone: 'plain', title: words.removed(title) });
  };
  useKeys({ modal: true, keys: { remove: () => void confirm(), back: onClose } });
  return (
    <Dialog
      title={words.removeTitle(title)}
      onClose={onClose}
      actions={
        <>
          <Button tone="danger" size="tender" act="remove" onPress={() => void confirm()}>
            {words.remove}
          </Button>
          <Button size="tender" act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <p className="text-lead">{words.removeWhat}</p>
    </Dialog>
  );
}
