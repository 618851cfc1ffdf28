import { useState } from 'react';
import type { StaffCard } from '../../../shared/contract/setup.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import { type Hired, hired } from './add-staff.tsx';
import { BadgeDialog } from './badge-dialog.tsx';
import { ForgetDialog } from './forget-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';

type Step = 'acts' | 'rename' | 'badge' | 'forget';

/** What can be done about one person; each step that needs more than a press has a dialog of its own. */
export function PersonDialog({ person, onClose }: { person: StaffCard; onClose: () => void }) {
  const [step, setStep] = useState<Step>('acts');
  const back = () => setStep('acts');
  switch (step) {
    case 'rename':
      return <RenameDialog person={person} onClose={back} />;
    case 'badge':
      return <BadgeDialog person={person} onClose={back} />;
    case 'forget':
      return <ForgetDialog person={person} onClose={back} onDone={onClose} />;
    case 'acts':
      return <Acts person={person} onClose={onClose} onStep={setStep} />;
  }
}

function Acts(props: { person: StaffCard; onClose: () => void; onStep: (step: Step) => void }) {
  const { person, onClose, onStep } = props;
  const { t } = useWords();
  const words = t.people;
  const staff = person.id;
  const isOwner = useLive('session.current')?.permissions.includes('manage-settings') ?? false;
  const setRole = useCommand('setup.setRole');
  const setBlocked = useCommand('setup.setBlocked');
  const removeBadge = useCommand('setup.removeBadge');
  const removeTotp = useCommand('setup.removeTotp');
  const unlock = useCommand('session.unlock');
  const tell = (said: string) => (answer: { ok: boolean }) => {
    if (answer.ok) toast({ tone: 'green', title: said });
  };
  useKeys({ modal: true, keys: { back: onClose } });
  return (
    <Dialog
      wide
      title={person.name}
      onClose={onClose}
      actions={
        <Button onPress={onClose} act="back">
          {t.common.back}
        </Button>
      }
    >
      <Choice<Hired>
        label={t.setup.settings.role}
        columns={3}
        value={person.role === 'operator' ? null : person.role}
        options={hired.map(value => ({
          value,
          label: t.common.roles[value],
          note: t.setup.settings.roleNotes[value],
        }))}
        onChange={role => void setRole({ staff, role }).then(tell(words.roleChanged(person.name)))}
      />
      <div className="grid grid-cols-2 gap-3">
        {person.lockedSeconds > 0 && (
          <Button
            tone="amber"
            onPress={() => void unlock({ staff }).then(tell(words.unlocked))}
            note={words.unlockNote}
            className="py-2"
          >
            {words.unlock}
          </Button>
        )}
        <Button onPress={() => onStep('rename')}>{words.rename}</Button>
        <Button onPress={() => onStep('badge')} note={words.badgeNote} className="py-2">
          {person.hasBadge ? words.otherBadge : words.giveBadge}
        </Button>
        {person.hasBadge && (
          <Button onPress={() => void removeBadge({ staff }).then(tell(words.badgeRemoved))}>
            {words.removeBadge}
          </Button>
        )}
        {person.hasCodes && (
          <Button onPress={() => void removeTotp({ staff }).then(tell(words.phoneRemoved))}>
            {words.removePhone}
          </Button>
        )}
        <Button
          tone={person.blocked ? 'plain' : 'amber'}
          note={person.blocked ? words.unblockNote : words.blockNote}
          className="py-2"
          onPress={() => void setBlocked({ staff, blocked: !person.blocked })}
        >
          {person.blocked ? words.unblock : words.block}
        </Button>
        {isOwner && (
          <Button tone="amber" onPress={() => onStep('forget')} note={words.forgetNote} className="py-2">
            {words.forget}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
