import type { StaffCard } from '../../../shared/contract/setup.ts';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { SecondKey } from './second-key.tsx';

/** Before somebody's personal data is erased, which nothing brings back. */
export function ForgetDialog(props: { person: StaffCard; onClose: () => void; onDone: () => void }) {
  const { person, onClose, onDone } = props;
  const words = useWords().t.people;
  const forget = useCommand('setup.forgetStaff');
  const confirm = async () => {
    const answer = await forget({ staff: person.id });
    if (answer.ok) onDone();
    else onClose();
  };
  return (
    <SecondKey
      title={words.forgetTitle(person.name)}
      what={words.forgetWhat}
      confirm={words.forgetConfirm}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
