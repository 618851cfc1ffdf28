import { useState } from 'react';
import type { ShiftRules } from '../../../shared/contract/shifts.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { Select } from '../../kit/select.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { draftOf, drawersMax, rulesOf } from './shift-rules.ts';
import { useAmountLabel } from './use-amount-label.ts';

const cutOffHours = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** When a business day ends, what a count may be off by, how much cash a drawer should hold, and the drawers. */
export function ShiftSection(props: SectionProps) {
  const rules = useLive('shifts.desk')?.rules;
  // A draft begins anew when what is saved has changed.
  return rules ? <Rules key={JSON.stringify(rules)} rules={rules} {...props} /> : null;
}

function Rules({ rules, setup, may }: SectionProps & { rules: ShiftRules }) {
  const { t } = useWords();
  const words = t.shifts.rules;
  const amountLabel = useAmountLabel();
  const say = useCommand('shifts.setRules');
  const [draft, setDraft] = useState(() => draftOf(rules, setup.currency));
  const [busy, setBusy] = useState(false);
  const next = rulesOf(draft, rules, setup.currency);
  const wrong = 'wrong' in next ? next.wrong : null;
  const changed = JSON.stringify(next) !== JSON.stringify(rules);
  const ready = may && !busy && changed && !wrong;
  const save = async () => {
    if (!ready || 'wrong' in next) return;
    setBusy(true);
    const answer = await say({ ...next, drawers: [...next.drawers] });
    setBusy(false);
    if (answer.ok) toast({ tone: 'green', title: t.setup.settings.saved });
  };
  const rename = (at: number, name: string) =>
    setDraft(now => ({ ...now, names: now.names.map((each, index) => (index === at ? name : each)) }));
  useKeys({ keys: { confirm: () => void save() } });

  return (
    <Form onEnter={() => void save()} className="grid grid-cols-2 gap-x-5 gap-y-4">
      <Select
        label={words.cutOff}
        value={String(draft.cutOffHour)}
        disabled={!may}
        options={cutOffHours.map(hour => ({ value: String(hour), label: words.cutOffAt(hour) }))}
        onChange={value => setDraft(now => ({ ...now, cutOffHour: Number(value) }))}
        hint={words.cutOffNote}
      />
      <span />
      {(['tolerance', 'drawerLimit'] as const).map(field => (
        <Field
          key={field}
          label={amountLabel(words[field])}
          hint={words.notes[field]}
          error={wrong === field ? words.notASum : null}
          value={draft[field]}
          inputMode="decimal"
          maxLength={12}
          disabled={!may}
          onChange={value => setDraft(now => ({ ...now, [field]: value }))}
        />
      ))}
      {draft.names.map((name, index) => (
        <Field
          // The places of drawers do not change while they are named.
          key={rules.drawers[index]?.drawer ?? index}
          label={words.drawer(index + 1)}
          value={name}
          maxLength={20}
          disabled={!may}
          placeholder={words.unnamed}
          onChange={value => rename(index, value)}
        />
      ))}
      <div className="col-span-2 flex flex-wrap gap-3">
        <Button
          disabled={!may || draft.names.length >= drawersMax}
          onPress={() => setDraft(now => ({ ...now, names: [...now.names, ''] }))}
        >
          {words.addDrawer}
        </Button>
        <Button
          disabled={!may || draft.names.length <= 1}
          onPress={() => setDraft(now => ({ ...now, names: now.names.slice(0, -1) }))}
        >
          {words.removeDrawer}
        </Button>
        <Button
          tone="main"
          act="confirm"
          className="ml-auto min-w-44"
          disabled={!ready}
          onPress={() => void save()}
        >
          {t.common.save}
        </Button>
      </div>
    </Form>
  );
}
