import { useState } from 'react';
import type { StaffCard } from '../../../shared/contract/setup.ts';
import { explain } from '../../../shared/i18n/index.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** Another name for the same person; receipts that are printed from now on carry it. */
export function RenameDialog({ person, onClose }: { person: StaffCard; onClose: () => void }) {
  const { t, format } = useWords();
  const rename = useCommand('setup.rename', { quiet: true });
  const [name, setName] = useState(person.name);
  const [fault, setFault] = useState<string | null>(null);
  const save = async () => {
    const wanted = name.trim();
    if (wanted === '') {
      setFault(t.setup.settings.staffNameMissing);
      return;
    }
    const answer = await rename({ staff: person.id, name: wanted });
    if (answer.ok) onClose();
    else setFault(explain(answer.refusal, t, format).what);
  };
  useKeys({ modal: true, keys: { back: onClose, confirm: () => void save() } });
  return (
    <Dialog
      title={t.people.renameTitle(person.name)}
      onClose={onClose}
      actions={
        <>
          <Button tone="main" act="confirm" onPress={() => void save()}>
            {t.common.save}
          </Button>
          <Button act="back" onPress={onClose}>
            {t.common.back}
          </Button>
        </>
      }
    >
      <Field
        autoFocus
        label={t.setup.settings.staffName}
        value={name}
        maxLength={20}
        error={fault}
        onChange={text => {
          setName(text);
          setFault(null);
        }}
      />
    </Dialog>
  );
}
