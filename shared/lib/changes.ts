/**
 * How one tree became another, as JSON carries both: replaced by `now`, or the same but for these `parts`, by
 * member or place. No parts: nothing has changed.
 */
export type Changes = { readonly now: unknown } | { readonly parts: Readonly<Record<string, Changes>> };

/**
 * What makes `before` into `now`. What has lost a member or become shorter is replaced whole: rare, and then
 * most of what stands behind it has moved anyway.
 */
export function changesBetween(before: unknown, now: unknown): Changes {
  if (Object.is(before, now)) return none;
  if (!isBranch(before) || !isBranch(now) || Array.isArray(before) !== Array.isArray(now)) return { now };
  if (Object.keys(before).some(key => now[key] === undefined && before[key] !== undefined)) return { now };
  const parts = Object.keys(now)
    // JSON has no undefined: such a member is not there.
    .filter(key => now[key] !== undefined)
    .map(key => [key, changesBetween(before[key], now[key])] as const)
    .filter(([, changes]) => changes !== none);
  return parts.length === 0 ? none : { parts: Object.fromEntries(parts) };
}

const none: Changes = { parts: {} };

/**
 * `before` with the changes made; it is left as it was. What has not changed is the same object in both, so
 * whoever draws it need not draw it again.
 */
export function withChanges(before: unknown, changes: Changes): unknown {
  if ('now' in changes) return changes.now;
  const parts = Object.entries(changes.parts);
  if (parts.length === 0) return before;
  const after = (Array.isArray(before) ? [...before] : { ...(before as object) }) as Branch;
  for (const [key, part] of parts) after[key] = withChanges(after[key], part);
  return after;
}

type Branch = Record<string, unknown>;
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;
