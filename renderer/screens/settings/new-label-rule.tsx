import { useState } from 'react';
import { readyMadeRules } from '../../../shared/domain/labels/ready-made.ts';
import { type LabelRule, labelRulesMax, parseRule, tidyPattern } from '../../../shared/domain/labels/rule.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { Select } from '../../kit/select.tsx';
import { useWords } from '../../kit/words.tsx';

/** Longer than any pattern, so that a paste with blanks is read and not cut. */
const typedMax = 40;

/** Adds a rule behind the others: one of the formats that scales come with, or the pattern that stands on this one. */
export function NewLabelRule(props: { rules: readonly LabelRule[]; onAdd: (rule: LabelRule) => void }) {
  const { t } = useWords();
  const words = t.labels;
  const [typed, setTyped] = useState('');
  const pattern = tidyPattern(typed);
  const has = (each: string) => props.rules.some(rule => rule.pattern === each);
  const full = props.rules.length >= labelRulesMax;
  const rule: LabelRule = { pattern, amountFactor: 1, weightUnit: 'g', keepZeros: true };
  const read = parseRule(rule);
  const fault = !read.ok ? words.faults[read.refusal] : has(pattern) ? words.same : null;
  const ready = !full && fault === null;
  const add = () => {
    if (!ready) return;
    props.onAdd(rule);
    setTyped('');
  };
  const choose = (value: string) => {
    const made = readyMadeRules.find(each => each.pattern === value);
    if (made && !full) props.onAdd(made);
  };
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-x-5">
      <Select
        label={full ? words.full(labelRulesMax) : words.ready}
        value=""
        disabled={full}
        options={[
          { value: '', label: words.readyChoose },
          ...readyMadeRules
            .filter(each => !has(each.pattern))
            .map(each => ({ value: each.pattern, label: each.pattern })),
        ]}
        onChange={choose}
      />
      <Form onEnter={add} className="flex items-start gap-3">
        <Field
          className="flex-1"
          label={words.typed}
          placeholder={words.typedShape}
          error={typed === '' ? null : fault}
          value={typed}
          maxLength={typedMax}
          onChange={setTyped}
        />
        <Button className="mt-[27px]" disabled={!ready} onPress={add}>
          {words.add}
        </Button>
      </Form>
    </div>
  );
}
