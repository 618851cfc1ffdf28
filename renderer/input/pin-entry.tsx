import { Numpad } from '../kit/numpad.tsx';
import { useWords } from '../kit/words.tsx';
import { type Entry, padInto } from './entry.ts';

/** What a PIN entry accepts: `useEntry(pinEntry)`. */
export const pinEntry = { accepts: /^\d{0,8}$/, lengthMax: 8 } as const;

/** A one-time code: `useEntry(codeEntry)`. */
export const codeEntry = { accepts: /^\d{0,6}$/, lengthMax: 6 } as const;

/** A PIN as dots, or a one-time code as it is typed, with the pad under it. The caller's `useKeys({ entry, keys: { Enter } })` brings the keyboard. */
export function PinEntry(props: {
  entry: Entry;
  onEnter: () => void;
  label: string;
  /** Digits in sight, six of them: in half a minute a one-time code is no secret any more. */
  open?: boolean;
  /** Keys as large as there is room for: where the PIN is the only thing asked for. */
  roomy?: boolean;
  /** What Enter does, where that has a name of its own. */
  enterLabel?: string;
}) {
  const { t } = useWords();
  const { text } = props.entry;
  const typed = text.length;
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="text-legend text-muted">{props.label}</p>
        <div
          role="status"
          aria-label={`${props.label}: ${typed}`}
          className="mt-1 flex h-14 items-center justify-center gap-4 rounded-till border-2 border-accent bg-surface"
        >
          {props.open ? (
            <b className="pl-[0.4em] text-title tracking-[0.4em] tabular-nums">
              {text}
              <span className="font-normal text-muted">{'–'.repeat(codeEntry.lengthMax - typed)}</span>
            </b>
          ) : (
            Array.from({ length: Math.max(4, typed) }, (_, index) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike and never move.
                key={index}
                className={`size-4 rounded-full ${index < typed ? 'bg-ink' : 'border-2 border-edge'}`}
              />
            ))
          )}
        </div>
      </div>
      <Numpad
        plain
        className={props.roomy ? 'h-[308px]' : ''}
        enterLabel={props.enterLabel ?? t.common.padEnter}
        backLabel={t.common.delete}
        onKey={key => padInto(props.entry, key, props.onEnter)}
      />
    </div>
  );
}
