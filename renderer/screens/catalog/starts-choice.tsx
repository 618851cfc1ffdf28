import { Field } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { useWords } from '../../kit/words.tsx';
import { atMidnight, localMinute, momentOf } from './moment.ts';

/** From when new prices count: at once, or from a moment that is asked for (wall ms). `price`: the one price it is about. */
export function StartsChoice(props: {
  starts: number | null;
  price?: string | null;
  onChange: (starts: number | null) => void;
}) {
  const { t, format } = useWords();
  const { starts, onChange } = props;
  const words = t.catalog.starts;
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(260px,1fr))] gap-3">
      <Select
        label={words.label}
        value={starts === null ? 'now' : 'later'}
        options={[
          { value: 'now', label: words.now },
          { value: 'later', label: words.later },
        ]}
        onChange={value => onChange(value === 'now' ? null : atMidnight(Date.now()))}
      />
      {starts !== null && (
        <Field
          label={words.at}
          type="datetime-local"
          value={localMinute(starts)}
          // The field itself writes as the browser is set up, with AM and PM for instance.
          hint={words.from(format.dayTime(starts), props.price ?? null)}
          onChange={value => onChange(momentOf(value) ?? starts)}
        />
      )}
    </div>
  );
}
