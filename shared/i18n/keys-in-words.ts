import type { AnyAct } from '../domain/keys/acts.ts';
import { type KeyMap, keyOf, sayKey } from '../domain/keys/key-map.ts';

/**
 * The key of an act inside a sentence: `按 ${key('pay')} 收款`. A till may have other keys than its neighbour,
 * so the words hold a mark of characters that nobody types, and `withKeys` puts the key in its place.
 */
export const key = (act: AnyAct): string => `${startMark}${act}${endMark}`;

const startMark = '\uE000';
const endMark = '\uE001';
const marks = new RegExp(`${startMark}([a-z0-9-]+)${endMark}`, 'g');

/** The same words with the keys of this till in the place of the marks, in whatever they say later too. */
export function withKeys<T>(words: T, map: KeyMap): T {
  if (typeof words === 'string') return sayIn(words, map) as T;
  if (typeof words === 'function') {
    const say = words as unknown as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => withKeys(say(...args), map)) as T;
  }
  if (Array.isArray(words)) return words.map(each => withKeys(each, map)) as T;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, each]) => [name, withKeys(each, map)])) as T;
}

/** As `withKeys`, for a whole language: each of its sections when it is first asked for, of which a screen needs a few. */
export function sectionsWithKeys<T extends object>(words: T, map: KeyMap): T {
  const spoken = {} as T;
  for (const name of Object.keys(words) as (keyof T)[]) {
    let section: T[typeof name] | undefined;
    Object.defineProperty(spoken, name, {
      enumerable: true,
      get: () => {
        section ??= withKeys(words[name], map);
        return section;
      },
    });
  }
  return spoken;
}

const sayIn = (text: string, map: KeyMap): string =>
  text.includes(endMark)
    ? text.replace(marks, (_all, act: string) => sayKey(keyOf(act as AnyAct, map)))
    : text;
