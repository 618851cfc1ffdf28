import type { AuditRow } from '../contract/audit.ts';
import { type Minor, minorDigits, plainAmount } from '../domain/money.ts';
import { csvMark, csvRow } from '../lib/csv.ts';
import { auditNote, auditWho } from './audit-note.ts';
import type { Messages } from './index.ts';

const columns = ['seq', 'time', 'who', 'kind', 'what', 'receipt', 'amount', 'note', 'seal'] as const;

/** The mark and the row of headings. */
export const auditCsvHead = ({ audit }: Messages): string =>
  csvMark + csvRow(columns.map(column => audit.columns[column]));

/** One row of the journal; times are UTC, as ISO 8601 writes them, kinds both as stored and in words. */
export function auditCsvRow(row: AuditRow, messages: Messages, currency: string): string {
  const amount = (value: Minor) => plainAmount(value, minorDigits(currency));
  const cells: Record<(typeof columns)[number], string> = {
    seq: String(row.seq),
    time: new Date(row.at).toISOString(),
    who: auditWho(row, messages),
    kind: row.kind,
    what: messages.audit.kinds[row.kind],
    receipt: row.receipt?.text ?? '',
    amount: row.amount === null ? '' : amount(row.amount),
    note: auditNote(row, messages),
    seal: row.seal,
  };
  return csvRow(columns.map(column => cells[column]));
}
