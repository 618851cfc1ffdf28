import { type HTMLInputTypeAttribute, useId } from 'react';

export type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly hint?: string;
  /** What is wrong with it and what to do; the field is marked and read out. */
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  /** Which keys an on-screen keyboard comes up with. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  readonly disabled?: boolean;
  readonly className?: string;
};

/** One line of text with its label above and its hint or fault below. */
export function Field(props: FieldProps) {
  const id = useId();
  const below = props.error ?? props.hint;
  return (
    <div className={`flex flex-col gap-1 ${props.className ?? ''}`}>
      <label htmlFor={id} className="text-legend text-muted">
        {props.label}
      </label>
      <input
        id={id}
        type={props.type ?? 'text'}
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        // biome-ignore lint/a11y/noAutofocus: a screen opened by a key goes on by keys.
        autoFocus={props.autoFocus}
        inputMode={props.inputMode}
        disabled={props.disabled}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={below ? `${id}-below` : undefined}
        className={`min-h-12 select-text rounded-till border-2 bg-surface px-3 outline-offset-0 text-body text-ink placeholder:text-muted disabled:bg-sunk ${props.error ? 'border-red' : 'border-edge'}`}
      />
      {below && (
        <p id={`${id}-below`} className={`text-note ${props.error ? 'text-red' : 'text-muted'}`}>
          {props.error ? `✕ ${below}` : below}
        </p>
      )}
    </div>
  );
}
