import { type JournalRecord, sealText } from '../../shared/domain/journal.ts';
import type { Json } from '../../shared/lib/canonical.ts';

/**
 * The same text as `sealText`, five times sooner where it can be: a body that arrives with its keys already
 * in canonical order (a till reads it back from canonical text) is what plain JSON.stringify would write.
 * Throws as `sealText` does for what canonical JSON has no place for.
 */
export function sealedText(record: JournalRecord): string {
  if (!isCanonical(record.body)) return sealText(record);
  const { actor, at, body, epoch, kind, prev, seq, till, v } = record;
  return JSON.stringify({ actor, at, body, epoch, kind, prev, seq, till, v });
}

function isCanonical(value: Json): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isCanonical);
  const members = value as { readonly [key: string]: Json };
  let before = '';
  for (const key of Object.keys(members)) {
    const member = members[key];
    if (key < before || member === undefined || !isCanonical(member)) return false;
    before = key;
  }
  return true;
}
