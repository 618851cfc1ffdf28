import { amountFactors, type LabelRule, weightUnits } from '../../../shared/domain/labels/rule.ts';
import { Button } from '../../kit/button.tsx';
import { Select } from '../../kit/select.tsx';
import { useWords } from '../../kit/words.tsx';
import { ReadByRule } from './label-reading.tsx';

/** One rule: its pattern as on the scale, what one of E and N is, and its place among the others. */
export function LabelRuleRow(props: {
  rule: LabelRule;
  place: number;
  may: boolean;
  /** The label that is being tried, or nothing. */
  sample: string;
  /** The place of an earlier rule that reads it first. */
  before: number | null;
  onChange: (rule: LabelRule) => void;
  /** Null for the first. */
  onUp: (() => void) | null;
  onRemove: () => void;
}) {
  const { rule, place, may, sample, before, onChange, onUp, onRemove } = props;
  const { t } = useWords();
  const words = t.labels;
  const name = `${words.place(place)} ${rule.pattern}`;
  return (
    <li aria-label={name} className="flex flex-col gap-2 rounded-till border border-line px-4 py-3">
      <div className="flex items-center gap-3">
        <span className="min-w-0 flex-1">
          <span className="mr-3 text-note text-muted">{words.place(place)}</span>
          <span className="font-mono text-lead font-semibold tracking-wide">{rule.pattern}</span>
        </span>
        {onUp && (
          <Button disabled={!may} label={`${words.up}: ${rule.pattern}`} onPress={onUp}>
            ↑ {words.up}
          </Button>
        )}
        <Button disabled={!may} label={`${words.remove}: ${rule.pattern}`} onPress={onRemove}>
          {words.remove}
        </Button>
      </div>
      <div className="grid grid-cols-[1fr_1fr_2fr] gap-3">
        {rule.pattern.includes('E') ? (
          <Select
            label={words.amountIn}
            value={String(rule.amountFactor)}
            disabled={!may}
            options={amountFactors.map(value => ({ value: String(value), label: words.amountUnits[value] }))}
            onChange={value =>
              onChange({
                ...rule,
                amountFactor: amountFactors.find(each => String(each) === value) ?? rule.amountFactor,
              })
            }
          />
        ) : (
          <span />
        )}
        {rule.pattern.includes('N') ? (
          <Select
            label={words.weightIn}
            value={rule.weightUnit}
            disabled={!may}
            options={weightUnits.map(value => ({ value, label: words.weightUnits[value] }))}
            onChange={value =>
              onChange({ ...rule, weightUnit: weightUnits.find(each => each === value) ?? rule.weightUnit })
            }
          />
        ) : (
          <span />
        )}
        <Select
          label={words.zeros}
          value={rule.keepZeros ? 'kept' : 'off'}
          disabled={!may}
          options={[
            { value: 'kept', label: words.zerosKept },
            { value: 'off', label: words.zerosOff },
          ]}
          onChange={value => onChange({ ...rule, keepZeros: value === 'kept' })}
        />
      </div>
      {sample !== '' && (
        <div className="border-t border-line pt-2">
          <ReadByRule rule={rule} text={sample} before={before} />
        </div>
      )}
    </li>
  );
}
