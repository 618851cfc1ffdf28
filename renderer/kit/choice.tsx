import { useId } from 'react';

export type ChoiceOption<T extends string> = {
  readonly value: T;
  readonly label: string;
  readonly note?: string;
};

/** One of a few: all of them in sight, arrows move, the chosen one has a mark and a colour. */
export function Choice<T extends string>(props: {
  label: string;
  value: T | null;
  options: readonly ChoiceOption<T>[];
  onChange: (value: T) => void;
  columns?: 1 | 2 | 3;
}) {
  const name = useId();
  const columns = { 1: 'grid-cols-1', 2: 'grid-cols-2', 3: 'grid-cols-3' }[props.columns ?? 2];
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-legend text-muted">{props.label}</legend>
      <div className={`grid gap-2 ${columns}`}>
        {props.options.map(option => {
          const on = option.value === props.value;
          return (
            <label
              key={option.value}
              className={`flex min-h-12 items-center gap-3 rounded-till border-2 px-4 py-2 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ${on ? 'border-accent bg-accent-soft' : 'border-line bg-surface'}`}
            >
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={on}
                onChange={() => props.onChange(option.value)}
                className="size-5 shrink-0 accent-accent"
              />
              <span>
                <span className="block font-medium">{option.label}</span>
                {option.note && <span className="block text-note text-muted">{option.note}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
