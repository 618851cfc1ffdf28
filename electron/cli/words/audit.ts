import { auditRowsMax } from '../../../shared/contract/audit.ts';
import type { SetupView } from '../../../shared/contract/setup.ts';
import { auditCsvHead, auditCsvRow } from '../../../shared/i18n/audit-csv.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import type { Fault, Outcome, TillDesk } from '../answer.ts';
import { type Write, writeNewFile } from '../new-file.ts';

/**
 * `audit [FILE]`: every row of the journal in plain words, newest first, as CSV; without a file to standard
 * output. An existing file is never overwritten.
 */
export async function exportAudit(
  desk: TillDesk,
  file: string | undefined,
  { currency }: SetupView,
): Promise<Outcome> {
  const told = await desk.till.command('audit.exporting', { what: 'audit' });
  if (!told.ok) return told;
  if (file === undefined) {
    const written = await writeRows(desk, currency, desk.write);
    // The document is on standard output already, piece by piece.
    return written.ok ? ok({ good: true, json: undefined, lines: [] }) : written;
  }
  const done = await writeNewFile(file, write => writeRows(desk, currency, write));
  if (!done.ok) return done;
  const rows = done.value.filled;
  return ok({ good: true, json: { file, rows }, lines: [desk.words.audit.done(file, rows)] });
}

/** How many rows were written. */
async function writeRows(
  { till, messages }: TillDesk,
  currency: string,
  write: Write,
): Promise<Result<number, Fault>> {
  await write(auditCsvHead(messages));
  let count = 0;
  for (let before: number | undefined; ; ) {
    const slice = await till.query('audit.rows', {
      limit: auditRowsMax,
      ...(before && { beforeSeq: before }),
    });
    if (!slice.ok) return no(slice.refusal);
    const { rows, next } = slice.value;
    if (rows.length > 0) await write(rows.map(row => auditCsvRow(row, messages, currency)).join(''));
    count += rows.length;
    if (next === null) return ok(count);
    before = next;
  }
}
