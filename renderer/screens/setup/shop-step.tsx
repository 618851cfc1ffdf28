import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { useWords } from '../../kit/words.tsx';
import { type Draft, digitsOf, type Fault, ownerNameMax, pinMax, shopNameMax } from './draft.ts';

/** The shop's name, the owner's name, and a PIN that nobody else has chosen. */
export function ShopStep(props: {
  draft: Draft;
  faults: readonly Fault[];
  onChange: (change: Partial<Draft>) => void;
  onNext: () => void;
  onBack: () => void;
}) {
  const { t } = useWords();
  const { draft, onChange } = props;
  useKeys({ keys: { confirm: props.onNext } });
  const fault = (...among: Fault[]): string | null => {
    const found = among.find(each => props.faults.includes(each));
    return found ? t.setup.first.faults[found] : null;
  };
  return (
    <Form onEnter={props.onNext} className="flex flex-1 flex-col gap-5">
      <div className="grid grid-cols-2 gap-5">
        <Field
          label={t.setup.first.shopName}
          hint={t.setup.first.shopNameHint}
          error={fault('shopName')}
          value={draft.shopName}
          maxLength={shopNameMax}
          autoFocus={!props.faults.includes('pinEasy')}
          onChange={shopName => onChange({ shopName })}
        />
        <Field
          label={t.setup.first.ownerName}
          hint={t.setup.first.ownerNameHint}
          error={fault('ownerName')}
          value={draft.ownerName}
          maxLength={ownerNameMax}
          onChange={ownerName => onChange({ ownerName })}
        />
        <Field
          label={t.setup.first.pin}
          hint={t.setup.first.pinHint}
          error={fault('pinShape', 'pinEasy')}
          autoFocus={props.faults.includes('pinEasy')}
          type="password"
          inputMode="numeric"
          value={draft.pin}
          maxLength={pinMax}
          onChange={pin => onChange({ pin: digitsOf(pin) })}
        />
        <Field
          label={t.setup.first.pinAgain}
          error={fault('pinDiffers')}
          type="password"
          inputMode="numeric"
          value={draft.pinAgain}
          maxLength={pinMax}
          onChange={pinAgain => onChange({ pinAgain: digitsOf(pinAgain) })}
        />
      </div>
      <div className="mt-auto flex justify-between">
        <Button size="tender" act="back" onPress={props.onBack}>
          {t.setup.first.back}
        </Button>
        <Button tone="main" size="tender" act="confirm" onPress={props.onNext} className="px-8">
          {t.setup.first.next}
        </Button>
      </div>
    </Form>
  );
}
