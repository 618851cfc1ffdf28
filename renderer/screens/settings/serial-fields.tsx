import { Field } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { useWords } from '../../kit/words.tsx';
import { type Baud, bauds } from './device-drafts.ts';

/** A serial line: its path, typed freely (a list would miss adapters that the system does not enumerate), and its speed. */
export function SerialFields(props: {
  draft: { readonly path: string; readonly baud: Baud };
  may: boolean;
  onChange: (change: { path?: string; baud?: Baud }) => void;
}) {
  const { t } = useWords();
  const { draft, may, onChange } = props;
  return (
    <div className="grid grid-cols-2 gap-5">
      <Field
        label={t.devices.path}
        hint={t.devices.pathHint}
        value={draft.path}
        maxLength={260}
        disabled={!may}
        onChange={path => onChange({ path })}
      />
      <Select
        label={t.devices.baud}
        value={String(draft.baud)}
        disabled={!may}
        options={bauds.map(baud => ({ value: String(baud), label: String(baud) }))}
        onChange={value => onChange({ baud: bauds.find(baud => String(baud) === value) ?? draft.baud })}
      />
    </div>
  );
}
