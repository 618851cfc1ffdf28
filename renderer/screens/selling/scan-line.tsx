import { useEffect, useRef } from 'react';
import { type QuietEntry, useEcho, useTyped } from '../../input/entry.ts';
import { keepFocus } from '../../kit/button.tsx';
import { KeyCap } from '../../kit/key-cap.tsx';
import { useWords } from '../../kit/words.tsx';

export type ScanLineProps = {
  /** What the line asks for now; null while it waits for scans. Without a hint nothing can be typed. */
  readonly prompt: { readonly title: string; readonly hint: string; readonly wrong: boolean } | null;
  readonly entry: QuietEntry;
  /** `3 ×`: the next goods come so many times. */
  readonly multiplier: string | null;
  /** Words are typed: a real text box, where an input method can write Han characters. */
  readonly box: WordBoxProps | null;
  /** What its key does: looks for goods, or steps back from what is asked or listed. */
  readonly keyed: 'search' | 'back';
  readonly onKey: () => void;
};

type WordBoxProps = {
  readonly entry: QuietEntry;
  readonly label: string;
  readonly hint: string;
  readonly lengthMax: number;
};

/** What is asked for is read before how to answer it, and gives way to what is typed. */
const titleRoom = (isBox: boolean, typed: string): string =>
  isBox ? 'max-w-[46%] shrink-0' : typed === '' ? 'max-w-[72%] shrink-0' : '';

/** How to answer is said where there is room for all of it: what has none falls out of a line that wraps. */
const typedRoom = (isAsked: boolean, typed: string): string =>
  !isAsked ? 'flex-1' : typed === '' ? 'h-7 flex-1 flex-wrap overflow-hidden' : 'max-w-[46%] shrink-0';

/**
 * Top left: mirrors what is scanned and typed. It is no text box, so that no input method wakes up when a
 * scanner types; a box opens only where words are asked for, as F2 does.
 */
export function ScanLine(props: ScanLineProps) {
  const { t, cap } = useWords();
  const { prompt, multiplier, box } = props;
  const text = useEcho(props.entry);
  const hint = prompt ? prompt.hint : multiplier ? t.selling.multiplierHint : t.selling.scanHint;
  const edge = prompt?.wrong ? 'border-red' : 'border-accent';
  return (
    <div
      role="status"
      aria-label={t.selling.scanLine}
      className={`flex h-[58px] shrink-0 items-center gap-3 rounded-till border-2 bg-surface px-4 text-lead max-[1200px]:px-3 max-[1200px]:text-body ${edge}`}
    >
      {prompt && (
        <b className={`min-w-0 truncate font-semibold text-accent ${titleRoom(box !== null, text)}`}>
          {prompt.title}
        </b>
      )}
      {multiplier && !prompt && (
        <b className="shrink-0 rounded-full bg-accent-soft px-3 py-1 font-semibold text-accent">
          {multiplier}
        </b>
      )}
      {box ? (
        <WordBox {...box} />
      ) : (
        <span className={`flex min-w-0 items-center ${typedRoom(prompt !== null, text)}`}>
          {text !== '' && <span className="truncate font-semibold">{text}</span>}
          {hint !== '' && <i aria-hidden className="mx-0.5 h-7 w-0.5 shrink-0 bg-accent" />}
          {text === '' && (
            <span className={`ml-2 text-muted ${prompt ? 'whitespace-nowrap' : 'truncate'}`}>{hint}</span>
          )}
          {text !== '' && prompt?.wrong && <span className="ml-3 truncate text-body text-red">✕ {hint}</span>}
        </span>
      )}
      <button
        type="button"
        onClick={props.onKey}
        onPointerDown={keepFocus}
        onMouseDown={keepFocus}
        className="ml-auto flex min-h-12 shrink-0 items-center px-1"
      >
        <KeyCap>{`${cap(props.keyed)} ${t.selling.keys[props.keyed]}`}</KeyCap>
      </button>
    </div>
  );
}

function WordBox({ entry, label, hint, lengthMax }: WordBoxProps) {
  const value = useTyped(entry);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <input
      ref={box}
      value={value}
      onChange={event => entry.set(event.target.value)}
      placeholder={hint}
      aria-label={label}
      maxLength={lengthMax}
      autoComplete="off"
      spellCheck={false}
      className="min-h-12 min-w-0 flex-1 bg-transparent font-semibold outline-none select-text placeholder:font-normal placeholder:text-muted"
    />
  );
}
