/**
 * `now`, in which every part that equals the same place of `before` is that part of `before`: what has not
 * changed keeps its identity, so that whoever draws it need not draw it again. For trees as JSON carries
 * them; `now` is changed in place and belongs to whoever hands it in.
 */
export function keepUnchanged(before: unknown, now: unknown): unknown {
  if (Object.is(before, now) || !isBranch(before) || !isBranch(now)) return now;
  if (Array.isArray(before) !== Array.isArray(now)) return now;
  const keys = Object.keys(now);
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    now[key] = keepUnchanged(before[key], now[key]);
    same &&= Object.hasOwn(before, key) && Object.is(before[key], now[key]);
  }
  return same ? before : now;
}

type Branch = Record<string, unknown>;
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;
