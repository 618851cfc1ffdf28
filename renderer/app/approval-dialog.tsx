import { useState } from 'react';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { ApprovalView } from '../../shared/contract/session.ts';
import type { StaffCard } from '../../shared/contract/setup.ts';
import { approvable, mayDo, type Permission } from '../../shared/domain/roles.ts';
import { explain, type Sentence } from '../../shared/i18n/index.ts';
import type { Result } from '../../shared/lib/result.ts';
import { useEntry } from '../input/entry.ts';
import { useKeys } from '../input/keys.ts';
import { codeEntry, PinEntry, pinEntry } from '../input/pin-entry.tsx';
import { Button } from '../kit/button.tsx';
import '../kit/chinese-words.ts';
import { Choice } from '../kit/choice.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Fault, Notice } from '../kit/notice.tsx';
import { useWords } from '../kit/words.tsx';
import { useCommand, useLive } from '../live/index.tsx';
import type { Asking } from './approval.tsx';
import { TellOnPhone, WhatIsAsked } from './approval-asked.tsx';

const mayApprove = (staff: StaffCard, permission: Permission): boolean =>
  !staff.blocked && approvable.includes(permission) && mayDo[staff.role].includes(permission);

/** Leave by PIN, by a badge held to the scanner, or by a code that a manager elsewhere reads over the phone. */
export function ApprovalDialog(asking: Asking) {
  const { wanted, settle } = asking;
  const { t, format } = useWords();
  const words = t.common.approval;
  const by = {
    pin: useCommand('session.approve', { quiet: true }),
    badge: useCommand('session.approveByBadge', { quiet: true }),
    code: useCommand('session.approveByCode', { quiet: true }),
  };
  const everybody = useLive('setup.state')?.staff ?? [];
  const [onPhone, setOnPhone] = useState(false);
  const able = everybody.filter(
    staff => mayApprove(staff, wanted.permission) && (!onPhone || staff.hasCodes),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [fault, setFault] = useState<Sentence | null>(null);
  const pin = useEntry(pinEntry);
  const code = useEntry(codeEntry);
  const entry = onPhone ? code : pin;
  const staff = able.find(each => each.id === chosen) ?? able[0];
  const asked = { word: wanted.word, subject: wanted.subject, permission: wanted.permission };

  const heard = (answer: Result<ApprovalView, Refusal>) => {
    entry.clear();
    if (answer.ok) settle(answer.value.approval);
    else setFault(explain(answer.refusal, t, format));
  };
  const give = async () => {
    const typed = entry.read();
    if (!staff || typed === '') return;
    if (!onPhone) heard(await by.pin({ staff: staff.id, pin: typed, ...asked }));
    else if (typed.length === codeEntry.lengthMax)
      heard(await by.code({ staff: staff.id, code: typed, ...asked }));
    else setFault(t.session.codeShort);
  };
  const change = () => {
    setOnPhone(!onPhone);
    setFault(null);
    pin.clear();
    code.clear();
  };
  const back = () => (onPhone ? change() : settle(null));
  const move = (step: number) => {
    const at = able.findIndex(each => each.id === staff?.id);
    setChosen(able[(at + step + able.length) % able.length]?.id ?? null);
  };
  useKeys({
    modal: true,
    entry,
    scan: text => void by.badge({ text, ...asked }).then(heard),
    keys: {
      back,
      confirm: () => void give(),
      swap: change,
      up: () => move(-1),
      down: () => move(1),
    },
  });

  return (
    <Dialog
      wide
      title={onPhone ? words.phoneTitle : words.title}
      onClose={back}
      actions={
        <>
          <Button onPress={back} act="back">
            {onPhone ? t.common.back : t.common.cancel}
          </Button>
          <Button onPress={change} act="swap">
            {onPhone ? words.withPin : words.onPhone}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)_330px] gap-6">
        <div className="flex flex-col gap-3">
          {onPhone ? <TellOnPhone {...asking} /> : <WhatIsAsked {...asking} />}
          {staff ? (
            <Choice
              columns={1}
              label={words.who}
              value={staff.id}
              options={able.map(each => ({
                value: each.id as string,
                label: each.name,
                note: t.common.roles[each.role],
              }))}
              onChange={setChosen}
            />
          ) : (
            <Notice tone="amber" title={onPhone ? words.nobodyOnPhone : words.nobody} />
          )}
        </div>
        <div className="flex flex-col justify-end gap-3">
          <Fault fault={fault} />
          {staff && (
            <PinEntry
              entry={entry}
              open={onPhone}
              label={onPhone ? words.code : words.pin}
              onEnter={() => void give()}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
