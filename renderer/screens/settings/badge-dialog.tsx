import { useState } from 'react';
import type { StaffCard } from '../../../shared/contract/setup.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Fault } from '../../kit/notice.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** Gives somebody a badge: it is scanned, never typed, and its text is shown nowhere. */
export function BadgeDialog({ person, onClose }: { person: StaffCard; onClose: () => void }) {
  const { t, format } = useWords();
  const words = t.people;
  const setBadge = useCommand('setup.setBadge', { quiet: true });
  const [fault, setFault] = useState<Sentence | null>(null);
  const scanned = async (text: string) => {
    const answer = await setBadge({ staff: person.id, text });
    if (!answer.ok) {
      setFault(explain(answer.refusal, t, format));
      return;
    }
    toast({ tone: 'green', title: words.badgeGiven(person.name) });
    onClose();
  };
  useKeys({ modal: true, keys: { back: onClose }, scan: text => void scanned(text) });
  return (
    <Dialog
      title={words.badgeTitle(person.name)}
      onClose={onClose}
      actions={
        <Button act="back" onPress={onClose}>
          {t.common.back}
        </Button>
      }
    >
      <p className="text-lead font-semibold">{words.badgeScan}</p>
      <p className="text-muted">{words.badgeAdvice}</p>
      <Fault fault={fault} />
    </Dialog>
  );
}
