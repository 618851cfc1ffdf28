import { type Act, type AnyAct, actNames, acts, fixedKeys } from './acts.ts';

/** Which key each act has at a till, by the names that `keyName` gives: `F6`, `Shift+F6`, `Ctrl+Delete`. */
export type KeyMap = Readonly<Record<Act, string>>;

/** What a till has differently from the defaults. */
export type KeyChanges = Readonly<Partial<Record<Act, string>>>;

export const defaultKeys: KeyMap = Object.fromEntries(actNames.map(act => [act, acts[act].key])) as KeyMap;

/**
 * The keys of a till. What was chosen goes first: an act that a new version brought has no key (an empty
 * name) where the one it came with has been given away.
 */
export function keysWith(changes: KeyChanges): KeyMap {
  const given = new Set(Object.values(changes));
  const keyFor = (act: Act): string => changes[act] ?? (given.has(defaultKeys[act]) ? '' : defaultKeys[act]);
  return Object.fromEntries(actNames.map(act => [act, keyFor(act)])) as KeyMap;
}

export const keyOf = (act: AnyAct, map: KeyMap): string =>
  act in fixedKeys ? fixedKeys[act as keyof typeof fixedKeys] : map[act as Act];

/** The act of a key, or null where the key has none. */
export function actOn(key: string, map: KeyMap): AnyAct | null {
  const fixed = Object.entries(fixedKeys).find(([, each]) => each === key);
  if (fixed) return fixed[0] as AnyAct;
  return actNames.find(act => map[act] === key) ?? null;
}

const shortNames: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Delete: 'Del',
  Insert: 'Ins',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A key as people call it, in sentences and on caps: `Shift+F6`, `Ctrl+Del`, as keyboards have it. */
export const sayKey = (key: string): string =>
  key
    .split('+')
    .map(part => shortNames[part] ?? part)
    .join('+');
