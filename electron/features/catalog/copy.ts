import type { Cell, ReadDb, WriteDb } from '../../db/open.ts';
import { liveCatalogue } from './slots.ts';

const tables = ['items', 'codes', 'ids', 'words'] as const;
const sliceRows = 2000;

/**
 * Copies the live price list of one till into the empty one of another, with its search index; one slice per
 * step, so that the till it comes from goes on between them. `from` must see one moment until this is done.
 */
export function* copyCatalogue(from: ReadDb, to: WriteDb): Generator<void> {
  const { slot, generation, items } = liveCatalogue(from);
  const target = liveCatalogue(to).slot;
  for (const table of tables)
    yield* copyTable(from, to, `catalog_${table}_${slot}`, `catalog_${table}_${target}`);
  yield* copyTable(from, to, 'repriced', 'repriced');
  to.transaction(() => {
    for (const row of from.each<Row>('SELECT * FROM catalog_added WHERE generation IS NULL'))
      put(to, 'catalog_added', row);
    for (const row of from.each<Row>('SELECT * FROM repricings WHERE ready = 1 AND generation IS NULL'))
      put(to, 'repricings', row);
    to.run('UPDATE catalog_live SET generation = ?, items = ?', [generation, items]);
  });
}

function* copyTable(from: ReadDb, to: WriteDb, source: string, target: string): Generator<void> {
  for (const rows of slicesOf(from.each<Row>(`SELECT * FROM ${source}`))) {
    to.slice(() => {
      for (const row of rows) put(to, target, row);
    });
    yield;
  }
}

type Row = Readonly<Record<string, Cell>>;

function put(to: WriteDb, table: string, row: Row): void {
  const names = Object.keys(row);
  const places = names.map(() => '?').join(', ');
  to.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`, Object.values(row));
}

function* slicesOf(rows: Iterable<Row>): Generator<Row[]> {
  let slice: Row[] = [];
  for (const row of rows) {
    slice.push(row);
    if (slice.length < sliceRows) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
