import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CatalogTill, openCatalogTill, value } from '../../../test/conformance/catalog-till.ts';
import { Beside } from './import/beside.ts';

let till: CatalogTill;
beforeEach(() => {
  till = openCatalogTill();
});
afterEach(() => till.throwAway());

const csv = (...rows: readonly string[]) => `条码,品名,售价\n${rows.join('\n')}\n`;
const item = (code: string) => till.reads.itemsWithCode(code)[0];
const goods = () => {
  const { slot } = till.db.get<{ slot: string }>('SELECT slot FROM catalog_live')!;
  return till.db.all(`SELECT * FROM catalog_items_${slot} ORDER BY rank`);
};
const undo = () => till.command('undoImport', {});
/** Ends the till and opens it again on the same folder. */
const restart = async () => {
  till.close();
  till = openCatalogTill(till.folder, till.env);
  await till.env.pass(10);
};
const shelf = csv('1,茶,3', '2,奶,4', '3,水,2');

test('one word brings back exactly the price list of before, in scans, in searches and after a restart', async () => {
  till.importNow(shelf);
  const before = goods();
  till.importNow(csv('1,茶,300', '9,油,60'), { absent: 'remove' });
  await till.env.pass(10);
  await restart();
  expect(item('1')!.price).toBe(30_000);
  expect(till.state()).toMatchObject({ items: 2, undoable: { fileName: 'list.csv', items: 3 } });
  expect(value(undo() as never)).toMatchObject({ fileName: 'list.csv', items: 3 });
  await till.env.pass(10);
  expect(goods()).toEqual(before);
  expect(till.state()).toMatchObject({ items: 3, generation: 3, undoable: null });
  expect([item('1')!.price, item('9')]).toEqual([300, undefined]);
  expect(till.search('奶').map(({ name }) => name)).toEqual(['奶']);
  expect(till.search('油')).toEqual([]);
  const [fact] = till.db.all<{ body: string }>(
    "SELECT body FROM journal WHERE kind = 'catalog-import-undone'",
  );
  expect(JSON.parse(fact!.body)).toMatchObject({ file: 'list.csv', items: 3, generation: 3 });
  await restart();
  expect(goods()).toEqual(before);
  expect(till.env.logged).toEqual([]);
});

test('what was undone is cleared away, and the next import works like any other', async () => {
  till.importNow(shelf);
  till.importNow(csv('4,盐,1'));
  value(undo() as never);
  await till.env.pass(10);
  expect(till.db.all('SELECT * FROM catalog_items_a')).toEqual([]);
  expect(till.db.get('SELECT tidy FROM catalog_live')).toEqual({ tidy: 1 });
  expect(till.importNow(csv('1,茶,3.5'))).toMatchObject({ changed: 1 });
  expect(till.state()).toMatchObject({ items: 3, generation: 4, undoable: { items: 3 } });
});

test('the very first list can be undone too: nothing is on the shelf then', () => {
  till.importNow(shelf);
  value(undo() as never);
  expect(till.state()).toMatchObject({ items: 0, undoable: null });
  expect(item('1')).toBeUndefined();
});

test('it is refused in plain words where there is nothing to go back to', () => {
  expect(undo()).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
  till.importNow(shelf);
  value(undo() as never);
  expect(undo()).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
});

test('an import that changed nothing leaves the one before it to be undone', () => {
  till.importNow(shelf);
  till.importNow(csv('1,茶,30'));
  till.importNow(csv('1,茶,30'));
  value(undo() as never);
  expect(item('1')!.price).toBe(300);
});

const stageAndStart = (text: string) => {
  const upload = till.env.newId();
  const base64 = Buffer.from(text).toString('base64');
  value(till.command('stage', { upload, index: 0, base64 }) as never);
  const mapping = { code: 0, name: 1, price: 2 };
  return value(till.command('import', { upload, fileName: 'b.csv', mapping }) as never) as { import: string };
};

test('while another import runs nothing is undone; cancelled before it built anything, it leaves the way back open', async () => {
  till.importNow(shelf);
  till.importNow(csv('1,茶,30'));
  const { import: id } = stageAndStart(csv('1,茶,4'));
  expect(undo()).toMatchObject({ refusal: { code: 'import-running' } });
  value(till.command('cancelImport', { import: id }) as never);
  await till.env.pass(10);
  expect(till.state()).toMatchObject({ current: { phase: 'cancelled' }, undoable: { items: 3 } });
  value(undo() as never);
  expect(item('1')!.price).toBe(300);
});

test('a till that dies while the next list is being built has nothing half built to go back to', async () => {
  till.importNow(shelf);
  till.importNow(csv('1,茶,30'));
  const { buildGeneration } = await import('./generation.ts');
  const changes = {
    beside: new Beside(till.db),
    changed: new Map(),
    added: [],
    addedCount: 0,
    removedCount: 0,
    isRemoved: () => false,
  };
  const build = buildGeneration(
    till.core.parts,
    changes,
    () => {},
    () => {},
  );
  build.next();
  await restart();
  expect(till.state()).toMatchObject({ items: 3, undoable: null });
  expect(undo()).toMatchObject({ refusal: { code: 'nothing-to-undo' } });
  expect(item('1')!.price).toBe(3000);
  expect(till.db.all('SELECT * FROM catalog_items_b')).toEqual([]);
});
