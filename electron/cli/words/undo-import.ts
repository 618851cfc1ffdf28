import { ok } from '../../../shared/lib/result.ts';
import type { Outcome, TillDesk } from '../answer.ts';

/** `undo-import`: brings the price list of before the last import back. */
export async function undoImport({ till, words, formats }: TillDesk): Promise<Outcome> {
  const undone = await till.command('catalog.undoImport', {});
  if (!undone.ok) return undone;
  const { fileName, at, items } = undone.value;
  return ok({
    good: true,
    json: { file: fileName, at, items },
    lines: [words.import.undone(fileName, formats.dayTime(at), items)],
  });
}
