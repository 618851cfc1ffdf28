import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { SecondKey } from './second-key.tsx';

/** Before a channel is taken out of use. */
export function RemoveChannelDialog(props: { channel: string; title: string; onClose: () => void }) {
  const { channel, title, onClose } = props;
  const words = useWords().t.channels;
  const remove = useCommand('paying.removeChannel');
  const confirm = async () => {
    onClose();
    const answer = await remove({ channel });
    if (answer.ok) toast({ tone: 'plain', title: words.removed(title) });
  };
  return (
    <SecondKey
      title={words.removeTitle(title)}
      what={words.removeWhat}
      confirm={words.remove}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
