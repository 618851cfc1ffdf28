import { useId } from 'react';

/** One of many: a list that opens, with its label above. */
export function Select(props: {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
  /** Marks it as the one still to be chosen. */
  wanting?: boolean;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {/* As high as the label of a field, so that the two stand in one line. */}
      <label htmlFor={id} className="truncate text-note leading-[calc(var(--text-legend)*1.3)] text-muted">
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        disabled={props.disabled}
        onChange={event => props.onChange(event.target.value)}
        className={`min-h-12 min-w-0 rounded-till border-2 px-2 text-legend text-ink outline-offset-0 ${props.wanting ? 'border-amber bg-amber-soft' : 'border-edge bg-surface'}`}
      >
        {props.options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
