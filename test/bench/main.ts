import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../../electron/host/find-browser.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { buildIfStale } from '../../tools/build.ts';
import { type Beside, besides, linesBeside } from './beside.ts';
import { cashierChangeRow, timeCashierChanges } from './cashier-change.ts';
import { dayReportRow, timeDayReport } from './day-report.ts';
import { drainRow, timeDrain } from './drain.ts';
import { asCsv, type ListedGoods, listGoods } from './goods.ts';
import { writeHistory } from './history.ts';
import { importRows } from './import.ts';
import { machineFacts, type Row } from './measure.ts';
import { type OtherTill, openOtherTill } from './other-till.ts';
import { pageStartRow, timePageStarts } from './page-start.ts';
import { paintRow, timePaints } from './paint.ts';
import { importWholeList, openBenchTill, openShop, signIn, takeWholeList, untilTidy } from './rig.ts';
import { flatRow, type SaleTimes, saleRow, timeSales } from './sale.ts';
import { scanRow, timeScans } from './scan.ts';
import { searchRows, timeSearch } from './search.ts';
import { shiftReportRow, timeShiftReport } from './shift-report.ts';

// `npm run bench -- --json FILE [--quick]`: the figures the product promises, as ratios to what the machine
// can do at all, measured side by side. It always ends with 0: a figure is for people to judge, and a busy
// machine is no fault of the code. `--quick` takes seconds and proves that the bench itself works; `--history N`
// puts another number of sales into the till's past, `--goods N` another number of goods on its list; `--only NAME`
// measures one part of `alone` and what it needs (`npm run bench -- --only search --goods 1000000`).

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    data: { type: 'string' },
    history: { type: 'string' },
    goods: { type: 'string' },
    only: { type: 'string' },
  },
});
const usual = options.quick
  ? { goods: 2_000, history: 5_000, sales: 40, scans: 40, starts: 3, changes: 3 }
  : { goods: 100_000, history: 100_000, sales: 600, scans: 400, starts: 100, changes: 30 };
const size = {
  ...usual,
  goods: Number(options.goods ?? usual.goods),
  history: Number(options.history ?? usual.history),
};

const memoryGoalMegabytes = 160;

/** What `--only` can name: parts that are measured without the others, on a till of their own. */
const alone: Readonly<Record<string, (goods: readonly ListedGoods[]) => Promise<void>>> = {
  search: measureSearch,
  screen: measureScreenAlone,
};

const goodsSeed = 1;

const folder = mkdtempSync(path.join(options.data ?? tmpdir(), 'evertill-bench-'));
const data = path.join(folder, 'till');
const rows: Row[] = [];
const add = (...more: readonly Row[]) => {
  for (const row of more) {
    rows.push(row);
    console.log(
      `${row.met === null ? ' ' : row.met ? '✓' : '✗'} ${row.name}: ${row.said}\n    goal: ${row.goal}`,
    );
  }
};

try {
  const facts = machineFacts(folder);
  console.log(
    Object.entries(facts)
      .map(([fact, value]) => `${fact}: ${value}`)
      .join('\n'),
  );
  await measureAll();
  const missed = rows.filter(row => row.met === false).map(row => row.name);
  console.log(missed.length === 0 ? 'every goal is met' : `missed: ${missed.join('; ')}`);
  if (options.json)
    writeFileSync(
      options.json,
      `${JSON.stringify({ machine: facts, quick: options.quick, rows, missed }, null, 2)}\n`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureAll(): Promise<void> {
  // Every till in a process of its own serves the page, and refuses to start where none is built.
  await buildIfStale('page');
  const goods = listGoods(size.goods, seededRng(goodsSeed));
  if (options.only) {
    const measure = alone[options.only];
    if (!measure) throw new Error(`--only knows ${Object.keys(alone).join(', ')}`);
    return measure(goods);
  }
  const codes = goods.slice(0, 5_000).map(each => each.code);
  const few = await measureFresh(goods, codes);
  await measureSearches(goods);
  await writeHistory(pathsOf(data), size.history);
  await measureOld(few, codes);
  // On a copy: what it sends is still to be sent while the screen is measured.
  await attempt('outbox drain to a loopback gateway', measureDrain);
  if (browserIsThere()) await attempt('the screen', measureScreen, codes);
}

/** Needs more of the machine than the core (a browser, a page that builds, a second process): what cannot be had is said. */
async function attempt<T extends readonly unknown[]>(
  name: string,
  measure: (...what: T) => Promise<void>,
  ...what: T
): Promise<void> {
  try {
    await measure(...what);
  } catch (error) {
    const said = `not measured: ${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)}`;
    add({ name, goal: 'to be measured', met: null, measured: {}, said });
  }
}

/** The screen on a till in a process of its own: at rest, and while it works behind the cashier's back. */
async function measureScreen(codes: readonly string[]): Promise<void> {
  // The first start after a change of the program compiles it, and keeps what it needs for that.
  await (await openOtherTill(data, size.goods)).stop();
  const till = await openOtherTill(data, size.goods);
  try {
    await till.ask('signIn');
    for (const lines of [5, linesBeside])
      add(paintRow(await timePaints(till, codes, lines, size.scans), size.goods));
    add(memoryRow(await till.ask('residentBytes'), size.goods));
    add(cashierChangeRow(await timeCashierChanges(till, codes, size.changes)));
    add(...(await timePageStarts(till, folder, size.starts)).map(pageStartRow));
    for (const beside of besides) await attempt(`scan during ${beside}`, measureBeside, till, codes, beside);
  } finally {
    await till.stop();
  }
}

async function measureBeside(till: OtherTill, codes: readonly string[], beside: Beside): Promise<void> {
  add(paintRow(await timePaints(till, codes, linesBeside, size.scans, beside), size.goods, beside));
}

function memoryRow(bytes: number, goods: number): Row {
  const megabytes = Math.round(bytes / 1024 / 1024);
  return {
    name: `memory of the core after its scans, ${goods} goods`,
    goal: `<= ${memoryGoalMegabytes} MB resident`,
    met: megabytes <= memoryGoalMegabytes,
    measured: { megabytes },
    said: `${megabytes} MB`,
  };
}

/** A till with its list and its past, and nothing else measured. */
async function measureScreenAlone(goods: readonly ListedGoods[]): Promise<void> {
  const till = await openBenchTill(data);
  await openShop(till);
  await takeWholeList(till, goods);
  const codes = goods.slice(0, 5_000).map(each => each.code);
  await timeSales(till, codes, 10);
  await untilTidy(till);
  await till.stop();
  await writeHistory(pathsOf(data), size.history);
  await measureScreen(codes);
}

async function measureSearch(goods: readonly ListedGoods[]): Promise<void> {
  const empty = await openBenchTill(data);
  await openShop(empty);
  await empty.stop();
  importWholeList(data, goods);
  const till = await openBenchTill(data);
  await signIn(till);
  await untilTidy(till);
  await till.stop();
  await measureSearches(goods);
}

/** On the list that is there, in a process of its own as a till is: who holds the lists of the bench takes none of its time. */
async function measureSearches(goods: readonly ListedGoods[]): Promise<void> {
  const till = await openOtherTill(data, goods.length);
  await till.ask('signIn');
  add(...searchRows(await timeSearch(pathsOf(data), till, goods, goodsSeed)));
  await till.stop();
}

/** A till that has just been set up: its first price list, its first sales. */
async function measureFresh(goods: readonly ListedGoods[], codes: readonly string[]): Promise<SaleTimes> {
  const empty = await openBenchTill(data);
  await openShop(empty);
  await empty.stop();
  await measureImport(goods);
  const till = await openBenchTill(data);
  await signIn(till);
  await untilTidy(till);
  const few = await timeSales(till, codes, size.sales);
  add(saleRow(0, few));
  for (const lines of [1, 200]) add(scanRow(await timeScans(till, codes, lines, size.scans), size.goods));
  await till.stop();
  return few;
}

/** In a process of its own, as a till is: see `measureSearches`. */
async function measureImport(goods: readonly ListedGoods[]): Promise<void> {
  const file = path.join(folder, 'list.csv');
  writeFileSync(file, asCsv(goods));
  const till = await openOtherTill(data, goods.length);
  await till.ask('signIn');
  add(...importRows(await till.ask('import', file)));
  await till.stop();
}

/** The same till after years. */
async function measureOld(few: SaleTimes, codes: readonly string[]): Promise<void> {
  const till = await openBenchTill(data);
  await signIn(till);
  await untilTidy(till);
  // The history lies in a shift of its own, as a real one does; the sales measured now are those of today.
  add(shiftReportRow(size.history, await timeShiftReport(till)));
  const many = await timeSales(till, codes, size.sales);
  add(saleRow(size.history, many), flatRow(few, many, size.history));
  add(shiftReportRow(size.history, await timeShiftReport(till)));
  add(dayReportRow(size.history, await timeDayReport(till)));
  const { rows: journalRows, verified } = await till.hands.ask('syncing.verify', {});
  add({
    name: 'the history is what the core itself would have written',
    goal: 'journal and tables verify',
    met: verified,
    measured: { journalRows },
    said: `${journalRows} rows, ${verified ? 'verified' : 'NOT verified'}`,
  });
  await till.stop();
}

async function measureDrain(): Promise<void> {
  const copy = path.join(folder, 'drained');
  cpSync(data, copy, { recursive: true });
  const till = await openBenchTill(copy);
  await signIn(till);
  await untilTidy(till);
  add(drainRow(await timeDrain(till)));
  await till.stop();
}

/** A machine without a browser has no screen to measure; that is said, not hidden. */
function browserIsThere(): boolean {
  if (findBrowser()) return true;
  add({
    name: 'scan to painted sum in Chromium',
    goal: 'a browser to paint it',
    met: null,
    measured: {},
    said: 'not measured: no Chromium, Chrome or Edge on this machine',
  });
  return false;
}
