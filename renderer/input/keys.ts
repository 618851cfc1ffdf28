import { useLayoutEffect, useRef } from 'react';
import type { AnyAct } from '../../shared/domain/keys/acts.ts';
import { actOn, defaultKeys, type KeyMap } from '../../shared/domain/keys/key-map.ts';
import type { Typing } from './entry.ts';
import { anyKeyName, charOf, keyName } from './key-names.ts';
import type { WedgeScan } from './wedge.ts';

export type KeyActs = Readonly<Partial<Record<AnyAct, (() => void) | undefined>>>;

/** What a screen, a panel or a dialog does with keys while it is in sight. */
export type KeyScope = {
  /** By act; which key an act has, the till's map says. Characters only ever type: a scanner sends them too. */
  readonly keys?: KeyActs;
  /** Takes what is typed while the focus is in no text box. */
  readonly entry?: Typing;
  /** Takes scans, which otherwise are the core's to read. */
  readonly scan?: (text: string, scan: WedgeScan) => void;
  /** A scanner is being measured here, however slow it is. */
  readonly calibrates?: boolean;
  /** Is told the name of every key but Esc and Tab, none of which does anything else: a dialog that asks for one. */
  readonly capture?: (name: string) => void;
  /** Nothing beneath gets any key: a dialog. */
  readonly modal?: boolean;
};

/** Scopes in sight, the newest on top. */
const scopes: { current: KeyScope }[] = [];

let inForce: KeyMap = defaultKeys;

/** From now on acts have these keys. */
export const setKeysInForce = (map: KeyMap): void => {
  inForce = map;
};

/**
 * Handles keys for as long as the component is mounted; the newest scope is asked first. A scope that names an
 * act takes it from those beneath. Function keys never reach the browser.
 */
export function useKeys(scope: KeyScope): void {
  const latest = useRef(scope);
  latest.current = scope;
  useLayoutEffect(() => {
    scopes.push(latest);
    return () => {
      scopes.splice(scopes.indexOf(latest), 1);
    };
  }, []);
}

/** True while a dialog has the keys to itself. */
export const dialogOpen = (): boolean => scopes.some(scope => scope.current.modal);

/** True while a scanner is being measured. */
export const calibrating = (): boolean => scopes.some(scope => scope.current.calibrates);

/** Who takes a scan now in place of the core. */
export function scanTaker(): NonNullable<KeyScope['scan']> | null {
  for (const { current } of [...scopes].reverse()) {
    if (current.scan) return current.scan;
    if (current.modal) return null;
  }
  return null;
}

/** The entry that typed characters go to now. */
export function entryInSight(): Typing | null {
  for (const { current } of [...scopes].reverse()) {
    if (current.entry) return current.entry;
    if (current.modal) return null;
  }
  return null;
}

/** A key that waits, and what is to be done right before it does anything. */
type WaitingKey = { readonly event: KeyboardEvent; readonly before: () => void };

/** Keys that wait for a screen, and how many wait for one; null while none is waited for. */
let waiting: { keys: WaitingKey[]; holds: number } | null = null;

/** Keeps every key until the screen that it was pressed for is there; gives what hands them to it, in their order, once nobody else keeps them. */
export function holdKeys(): () => void {
  waiting ??= { keys: [], holds: 0 };
  waiting.holds += 1;
  let holds = true;
  return () => {
    if (!holds) return;
    holds = false;
    // Whoever lets go is being drawn over: the screen that comes has its keys a moment later.
    queueMicrotask(letGoOfKeys);
  };
}

/** Longer than any answer takes; a till whose wire is cut must not keep the keys of whoever stands before it. */
const longestMs = 3_000;

/** The same for three seconds at most: for what an answer brings. */
export function holdForAWhile(): () => void {
  const letGo = holdKeys();
  setTimeout(letGo, longestMs);
  return letGo;
}

function letGoOfKeys(): void {
  if (!waiting) return;
  waiting.holds -= 1;
  if (waiting.holds > 0) return;
  const { keys } = waiting;
  waiting = null;
  for (const { event, before } of keys) {
    // One of them may lead on to yet another screen.
    if (!waiting) before();
    dispatchKey(event, before);
  }
}

/** Of keys that wait these do nothing any more: they were a scanner's. */
export function withdrawKeys(events: readonly KeyboardEvent[]): void {
  if (waiting) waiting.keys = waiting.keys.filter(({ event }) => !events.includes(event));
}

/**
 * Runs whatever the scopes in sight do for this key; true when one of them took it. Where it has to wait, `before` runs
 * when its turn has come.
 */
export function dispatchKey(event: KeyboardEvent, before = () => {}): boolean {
  if (waiting) {
    waiting.keys.push({ event, before });
    return true;
  }
  const name = keyName(event);
  const named = name === null ? null : actOn(name, inForce);
  const place = placeOf(event);
  for (const { current } of [...scopes].reverse()) {
    if (current.capture && captures(current.capture, event)) return true;
    const act = named === null ? undefined : current.keys?.[named];
    if (act && reaches(name!, place, event)) {
      // A key held down must not pay twice or delete a whole list; only moving may repeat.
      if (!event.repeat || name!.startsWith('Arrow')) act();
      return true;
    }
    if (current.entry && place !== 'text' && typeInto(current.entry, event, place)) return true;
    if (current.modal) break;
  }
  // A button that has the focus would be pressed again with every repeat of a held key.
  if (event.repeat && pressesButton(event, place)) return true;
  // The browser's own use of a function key (reload, find, full screen, tools) would take the till away.
  return name !== null && /F\d+$/.test(name);
}

/** Hands a key to whoever asks for one; a held key is told once. */
function captures(tell: (name: string) => void, event: KeyboardEvent): boolean {
  const name = anyKeyName(event);
  if (name === null || name === 'Escape' || event.code === 'Tab') return false;
  if (!event.repeat) tell(name);
  return true;
}

type Place = 'text' | 'control' | 'choice' | 'elsewhere';

function placeOf(event: KeyboardEvent): Place {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input:not([type=radio]):not([type=checkbox]), textarea, [contenteditable=true]')) {
    return 'text';
  }
  if (target?.closest('input')) return 'choice';
  return target?.closest('button, a, select, [role=option]') ? 'control' : 'elsewhere';
}

const pressesButton = ({ code, target }: KeyboardEvent, place: Place): boolean =>
  (/^(Numpad)?Enter$/.test(code) && !isTextArea(target)) || (code === 'Space' && place === 'control');

/** Text boxes keep their editing keys, controls keep Enter, choices their arrows; a word in the making belongs to the input method. */
function reaches(name: string, place: Place, event: KeyboardEvent): boolean {
  if (/F\d+$/.test(name)) return true;
  if (place === 'control') return name !== 'Enter' && !name.startsWith('Arrow');
  if (place === 'choice') return !name.startsWith('Arrow');
  if (place === 'elsewhere') return true;
  if (event.isComposing || event.keyCode === 229) return false;
  return /^(Enter|Escape|ArrowUp|ArrowDown|PageUp|PageDown)$/.test(name) && !isTextArea(event.target);
}

const isTextArea = (target: EventTarget | null): boolean => target instanceof HTMLTextAreaElement;

function typeInto(entry: Typing, event: KeyboardEvent, place: Place): boolean {
  if (event.code === 'Backspace' && !event.ctrlKey && !event.altKey) {
    entry.back();
    return true;
  }
  const char = charOf(event);
  if (char === null || (char === ' ' && place !== 'elsewhere')) return false;
  return entry.press(char);
}
