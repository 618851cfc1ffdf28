import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DayView } from '../../../shared/contract/reports.ts';
import { minor } from '../../../shared/domain/money.ts';
import { reportIds } from '../../../shared/domain/report.ts';
import type { Sale, ShiftId } from '../../../shared/domain/sale.ts';
import { reportWords } from '../../../shared/i18n/report.ts';
import { anyPriced, oneFor, refundOf, saleOf } from '../../../test/doubles/day-of-sales.ts';
import { anyRung, ringUp } from '../../../test/doubles/goods.ts';
import { atHour, mustGive, openReportsTill, type ReportsTill } from '../../../test/doubles/reports-till.ts';
import { facts } from '../../core/journal.ts';
import { compareProjections } from '../../host/verify-projections.ts';

let till: ReportsTill;
beforeEach(() => {
  till = openReportsTill();
});
afterEach(() => till.throwAway());

const day = '2026-11-27';
const weekBefore = '2026-11-20';
const today = (date = day) => mustGive(till.reports.feature.queries.today({ date }));
const sell = (fen: number, number: number, hour = 10, paid: Parameters<typeof saleOf>[2] = {}): Sale => {
  const at = atHour(day, hour);
  const sale = saleOf(oneFor(fen), { number, at }, paid);
  till.tell('sale-completed', { sale }, at);
  return sale;
};
const rows = () => till.db.get<{ rows: number }>('SELECT count(*) AS rows FROM tickets')!.rows;
const verified = async () =>
  (
    await compareProjections(
      till.db,
      [till.reports.feature],
      () => Promise.resolve(),
      () => {},
    )
  ).projections;

describe('what has gone wrong in other tills', () => {
  test('opensourcepos#513, #1972, #2861: a note of 100 for 12.50 counts as 12.50 of cash', async () => {
    sell(1_250, 1, 10, { change: 8_750 });
    expect(await today()).toMatchObject({
      takings: 1_250,
      tenders: [{ tender: 'cash', count: 1, amount: 1_250 }],
    });
  });

  test('NexoPOS#1072, #1100: a sale paid in two ways is one sale, and each way counts its own part', async () => {
    sell(10_000, 1, 10, { first: 'wechat', split: minor(4_000), change: 4_000 });
    expect(await today()).toMatchObject({
      sales: { count: 1, total: 10_000 },
      basket: 10_000,
      tenders: [
        { tender: 'cash', count: 1, amount: 6_000 },
        { tender: 'wechat', count: 1, amount: 4_000 },
      ],
    });
  });

  test('NexoPOS#2132, #454: asked twice at once and once more, every sale counts once', async () => {
    for (let number = 1; number <= 250; number += 1) sell(100, number);
    const [one, other] = await Promise.all([today(), today()]);
    expect(one.sales).toEqual({ count: 250, total: 25_000 });
    expect(other).toEqual(one);
    expect(await today()).toEqual(one);
    expect(rows()).toBe(250);
  });
});

describe('a day', () => {
  test('is summed by the hour of the wall clock, beside the same weekday a week before', async () => {
    const before = saleOf(oneFor(700), { number: 1, at: atHour(weekBefore, 9) });
    till.tell('sale-completed', { sale: before }, before.at);
    sell(1_000, 2, 11);
    const sale = sell(500, 3, 11, { first: 'alipay' });
    const refund = refundOf(sale, { number: 1, at: atHour(day, 12) });
    till.tell('sale-refunded', { refund }, refund.at);
    expect(await today()).toEqual({
      date: day,
      sales: { count: 2, total: 1_500 },
      pieces: 2,
      discounts: 0,
      refunds: { count: 1, total: 500 },
      takings: 1_000,
      basket: 750,
      lastWeek: { date: weekBefore, takings: 700, tickets: 1 },
      hours: [
        { hour: 9, tickets: 0, total: 0, lastWeek: 700 },
        { hour: 10, tickets: 0, total: 0, lastWeek: 0 },
        { hour: 11, tickets: 2, total: 1_500, lastWeek: 0 },
        { hour: 12, tickets: 1, total: -500, lastWeek: 0 },
      ],
      tenders: [
        { tender: 'cash', count: 1, amount: 1_000 },
        { tender: 'alipay', count: 2, amount: 0 },
      ],
    });
  });

  test('of random sales, refunds and undone sales comes to what the journal says, to the fen', async () => {
    const act = fc.record({
      priced: anyPriced,
      hour: fc.nat(23),
      daysAgo: fc.constantFrom(0, 1, 7),
      first: fc.constantFrom(undefined, 'wechat' as const, 'alipay' as const, 'store-code' as const),
      split: fc.nat(5_000),
      change: fc.nat(10_000),
      back: fc.constantFrom(null, null, 'refund' as const, 'void' as const, 'without-receipt' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), async acts => {
        const own = openReportsTill();
        try {
          acts.forEach(({ priced, hour, daysAgo, first, split, change, back }, index) => {
            const at = atHour(day, hour) - daysAgo * 86_400_000;
            const who = { number: index + 1, at };
            const sale = saleOf(priced, who, { split: minor(split), change, ...(first && { first }) });
            own.tell('sale-completed', { sale }, at);
            if (back) own.tell('sale-refunded', { refund: refundOf(sale, who, back) }, at);
          });
          const view = await mustGive(own.reports.feature.queries.today({ date: day }));
          expect(sumsOf(view)).toEqual(recount(own));
        } finally {
          own.throwAway();
        }
      }),
      { numRuns: 40 },
    );
  });
});

const sumsOf = ({ sales, refunds, takings, pieces, discounts, tenders, hours, lastWeek }: DayView) => ({
  sales: sales.total,
  refunds: refunds.total,
  takings,
  pieces,
  discounts,
  cash: tenders.find(({ tender }) => tender === 'cash')?.amount ?? 0,
  tenders: tenders.reduce((all, { amount }) => all + amount, 0),
  hours: hours.reduce((all, { total }) => all + total, 0),
  lastWeek: lastWeek.takings,
});

/** Counted once more, from the facts and with other means than the index has. */
function recount({ db }: ReportsTill): ReturnType<typeof sumsOf> {
  const sums = { sales: 0, refunds: 0, pieces: 0, discounts: 0, cash: 0, lastWeek: 0 };
  for (const { kind, at, body } of facts(db)) {
    const sold = kind === 'sale-completed' ? body.sale : null;
    const back = kind === 'sale-refunded' ? body.refund : null;
    const came = (sold?.total ?? 0) - (back?.total ?? 0);
    if (at < atHour(weekBefore, 24)) sums.lastWeek += came;
    if (at < atHour(day, 0)) continue;
    sums.sales += sold?.total ?? 0;
    sums.refunds += back?.total ?? 0;
    sums.pieces += sold?.pieces ?? 0;
    sums.discounts += (sold?.lineDiscount ?? 0) + (sold?.ticketDiscount ?? 0);
    for (const tender of sold?.tenders ?? []) if (tender.kind === 'cash') sums.cash += tender.amount;
    for (const part of back?.back ?? []) if (part.kind === 'cash') sums.cash -= part.amount;
  }
  const takings = sums.sales - sums.refunds;
  return { ...sums, takings, tenders: takings, hours: takings } as ReturnType<typeof sumsOf>;
}

describe('the ticket index', () => {
  test('adds nothing to a sale’s own commit', () => {
    sell(1_000, 1);
    expect(rows()).toBe(0);
  });

  test('lets the till sell between two slices, and takes in what was sold meanwhile', async () => {
    for (let number = 1; number <= 220; number += 1) sell(100, number);
    const asked = today();
    await new Promise(resolve => setImmediate(resolve));
    sell(100, 221);
    expect((await asked).sales.count).toBe(221);
  });

  test('is rebuilt by verify as far as it has got, and a row that is not as sold is found', async () => {
    const sale = sell(1_000, 1);
    const cart = ringUp(fc.sample(anyRung, { numRuns: 2, seed: 1 }), null);
    till.tell('line-removed', { cart: cart.id, shift: sale.shift, line: cart.lines[0]! }, sale.at);
    await today();
    sell(500, 2);
    const same = [
      { table: 'tickets', same: true },
      { table: 'watched_acts', same: true },
    ];
    expect(await verified()).toEqual(same);
    till.db.run('UPDATE tickets SET total = 1 WHERE number = 1');
    expect(await verified()).toEqual([{ table: 'tickets', same: false }, same[1]]);
  });
});

describe('tickets', () => {
  test('are found by date, amount and the last digits of the number, newest first, also the one just sold', async () => {
    sell(1_000, 123);
    sell(2_000, 223);
    sell(1_000, 323);
    const find = async (wanted: Parameters<typeof till.reports.reads.find>[0], most = 10) =>
      (await till.reports.reads.find(wanted, most)).map(({ number }) => number);
    expect(await find({})).toEqual([323, 223, 123]);
    expect(await find({}, 1)).toEqual([323]);
    expect(await find({ tail: '23', amount: minor(1_000) })).toEqual([323, 123]);
    expect(await find({ tail: '0223' })).toEqual([223]);
    expect(await find({ date: day })).toHaveLength(3);
    expect(await find({ date: weekBefore })).toEqual([]);
  });

  test('of a shift come with what each tender settled; a refund’s amounts are negative', async () => {
    const sale = sell(1_000, 1, 10, { first: 'wechat', split: minor(400), change: 50 });
    const refund = refundOf(sale, { number: 1, at: sale.at });
    till.tell('sale-refunded', { refund }, sale.at);
    const tickets = await till.reports.reads.ofShift('shift-1' as ShiftId);
    expect(tickets.map(({ kind, total, tenders }) => ({ kind, total, tenders }))).toEqual([
      { kind: 'refund', total: -1_000, tenders: { cash: -600, wechat: -400 } },
      { kind: 'sale', total: 1_000, tenders: { cash: 600, wechat: 400 } },
    ]);
    expect(await till.reports.reads.ofShift('shift-2' as ShiftId)).toEqual([]);
  });

  test('are listed part by part, each once; the first part tells how many there are and their sum', async () => {
    for (let number = 1; number <= 1_100; number += 1) sell(100, number);
    const seen: unknown[] = [];
    let beforeSeq: number | undefined;
    let first: unknown;
    do {
      const asked = { report: 'tickets', from: day, to: day, beforeSeq } as const;
      const part = await mustGive(till.reports.feature.queries.table(asked));
      first ??= { all: part.all, total: part.totals?.[9] };
      seen.push(...part.rows.map(row => row[0]));
      beforeSeq = part.next ?? undefined;
    } while (beforeSeq !== undefined);
    expect(first).toEqual({ all: 1_100, total: 110_000 });
    expect(seen).toHaveLength(1_100);
    expect(new Set(seen).size).toBe(1_100);
    expect(seen[0]).toBe('1-001100');
  });
});

describe('every report', () => {
  test.each(reportIds)('%s has a cell for each column and a name for it in every language', async report => {
    const sale = sell(1_000, 1);
    till.tell('drawer-opened', { shift: sale.shift, reason: '换零钱' }, sale.at);
    const table = await mustGive(till.reports.feature.queries.table({ report, from: day, to: day }));
    expect(table.rows.length).toBeGreaterThan(0);
    for (const row of [...table.rows, table.totals!]) expect(row).toHaveLength(table.columns.length);
    for (const words of Object.values(reportWords)) {
      expect(words.titles[report]).not.toBe('');
      for (const { id } of table.columns) expect(words.columns).toHaveProperty(id);
    }
  });
});

describe('on paper', () => {
  const print = async (report: 'today' | 'tickets') => {
    const { prepare, commands } = till.reports.feature;
    const input = { report, from: day, to: day };
    const table = await prepare!.print!(input, { kind: 'page' });
    return till.core.parts.act({ id: 'li', staff: null, role: 'manager' }, tx =>
      commands.print(input, tx, table),
    );
  };

  test('a report says its days, its rows and its sum', async () => {
    sell(1_000, 1, 9);
    expect(await print('today')).toEqual({ ok: true, value: { job: 'job-1' } });
    const text = JSON.stringify(till.pages[0]);
    for (const part of ['日报', day, '9 点', '10.00', '合计']) expect(text).toContain(part);
  });

  test('more than two metres are refused, and how long it would be is said', async () => {
    for (let number = 1; number <= 60; number += 1) sell(100, number);
    expect(await print('tickets')).toMatchObject({
      refusal: { code: 'report-too-long', params: { lines: 60 * 11 + 9, most: 600 } },
    });
    expect(till.pages).toEqual([]);
  });
});
