import { Numpad } from '../kit/numpad.tsx';
import { useWords } from '../kit/words.tsx';
import { type Entry, padInto } from './entry.ts';

/** What a PIN entry accepts: `useEntry(pinEntry)`. */
export const pinEntry = { accepts: /^\d{0,8}$/, lengthMax: 8 } as const;

/** A PIN as dots, with the pad under it. The caller's `useKeys({ entry, keys: { Enter } })` brings the keyboard. */
export function PinEntry(props: {
  entry: Entry;
  onEnter: () => void;
  label: string;
  /** Keys as large as there is room for: where the PIN is the only thing asked for. */
  roomy?: boolean;
}) {
  const { t } = useWords();
  const typed = props.entry.text.length;
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="text-legend text-muted">{props.label}</p>
        <div
          role="status"
          aria-label={`${props.label}: ${typed}`}
          className="mt-1 flex h-14 items-center justify-center gap-4 rounded-till border-2 border-accent bg-surface"
        >
          {Array.from({ length: Math.max(4, typed) }, (_, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike and never move.
              key={index}
              className={`size-4 rounded-full ${index < typed ? 'bg-ink' : 'border-2 border-line'}`}
            />
          ))}
        </div>
      </div>
      <Numpad
        plain
        className={props.roomy ? 'h-[308px]' : ''}
        enterLabel={t.common.padEnter}
        backLabel={t.common.delete}
        onKey={key => padInto(props.entry, key, props.onEnter)}
      />
    </div>
  );
}
