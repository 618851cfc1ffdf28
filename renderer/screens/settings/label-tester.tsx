import { cleanScan } from '../../../shared/domain/codes.ts';
import { play } from '../../app/earcons.ts';
import { useKeys } from '../../input/keys.ts';
import { Field } from '../../kit/field.tsx';
import { useWords } from '../../kit/words.tsx';

/** Longer than any label, so that a wrong scan is seen as what it is. */
const sampleMax = 30;

/** Takes a label, scanned or typed; what each rule makes of it stands with the rule. */
export function LabelTester(props: { sample: string; noneFits: boolean; onSample: (text: string) => void }) {
  const { t } = useWords();
  const words = t.labels;
  useKeys({
    scan: text => {
      play('ok');
      props.onSample(cleanScan(text).text.slice(0, sampleMax));
    },
  });
  return (
    <Field
      label={words.tester}
      error={props.noneFits ? words.noneFits : null}
      value={props.sample}
      maxLength={sampleMax}
      inputMode="numeric"
      onChange={props.onSample}
    />
  );
}
