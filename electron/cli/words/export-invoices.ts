import {
  type HandOverProblem,
  handOver,
  type InvoiceToIssue,
} from '../../../shared/domain/invoice/hand-over.ts';
import { unitName } from '../../../shared/i18n/format.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import type { Fault, Outcome, TillDesk } from '../answer.ts';
import { writeNewFile } from '../new-file.ts';
import type { OpenTill } from '../open-till.ts';

const requestsPerPage = 200;

/**
 * `export --what invoices [FILE]`: what the shop's invoicing service is to be told, as CSV, one row per line of an
 * invoice. What can't be handed over is named, and then the exit code says so.
 */
export async function exportInvoices(desk: TillDesk, file: string | undefined): Promise<Outcome> {
  const requests = await allRequests(desk.till);
  if (!requests.ok) return requests;
  const { invoicing } = desk.messages;
  const { csv, invoices, problems } = handOver(requests.value, {
    columns: invoicing.columns,
    unit: unit => unitName(unit, desk.language),
    date: desk.formats.date,
  });
  const good = problems.length === 0;
  const told = problems.map(problem => sayProblem(problem, desk));
  if (file === undefined) {
    for (const line of told) desk.progress(line);
    if (desk.json) return ok({ good, json: { invoices: requests.value, problems }, lines: [] });
    await desk.write(csv);
    return ok({ good, json: undefined, lines: [] });
  }
  const written = await writeNewFile(file, async write => ok(await write(csv)));
  if (!written.ok) return written;
  return ok({
    good,
    json: { file, format: 'csv', invoices, problems, bytes: written.value.bytes },
    lines: [desk.words.export.invoices(file, invoices), ...told],
  });
}

const sayProblem = ({ receipt, reason, goods }: HandOverProblem, { messages }: TillDesk): string =>
  `${receipt} ${messages.invoicing.problems[reason](goods)}`;

async function allRequests(till: OpenTill): Promise<Result<readonly InvoiceToIssue[], Fault>> {
  const all: InvoiceToIssue[] = [];
  for (;;) {
    const page = await till.query('invoicing.toIssue', {
      afterNumber: all.at(-1)?.sale ?? 0,
      limit: requestsPerPage,
    });
    if (!page.ok) return no(page.refusal);
    if (page.value.length === 0) return ok(all);
    all.push(...page.value);
  }
}
