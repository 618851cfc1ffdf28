import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Papa from 'papaparse';
import { openWriteDb, type WriteDb } from '../../electron/db/open.ts';
import type { Hands } from '../../tools/demo/hands.ts';
import { type Row, round, timed, timesOf } from './measure.ts';
import { takePriceList } from './rig.ts';

const ratioGoal = 2;
const sliceGoalMs = 50;

export type ImportTimes = {
  readonly rows: number;
  readonly importMs: number;
  readonly floorMs: number;
  readonly bareMs: number;
  readonly longestSliceMs: number;
  readonly ratio: number;
  readonly bareRatio: number;
};

type Here = { readonly hands: Hands; readonly data: string };

/**
 * The price list in `file`, a CSV, into an empty catalogue, from the first staged byte until it is live, against
 * papaparse and an upsert of code, name and price into one table with a plain FTS5 index, in one durable
 * transaction (`floor`), and the same without the index (`bare`). All in the till's own process, with the memory that
 * `npm start` gives it: a larger young space is swept less often and longer.
 */
export async function timeImport(till: Here, file: string): Promise<ImportTimes> {
  const text = readFileSync(file, 'utf8');
  const floors = [await floorMs(till, text, true), await floorMs(till, text, true)];
  const bares = [await floorMs(till, text, false), await floorMs(till, text, false)];
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const importMs = await timed(() => takePriceList(till, Buffer.from(text), 'bench'));
  delays.disable();
  floors.push(await floorMs(till, text, true));
  bares.push(await floorMs(till, text, false));
  // The import happens once, so neither is it the best of several.
  const [floor, bare] = [timesOf(floors).p50, timesOf(bares).p50];
  return {
    rows: text.trimEnd().split('\n').length - 1,
    importMs: round(importMs),
    floorMs: round(floor),
    bareMs: round(bare),
    longestSliceMs: round(delays.max / 1e6),
    ratio: round(importMs / floor),
    bareRatio: round(importMs / bare),
  };
}

export function importRows(times: ImportTimes): Row[] {
  return [
    {
      name: `import of ${times.rows} rows`,
      goal: `<= ${ratioGoal}x of papaparse + upsert with a plain index in one transaction`,
      met: times.ratio <= ratioGoal,
      measured: times,
      said: `${times.ratio}x (${times.importMs} / ${times.floorMs} ms; ${times.bareRatio}x of the upsert without an index)`,
    },
    {
      name: 'longest moment of the import in which the till did not answer',
      goal: `<= ${sliceGoalMs} ms`,
      met: times.longestSliceMs <= sliceGoalMs,
      measured: { longestSliceMs: times.longestSliceMs },
      said: `${times.longestSliceMs} ms`,
    },
  ];
}

async function floorMs({ data }: Here, text: string, indexed: boolean): Promise<number> {
  const file = path.join(data, 'import-floor.db');
  for (const tail of ['', '-wal', '-shm']) rmSync(file + tail, { force: true });
  const db = openWriteDb(file);
  try {
    db.script(
      'CREATE TABLE goods (code TEXT PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL) STRICT',
    );
    if (indexed)
      db.script("CREATE VIRTUAL TABLE words USING fts5 (name, content = '', tokenize = 'unicode61')");
    return await timed(() => upsert(db, text, indexed));
  } finally {
    db.close();
  }
}

function upsert(db: WriteDb, text: string, indexed: boolean): void {
  const { data } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ',' });
  db.transaction(() => {
    for (const [code = '', name = '', price = ''] of data.slice(1)) {
      const { rowid } = db.run(
        'INSERT INTO goods (code, name, price) VALUES (:code, :name, :price) ON CONFLICT (code) DO UPDATE SET name = :name, price = :price',
        { code, name, price: Math.round(Number(price) * 100) },
      );
      // Han characters apart, as every index for Chinese has to have them.
      if (indexed) db.run('INSERT INTO words (rowid, name) VALUES (?, ?)', [rowid, [...name].join(' ')]);
    }
  });
}
