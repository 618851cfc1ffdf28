import path from 'node:path';
import type { Sale } from '../../../shared/domain/sale.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import type { Fault, Outcome, TillDesk } from '../answer.ts';
import { type Write, writeNewFile } from '../new-file.ts';
import type { OpenTill } from '../open-till.ts';
import { csvHead, csvOfSale } from '../sales-csv.ts';

const salesPerPage = 500;

/**
 * `export [FILE]`: every finished sale, oldest first. A file named `.json`, or `--json` without a file,
 * holds the sales as they were sealed; anything else is CSV with one row per line of a sale. An existing
 * file is never overwritten.
 */
export async function exportSales(desk: TillDesk, file: string | undefined): Promise<Outcome> {
  const told = await desk.till.command('audit.exporting', { what: 'sales' });
  if (!told.ok) return told;
  if (file === undefined) {
    const written = await writeSales(desk, desk.json ? 'json' : 'csv', desk.write);
    // The document is on standard output already, piece by piece.
    return written.ok ? ok({ good: true, json: undefined, lines: [] }) : written;
  }
  const format = path.extname(file).toLowerCase() === '.json' ? 'json' : 'csv';
  const written = await writeNewFile(file, write => writeSales(desk, format, write));
  if (!written.ok) return written;
  const { filled, bytes } = written.value;
  return ok({
    good: true,
    json: { file, format, ...filled, bytes },
    lines: [desk.words.export.done(file, filled.sales)],
  });
}

type Counted = { readonly sales: number; readonly lines: number };

async function writeSales(
  desk: TillDesk,
  format: 'csv' | 'json',
  write: Write,
): Promise<Result<Counted, Fault>> {
  let [sales, lines] = [0, 0];
  await write(format === 'csv' ? csvHead(desk.words.export.columns) : '{"sales":[');
  for await (const page of pagesOfSales(desk.till)) {
    if (!page.ok) return no(page.refusal);
    const texts = page.value.map(sale => (format === 'csv' ? csvOfSale(sale) : JSON.stringify(sale)));
    if (texts.length > 0)
      await write(format === 'csv' ? texts.join('') : (sales > 0 ? ',' : '') + texts.join(','));
    sales += page.value.length;
    lines += page.value.reduce((all, sale) => all + sale.lines.length, 0);
  }
  if (format === 'json') await write(']}\n');
  return ok({ sales, lines });
}

async function* pagesOfSales(till: OpenTill): AsyncGenerator<Result<readonly Sale[], Fault>> {
  for (let afterNumber = 0; ; ) {
    const page = await till.query('selling.sales', { afterNumber, limit: salesPerPage });
    yield page;
    const last = page.ok ? page.value.at(-1) : undefined;
    if (!last) return;
    afterNumber = last.number;
  }
}
