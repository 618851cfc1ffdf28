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
  /** One of many in a row: its label gets smaller on a narrow screen, before it is cut. */
  small?: boolean;
  hint?: string;
  /** Says that it cannot be left out: an asterisk to the eye, this word to a screen reader. */
  needed?: string | undefined;
}) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label
        htmlFor={id}
        className={`truncate text-legend text-muted ${props.small ? 'max-[1200px]:text-note' : ''}`}
      >
        {props.label}
        {props.needed && (
          <>
            <span aria-hidden className="text-red">
              {' '}
              *
            </span>
            <span className="sr-only"> {props.needed}</span>
          </>
        )}
      </label>
      <select
        id={id}
        value={props.value}
        disabled={props.disabled}
        aria-describedby={props.hint ? `${id}-below` : undefined}
        onChange={event => props.onChange(event.target.value)}
        className={`min-h-12 min-w-0 rounded-till border-2 px-2.5 text-body text-ink outline-offset-0 ${props.small ? 'max-[1200px]:px-1 max-[1200px]:text-legend' : ''} ${props.wanting ? 'border-amber bg-amber-soft' : 'border-edge bg-surface'}`}
      >
        {props.options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {props.hint && (
        <p id={`${id}-below`} className="text-note text-muted">
          {props.hint}
        </p>
      )}
    </div>
  );
}
