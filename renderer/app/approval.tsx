import { useState } from 'react';
import { create } from 'zustand';
import type { StaffCard } from '../../shared/contract/setup.ts';
import { approvable, mayDo, type Permission } from '../../shared/domain/roles.ts';
import { explain } from '../../shared/i18n/index.ts';
import { useEntry } from '../input/entry.ts';
import { useKeys } from '../input/keys.ts';
import { PinEntry, pinEntry } from '../input/pin-entry.tsx';
import { Button } from '../kit/button.tsx';
import { Choice } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { useWords } from '../kit/words.tsx';
import { useCommand, useLive } from '../live/index.tsx';
import type { AskApproval } from '../live/live.ts';

type Wanted = Parameters<AskApproval>[0];
type Asking = { readonly wanted: Wanted; readonly settle: (approval: string | null) => void };

const useAsking = create<{ asking: readonly Asking[] }>(() => ({ asking: [] }));

/** Puts the question on the screen; several wait in line. Answers the approval, or null when it was not given. */
export const askApproval: AskApproval = wanted =>
  new Promise(resolve => {
    const asking: Asking = {
      wanted,
      settle: approval => {
        useAsking.setState(state => ({ asking: state.asking.filter(each => each !== asking) }));
        resolve(approval);
      },
    };
    useAsking.setState(state => ({ asking: [...state.asking, asking] }));
  });

/** Stands in the shell: a manager's PIN on the spot, for whichever word asked. */
export function Approvals() {
  const [asking] = useAsking(state => state.asking);
  return asking ? <ApprovalDialog {...asking} /> : null;
}

const mayApprove = (staff: StaffCard, permission: string): boolean =>
  approvable.includes(permission as Permission) && mayDo[staff.role].includes(permission as Permission);

function ApprovalDialog({ wanted, settle }: Asking) {
  const { t, format } = useWords();
  const approve = useCommand('session.approve', { quiet: true });
  const able = (useLive('setup.state')?.staff ?? []).filter(staff => mayApprove(staff, wanted.permission));
  const [chosen, setChosen] = useState<string | null>(null);
  const [fault, setFault] = useState<{ what: string; todo: string } | null>(null);
  const pin = useEntry(pinEntry);
  const staff = able.find(each => each.id === chosen) ?? able[0];
  const refuse = () => settle(null);

  const give = async () => {
    if (!staff || pin.read() === '') return;
    const answer = await approve({
      staff: staff.id,
      pin: pin.read(),
      word: wanted.word,
      subject: wanted.subject,
    });
    pin.clear();
    if (answer.ok) settle(answer.value.approval);
    else setFault(explain(answer.refusal, t, format));
  };
  const move = (by: number) => {
    const at = able.findIndex(each => each.id === staff?.id);
    setChosen(able[(at + by + able.length) % able.length]?.id ?? null);
  };
  useKeys({
    modal: true,
    entry: pin,
    keys: {
      Escape: refuse,
      Enter: () => void give(),
      ArrowUp: () => move(-1),
      ArrowDown: () => move(1),
    },
  });

  const act = (t.common.permissions as Readonly<Record<string, string>>)[wanted.permission] ?? wanted.word;
  return (
    <Dialog
      title={t.common.approval.title}
      onClose={refuse}
      actions={
        <Button onPress={refuse} keyName="Esc">
          {t.common.cancel}
        </Button>
      }
    >
      <p>{t.common.approval.what(act)}</p>
      {fault && (
        <Notice tone="red" title={fault.what}>
          {fault.todo}
        </Notice>
      )}
      {staff ? (
        <>
          <Choice
            label={t.common.approval.who}
            value={staff.id}
            options={able.map(each => ({
              value: each.id as string,
              label: each.name,
              note: t.common.roles[each.role],
            }))}
            onChange={setChosen}
          />
          <PinEntry entry={pin} label={t.common.approval.pin} onEnter={() => void give()} />
        </>
      ) : (
        <Notice tone="amber" title={t.common.approval.nobody} />
      )}
    </Dialog>
  );
}
