import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { AnswerOf } from '../../shared/contract/words.ts';
import { assert } from '../../shared/lib/assert.ts';
import { bytesWritten, type Row, round, type Times, timesOf } from './measure.ts';
import { type BenchTill, untilPrinted } from './rig.ts';

const rawBytes = 32 * 1024;
const p50Goal = 2.5;
const p99Goal = 4;
const bytesGoal = 36 * 1024;

export type SaleTimes = {
  readonly sale: Times;
  readonly raw: Times;
  readonly p50Ratio: number;
  readonly p99Ratio: number;
  /** Written until the sale is answered: its own commit. */
  readonly bytesPerSale: number;
  /** The same, and all that follows until drawer and receipt are done. */
  readonly bytesUntilPrinted: number;
};

/**
 * A durable five-line sale, the goods already scanned, from `submit('paying.cash')` to its answer; after
 * each, the same disk takes a raw append of 32 KiB with fdatasync. One after the other, so that whatever the
 * disk is doing it does to both.
 */
export async function timeSales(
  till: BenchTill,
  codes: readonly string[],
  count: number,
): Promise<SaleTimes> {
  const floor = rawFloor(path.join(till.paths.data, 'raw-floor'));
  const [sales, raws]: [number[], number[]] = [[], []];
  let bytes = 0;
  let bytesUntilPrinted = 0;
  try {
    for (let place = 0; place < count; place += 1) {
      const due = await fillCart(till, codes, place);
      await untilPrinted(till);
      const before = bytesWritten();
      sales.push(await paid(till, due));
      bytes += bytesWritten() - before;
      raws.push(floor.append());
      await untilPrinted(till);
      bytesUntilPrinted += bytesWritten() - before - rawBytes;
    }
  } finally {
    floor.close();
  }
  const [sale, raw] = [timesOf(sales), timesOf(raws)];
  return {
    sale,
    raw,
    p50Ratio: round(sale.p50 / raw.p50),
    p99Ratio: round(sale.p99 / raw.p99),
    bytesPerSale: Math.round(bytes / count),
    bytesUntilPrinted: Math.round(bytesUntilPrinted / count),
  };
}

export function saleRow(history: number, times: SaleTimes): Row {
  return {
    name: `durable 5-line sale, ${history} sales of history`,
    goal: `p50 <= ${p50Goal}x, p99 <= ${p99Goal}x of raw append of 32 KiB + fdatasync, <= 36 KiB written`,
    met: times.p50Ratio <= p50Goal && times.p99Ratio <= p99Goal && times.bytesPerSale <= bytesGoal,
    measured: { history, ...times },
    said: `p50 ${times.p50Ratio}x (${times.sale.p50} / ${times.raw.p50} ms), p99 ${times.p99Ratio}x (${times.sale.p99} / ${times.raw.p99} ms), ${times.bytesPerSale} bytes, ${times.bytesUntilPrinted} until the receipt is printed`,
  };
}

/** The same sale with and without a history: nothing may grow with the years. */
export function flatRow(few: SaleTimes, many: SaleTimes, history: number): Row {
  const growth = round(many.p50Ratio / few.p50Ratio);
  return {
    name: `sale, growth from 0 to ${history} sales`,
    goal: 'p50 ratio <= 1.15 of that at 0',
    met: growth <= 1.15,
    measured: { growth },
    said: `${growth}x`,
  };
}

type Due = { readonly cart: string; readonly due: number };

async function fillCart({ hands }: BenchTill, codes: readonly string[], place: number): Promise<Due> {
  for (let line = 0; line < 5; line += 1)
    await hands.say('selling.scan', { text: codes[(place * 5 + line) % codes.length]!, from: 'keyboard' });
  const { id, priced } = await hands.see('selling.cart');
  assert(priced.lines.length === 5, 'five lines are on the counter');
  return { cart: id, due: priced.due };
}

async function paid({ core, env }: BenchTill, { cart, due }: Due): Promise<number> {
  const envelope = { id: env.newId(), word: 'paying.cash', input: { cart, due, given: due } };
  const began = performance.now();
  const answer = (await core.submit(envelope, { kind: 'page' })) as AnswerOf<'paying.cash'>;
  const ms = performance.now() - began;
  assert(answer.ok, 'the sale was taken');
  return ms;
}

/** The least that being durable can cost on this disk. */
function rawFloor(file: string): { append(): number; close(): void } {
  const handle = openSync(file, 'a');
  const bytes = Buffer.alloc(rawBytes, 7);
  return {
    append: () => {
      const began = performance.now();
      writeSync(handle, bytes);
      fdatasyncSync(handle);
      return performance.now() - began;
    },
    close: () => closeSync(handle),
  };
}
