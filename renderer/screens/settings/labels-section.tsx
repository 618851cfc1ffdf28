import { useState } from 'react';
import { cleanScan } from '../../../shared/domain/codes.ts';
import { readLabel } from '../../../shared/domain/labels/read.ts';
import type { LabelRule } from '../../../shared/domain/labels/rule.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';
import { LabelRuleRow } from './label-rule-row.tsx';
import { LabelTester } from './label-tester.tsx';
import { NewLabelRule } from './new-label-rule.tsx';
import type { SectionProps } from './settings-screen.tsx';
import { sameSetting, useSaved } from './use-saved.ts';

/** How the shop's scales write their labels; every change can be tried on a real label before it is saved. */
export function LabelsSection({ setup, may }: SectionProps) {
  const { t } = useWords();
  const words = t.labels;
  const { save, busy } = useSaved();
  const [rules, setRules] = useState<readonly LabelRule[]>(setup.labelRules);
  const [sample, setSample] = useState('');
  const { text } = cleanScan(sample);
  const first = rules.findIndex(rule => readLabel([rule], text) !== null);
  const ready = may && !busy && !sameSetting(listOf(rules), listOf(setup.labelRules));
  const go = () => {
    if (ready) void save([{ setting: 'label-rules', value: [...rules] }]);
  };
  useKeys({ keys: { confirm: go } });
  return (
    <>
      <div className="flex flex-col gap-1">
        <p>{words.intro}</p>
        <p className="text-legend text-muted">{words.letters}</p>
      </div>
      <LabelTester sample={sample} noneFits={text !== '' && first < 0} onSample={setSample} />
      {rules.length === 0 && <p className="text-lead text-muted">{words.none}</p>}
      <ol className="flex flex-col gap-2">
        {rules.map((rule, at) => (
          <LabelRuleRow
            key={rule.pattern}
            rule={rule}
            place={at + 1}
            may={may}
            sample={text}
            before={first >= 0 && first < at ? first + 1 : null}
            onChange={next => setRules(rules.with(at, next))}
            onUp={at > 0 ? () => setRules(movedUp(rules, at)) : null}
            onRemove={() => setRules(rules.toSpliced(at, 1))}
          />
        ))}
      </ol>
      {may && <NewLabelRule rules={rules} onAdd={rule => setRules([...rules, rule])} />}
      <Button tone="main" act="confirm" className="min-w-44 self-end" disabled={!ready} onPress={go}>
        {t.common.save}
      </Button>
    </>
  );
}

const movedUp = (rules: readonly LabelRule[], at: number): readonly LabelRule[] =>
  rules.with(at - 1, rules[at]!).with(at, rules[at - 1]!);

const listOf = (rules: readonly LabelRule[]) => rules.map(rule => ({ ...rule }));
