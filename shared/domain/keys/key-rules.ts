import { no, ok, type Result } from '../../lib/result.ts';
import { type Act, actNames, acts, fixedKeys, isDestructive } from './acts.ts';
import { type KeyChanges, keysWith } from './key-map.ts';

/**
 * Why a key can't be an act's. `character`: a scanner types it; `fixed`: it means the same on every till;
 * `alt`: it belongs to input methods and menus; `system`: it would close the window; `alone`: the act ends
 * something for good, and no finger must meet it by chance.
 */
export type KeyUnfit = 'character' | 'fixed' | 'alt' | 'system' | 'alone';

export type KeyFault =
  | { readonly code: 'key-unfit'; readonly params: { readonly key: string; readonly unfit: KeyUnfit } }
  | { readonly code: 'key-taken'; readonly params: { readonly key: string; readonly act: Act } };

/** Names a key can have; longer ones than this are none. */
export const keyNameMax = 24;

const assignable = /^(?:Ctrl\+)?(?:Shift\+)?(?:F(?:[1-9]|1\d|2[0-4])|Insert|Delete|Home|End)$/;
const ofTheSystem: ReadonlySet<string> = new Set(['Ctrl+F4']);

/** What is wrong with this key for this act, whatever the other acts have; null where nothing is. */
export function keyUnfit(act: Act, key: string): KeyUnfit | null {
  if (/(?:Alt|Meta)\+/.test(key)) return 'alt';
  const bare = key.split('+').at(-1);
  if (Object.values<string>(fixedKeys).includes(bare ?? '') || bare === 'Backspace') return 'fixed';
  if (ofTheSystem.has(key)) return 'system';
  if (!assignable.test(key)) return 'character';
  return isDestructive(act) && !key.includes('+') ? 'alone' : null;
}

/** The changes of a till with one more; keys at their default are not kept as changes. */
export function assignKey(changes: KeyChanges, act: Act, key: string): Result<KeyChanges, KeyFault> {
  const wanted = tidied({ ...changes, [act]: key });
  const fault = faultOf(act, key, wanted);
  return fault ? no(fault) : ok(wanted);
}

/** Both acts with each other's key: what a person wants whose new key another act has. */
export function swapKeys(changes: KeyChanges, act: Act, other: Act): Result<KeyChanges, KeyFault> {
  const map = keysWith(changes);
  const wanted = tidied({ ...changes, [act]: map[other], [other]: map[act] });
  const fault = faultIn(wanted);
  return fault ? no(fault) : ok(wanted);
}

/** The first thing that is wrong with a till's map as a whole. */
export function faultIn(changes: KeyChanges): KeyFault | null {
  for (const act of actNames) {
    const key = changes[act];
    const fault = key === undefined ? null : faultOf(act, key, changes);
    if (fault) return fault;
  }
  return null;
}

function faultOf(act: Act, key: string, changes: KeyChanges): KeyFault | null {
  const unfit = keyUnfit(act, key);
  if (unfit) return { code: 'key-unfit', params: { key, unfit } };
  const holder = actNames.find(each => each !== act && (changes[each] ?? acts[each].key) === key);
  return holder ? { code: 'key-taken', params: { key, act: holder } } : null;
}

const tidied = (changes: KeyChanges): KeyChanges =>
  Object.fromEntries(Object.entries(changes).filter(([act, key]) => acts[act as Act].key !== key));
