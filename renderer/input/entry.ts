import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { PadKey } from '../kit/numpad.tsx';
import { onceAtRest } from './rest.ts';

/**
 * Text that is typed without a text box: no focus to lose, no input method in the way. Keys and the number
 * pad fill it, and a scan that turns out to be one takes back what it typed.
 */
export type Typing = {
  read(): string;
  set(text: string): void;
  /** Adds characters; false if they are not accepted here. */
  press(chars: string): boolean;
  back(): void;
  clear(): void;
};

/** A typing whose text redraws whoever asked for it. */
export type Entry = Typing & { readonly text: string };

/** A typing that redraws nobody by itself; those who show it ask `useTyped`. */
export type QuietEntry = Typing & { subscribe(tell: () => void): () => void };

export type EntryOptions = {
  /** Judges the whole text as it would become. */
  readonly accepts?: RegExp;
  readonly lengthMax?: number;
};

const lengthMaxDefault = 80;

export function useEntry(options: EntryOptions = {}): Entry {
  const entry = useQuietEntry(options);
  return { ...entry, text: useTyped(entry) };
}

/** For screens on which every key would redraw too much: a scanner types thirty keys in the time of a frame. */
export function useQuietEntry(options: EntryOptions = {}): QuietEntry {
  const latest = useRef(options);
  latest.current = options;
  return useMemo(() => quietEntry(() => latest.current), []);
}

/** The text of an entry, drawn anew whenever it changes. */
export const useTyped = (entry: QuietEntry): string => useSyncExternalStore(entry.subscribe, entry.read);

/**
 * The text of an entry once the keys rest, for lines that only show it: a person's keys are there in the blink of
 * an eye, a scanner's never, and what a scanner's keys draw the goods would have to wait for. A text box that the
 * browser edits needs `useTyped`, or the browser puts the old text back.
 */
export function useEcho(entry: QuietEntry): string {
  const atRest = useCallback((tell: () => void) => onceAtRest(entry.subscribe, tell), [entry]);
  return useSyncExternalStore(atRest, entry.read);
}

/** Runs `act` after every change of the text, without drawing anything. */
export function useOnTyped(entry: QuietEntry, act: (text: string) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => entry.subscribe(() => latest.current(entry.read())), [entry]);
}

function quietEntry(options: () => EntryOptions): QuietEntry {
  const listeners = new Set<() => void>();
  let text = '';
  const set = (next: string) => {
    if (next === text) return;
    text = next;
    for (const tell of listeners) tell();
  };
  return {
    read: () => text,
    set,
    press: chars => {
      const { accepts, lengthMax = lengthMaxDefault } = options();
      const next = text + chars;
      if (next.length > lengthMax || (accepts && !accepts.test(next))) return false;
      set(next);
      return true;
    },
    back: () => set([...text].slice(0, -1).join('')),
    clear: () => set(''),
    subscribe: tell => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}

/** Plays a key of the number pad into an entry; `enter` is the screen's business. */
export function padInto(entry: Typing, key: PadKey, enter: () => void): void {
  if (key.kind === 'char') entry.press(key.char);
  else if (key.kind === 'back') entry.back();
  else enter();
}
