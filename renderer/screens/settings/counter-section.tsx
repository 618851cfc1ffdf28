import { useState } from 'react';
import { type FloorGuard, floorGuards } from '../../../shared/domain/floor.ts';
import { minorDigits, parseMinor, plainAmount } from '../../../shared/domain/money.ts';
import { type RemovalAsk, type RemovalRule, removalAsks } from '../../../shared/domain/removal.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Choice } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { useWords } from '../../kit/words.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { useAmountLabel } from './use-amount-label.ts';
import { useSaved } from './use-saved.ts';

/** What a cashier may do at the counter alone, and what somebody is asked about. */
export function CounterSection({ setup, may }: SectionProps) {
  const { t } = useWords();
  const words = t.setup.settings.counter;
  const { save } = useSaved();
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-2">
        <Choice<FloorGuard>
          label={words.floor}
          columns={3}
          value={setup.floorGuard}
          options={floorGuards.map(value => ({ value, label: words.floorGuards[value] }))}
          onChange={value => may && void save([{ setting: 'floor-guard', value }])}
        />
        <p className="text-note break-keep wrap-anywhere text-muted">{words.floorNote}</p>
      </div>
      <RemovalReasons setup={setup} may={may} />
    </div>
  );
}

/** When taking goods out again asks why, and from which worth on. */
function RemovalReasons({ setup, may }: SectionProps) {
  const { t } = useWords();
  const words = t.setup.settings.counter;
  const amountLabel = useAmountLabel();
  const { save, busy } = useSaved();
  const { currency, removalRule: rule } = setup;
  const saved = plainAmount(rule.above, minorDigits(currency));
  const [above, setAbove] = useState(saved);
  const read = parseMinor(above, minorDigits(currency));
  const keep = (next: RemovalRule) => void save([{ setting: 'removal-rule', value: next }]);
  const ready = may && !busy && read.ok && read.value !== rule.above;
  const go = () => {
    if (ready && read.ok) keep({ ...rule, above: read.value });
  };
  useKeys({ keys: { confirm: go } });
  return (
    <div className="flex flex-col gap-2">
      <Choice<RemovalAsk>
        label={words.removal}
        columns={3}
        value={rule.ask}
        options={removalAsks.map(value => ({ value, label: words.removalAsks[value] }))}
        onChange={ask => may && keep({ ...rule, ask })}
      />
      <p className="text-note break-keep wrap-anywhere text-muted">{words.removalNote}</p>
      {rule.ask === 'above' && (
        <Form onEnter={go} className="mt-2 grid grid-cols-2 items-end gap-x-5">
          <Field
            label={amountLabel(words.removalAbove)}
            error={read.ok ? null : words.notASum}
            value={above}
            inputMode="decimal"
            maxLength={12}
            disabled={!may}
            onChange={setAbove}
          />
          <div className="flex justify-end self-start pt-7">
            <Button tone="main" act="confirm" className="min-w-44" disabled={!ready} onPress={go}>
              {t.common.save}
            </Button>
          </div>
        </Form>
      )}
    </div>
  );
}
