import path from 'node:path';
import writeXlsxFile from 'write-excel-file/universal';
import { goodsMax } from '../../../shared/contract/catalog.ts';
import type { Item } from '../../../shared/domain/item.ts';
import {
  type BookRow,
  bookColumns,
  bookHead,
  bookRow,
  type PriceListWriting,
  priceListHead,
  priceListRows,
} from '../../../shared/i18n/price-list.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';
import type { Fault, Outcome, TillDesk } from '../answer.ts';
import { type Write, writeNewFile } from '../new-file.ts';
import type { OpenTill } from '../open-till.ts';

/**
 * `export --what goods [FILE]`: the catalogue, to be looked at or mended and imported again. A file named
 * `.xlsx` is a workbook, anything else CSV; without a file the CSV goes to standard output, or the goods as
 * JSON. An existing file is never overwritten.
 */
export async function exportGoods(
  desk: TillDesk,
  file: string | undefined,
  minorDigits: number,
): Promise<Outcome> {
  const writing = { language: desk.language, minorDigits };
  if (file === undefined) return toOutput(desk, writing);
  const isBook = path.extname(file).toLowerCase() === '.xlsx';
  const written = await writeNewFile(file, (write, writeBytes) =>
    isBook ? writeBook(desk.till, writing, writeBytes) : writeCsv(desk.till, writing, write),
  );
  if (!written.ok) return written;
  const { filled: goods, bytes } = written.value;
  return ok({
    good: true,
    json: { file, format: isBook ? 'xlsx' : 'csv', goods, bytes },
    lines: [desk.words.export.goods(file, goods)],
  });
}

async function toOutput(desk: TillDesk, writing: PriceListWriting): Promise<Outcome> {
  if (!desk.json) {
    const written = await writeCsv(desk.till, writing, desk.write);
    return written.ok ? ok({ good: true, json: undefined, lines: [] }) : written;
  }
  const goods: Item[] = [];
  for await (const part of partsOf(desk.till)) {
    if (!part.ok) return part;
    goods.push(...part.value);
  }
  return ok({ good: true, json: { goods }, lines: [] });
}

async function writeCsv(
  till: OpenTill,
  writing: PriceListWriting,
  write: Write,
): Promise<Result<number, Fault>> {
  let goods = 0;
  await write(priceListHead(writing));
  for await (const part of partsOf(till)) {
    if (!part.ok) return part;
    goods += part.value.length;
    await write(priceListRows(part.value, writing));
  }
  return ok(goods);
}

async function writeBook(
  till: OpenTill,
  writing: PriceListWriting,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<Result<number, Fault>> {
  const rows: BookRow[] = [bookHead(writing)];
  for await (const part of partsOf(till)) {
    if (!part.ok) return part;
    for (const item of part.value) rows.push(bookRow(item, writing));
  }
  const book = writeXlsxFile(rows, { columns: bookColumns, stickyRowsCount: 1 });
  await write(new Uint8Array(await (await book.toBlob()).arrayBuffer()));
  return ok(rows.length - 1);
}

async function* partsOf(till: OpenTill): AsyncGenerator<Result<readonly Item[], Fault>> {
  let generation: number | null = null;
  for (let after: number | null = 0; after !== null; ) {
    const part: Awaited<ReturnType<typeof askPart>> = await askPart(till, after, generation);
    yield part.ok ? ok(part.value.items) : no(part.refusal);
    if (!part.ok) return;
    ({ next: after, generation } = part.value);
  }
}

const askPart = (till: OpenTill, after: number, generation: number | null) =>
  till.query('catalog.goods', { after, limit: goodsMax, generation });
