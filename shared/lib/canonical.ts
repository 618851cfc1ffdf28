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
  if (isArray(value)) return `[${[...value].map(canonicalJson).join(',')}]`;
  if (!isPlain(value)) throw new Error('canonical JSON holds plain values only');
  const members = Object.keys(value)
    .sort()
    .map(key => {
      const member = value[key];
      if (member === undefined) throw new Error(`canonical JSON has no place for undefined (${key})`);
      return `${JSON.stringify(key)}:${canonicalJson(member)}`;
    });
  return `{${members.join(',')}}`;
}

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);
