/** A value that JSON carries without loss: what journal rows and wire frames are made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON text that is the same for equal values: keys sorted by UTF-16 code unit, no white space.
 * Hashes are taken over it, so it refuses what two machines could write differently:
 * non-integers, unsafe integers, -0, undefined members and holes, and objects that JSON would only
 * pretend to carry (dates, maps, bytes, bigints, secrets with a class of their own).
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
      throw new Error('canonical JSON holds safe integers only');
    }
    return String(value);
  }
  if (isArray(value)) return arrayText(value);
  if (!isPlain(value)) throw new Error('canonical JSON holds plain values only');
  return objectText(value);
}

// Loops that add to one text, for every sale is written this way: lists of pieces that are joined take twice the time.

function arrayText(values: readonly Json[]): string {
  let text = '[';
  for (let place = 0; place < values.length; place += 1)
    text += (place > 0 ? ',' : '') + canonicalJson(values[place] as Json);
  return `${text}]`;
}

function objectText(value: { readonly [key: string]: Json }): string {
  let text = '{';
  for (const key of inOrder(Object.keys(value))) {
    const member = value[key];
    if (member === undefined) throw new Error(`canonical JSON has no place for undefined (${key})`);
    text += (text === '{' ? '' : ',') + keyText(key) + canonicalJson(member);
  }
  return `${text}}`;
}

/** Names of members that have been written before: there are few, and to write one takes longer than to find it. */
const keyTexts = new Map<string, string>();
/** A bound for keys that are data. */
const keyTextsMax = 2_000;

function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(key)}:`;
  if (keyTexts.size < keyTextsMax) keyTexts.set(key, text);
  return text;
}

/** What was read back from canonical text is in order already. */
function inOrder(keys: string[]): string[] {
  for (let place = 1; place < keys.length; place += 1)
    if (keys[place - 1]! > keys[place]!) return keys.sort();
  return keys;
}

function isPlain(value: unknown): value is { readonly [key: string]: Json } {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
