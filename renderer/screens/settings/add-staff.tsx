import { useState } from 'react';
import { roles } from '../../../shared/domain/roles.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { Notice } from '../../kit/notice.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** Roles that people have. */
export const hired = roles.filter(role => role !== 'operator');
export type Hired = (typeof hired)[number];
const pinShape = /^\d{4,8}$/;
const empty = { name: '', role: 'cashier' as Hired, pin: '', pinAgain: '' };

/** Adding somebody: the new one types the PIN twice, so that nobody else knows it. */
export function AddStaff() {
  const { t, format } = useWords();
  const words = t.setup.settings;
  const addStaff = useCommand('setup.addStaff', { quiet: true });
  const [draft, setDraft] = useState(empty);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Sentence | null>(null);
  const faults = {
    name: draft.name.trim() === '' ? words.staffNameMissing : null,
    pin: pinShape.test(draft.pin) ? null : t.setup.first.faults.pinShape,
    pinAgain: draft.pin === draft.pinAgain ? null : t.setup.first.faults.pinDiffers,
  };
  const change = (part: Partial<typeof empty>) => {
    setDraft(now => ({ ...now, ...part }));
    setRefused(null);
  };
  const add = async () => {
    setTried(true);
    if (faults.name || faults.pin || faults.pinAgain) return;
    const { name, role, pin } = draft;
    const answer = await addStaff({ name: name.trim(), role, pin });
    if (!answer.ok) {
      setRefused(explain(answer.refusal, t, format));
      return;
    }
    setDraft(empty);
    setTried(false);
    toast({ tone: 'green', title: words.staffAdded(name.trim()) });
  };
  useKeys({ keys: { confirm: () => void add() } });
  const shown = (fault: string | null) => (tried ? fault : null);
  return (
    <Form onEnter={() => void add()} className="flex flex-col gap-4 border-t border-line pt-5">
      <h2 className="text-lead font-semibold">{words.addStaff}</h2>
      <div className="break-keep wrap-anywhere">
        <Choice<Hired>
          label={words.role}
          columns={3}
          value={draft.role}
          options={hired.map(value => ({
            value,
            label: t.common.roles[value],
            note: words.roleNotes[value],
          }))}
          onChange={role => change({ role })}
        />
      </div>
      <div className="grid grid-cols-3 gap-2">
        <Field
          label={words.staffName}
          error={shown(faults.name)}
          value={draft.name}
          maxLength={20}
          onChange={name => change({ name })}
        />
        <Field
          label={words.staffPin}
          error={shown(faults.pin)}
          type="password"
          inputMode="numeric"
          value={draft.pin}
          maxLength={8}
          onChange={pin => change({ pin })}
        />
        <Field
          label={words.staffPinAgain}
          error={shown(faults.pinAgain)}
          type="password"
          inputMode="numeric"
          value={draft.pinAgain}
          maxLength={8}
          onChange={pinAgain => change({ pinAgain })}
        />
      </div>
      {refused && (
        <Notice tone="red" title={refused.what}>
          {refused.todo}
        </Notice>
      )}
      <Button tone="main" act="confirm" className="min-w-44 self-end" onPress={() => void add()}>
        {words.addStaff}
      </Button>
    </Form>
  );
}
