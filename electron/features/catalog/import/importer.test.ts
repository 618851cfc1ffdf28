import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportPreview } from '../../../../shared/contract/catalog.ts';
import { type CatalogTill, openCatalogTill, value } from '../../../../test/conformance/catalog-till.ts';
import { buildGeneration } from '../generation.ts';
import { Beside } from './beside.ts';

// The way of the screen: staged in pieces, in the background, watched.

let till: CatalogTill;
beforeEach(() => {
  till = openCatalogTill();
});
afterEach(() => till.throwAway());

const item = (code: string) => till.reads.itemsWithCode(code)[0];
const list = (count: number) =>
  Buffer.from(
    `条码,品名,售价\n${Array.from({ length: count }, (_, index) => `${10_000 + index},商品${index},1`).join('\n')}`,
  );
const mapping = { code: 0, name: 1, price: 2 };
const stage = (bytes: Uint8Array, upload = 'up-1') =>
  value(till.command('stage', { upload, index: 0, base64: Buffer.from(bytes).toString('base64') }) as never);
const start = (upload = 'up-1') => till.command('import', { upload, fileName: '价目表.csv', mapping });

test('imports in the background, in slices between which goods are sold from the old list', async () => {
  till.importNow('条码,品名,售价\n10000,旧名,9');
  await till.env.pass(1);
  stage(list(3_000));
  value(start() as never);
  expect(till.state().current).toMatchObject({ phase: 'reading', done: 0 });
  expect(item('10000')!.name).toBe('旧名');
  await till.env.pass(1);
  expect(till.state()).toMatchObject({ items: 3_000, current: { phase: 'done', added: 2_999, changed: 1 } });
  expect(item('10000')!.name).toBe('商品0');
  const facts = till.db.all<{ body: string }>(
    "SELECT body FROM journal WHERE kind = 'catalog-imported' ORDER BY seq DESC LIMIT 1",
  );
  expect(JSON.parse(facts[0]!.body)).toMatchObject({
    file: '价目表.csv',
    rows: 3_000,
    added: 2_999,
    changed: 1,
    generation: 2,
  });
  expect(till.env.logged).toEqual([]);
});

test('the columns that a person chose come again with the next file that has the same headers', async () => {
  const list = (price: string) => Buffer.from(`条码,品名,批发,零售\n1001,茶,${price},4\n`);
  const look = async () => value((await till.queries.preview({ upload: 'up-1' })) as never) as ImportPreview;
  const chosen = { code: 0, name: 1, price: 2 };
  stage(list('3'));
  expect(await look()).toMatchObject({
    mapping: { code: 0, name: 1 },
    remembered: false,
    missing: ['price'],
  });
  value(till.command('import', { upload: 'up-1', fileName: 'a.csv', mapping: chosen }) as never);
  await till.env.pass(1);
  till.close();
  till = openCatalogTill(till.folder, till.env);
  stage(list('5'));
  expect(await look()).toMatchObject({ mapping: chosen, remembered: true, items: [{ price: 500 }] });
  stage(Buffer.from('品名,条码,批发,零售\n茶,1001,3,4\n'), 'up-2');
  expect(value((await till.queries.preview({ upload: 'up-2' })) as never)).toMatchObject({
    mapping: { name: 0, code: 1 },
    remembered: false,
  });
});

test('what the till guesses by itself is not remembered: a better guess counts tomorrow', async () => {
  stage(list(3));
  value(start() as never);
  expect(till.db.all('SELECT * FROM catalog_mappings')).toEqual([]);
});

test('one import at a time, and a piece that is sent again counts once', () => {
  const bytes = list(10);
  stage(bytes);
  expect(stage(bytes)).toEqual({ bytes: bytes.length });
  value(start() as never);
  stage(list(5), 'up-2');
  expect(start('up-2')).toMatchObject({ ok: false, refusal: { code: 'import-running' } });
});

test('refuses a file of which pieces are missing, and a list without prices', () => {
  expect(till.command('stage', { upload: 'x', index: 3, base64: 'YQ==' })).toMatchObject({
    refusal: { code: 'upload-incomplete' },
  });
  expect(start('never')).toMatchObject({ refusal: { code: 'upload-incomplete' } });
  stage(list(3));
  expect(till.command('import', { upload: 'up-1', fileName: 'x', mapping: { name: 1 } })).toMatchObject({
    refusal: { code: 'mapping-incomplete', params: { fields: 'price' } },
  });
});

test('cancelled half way, the catalogue is as it was, and the next import works', async () => {
  till.importNow('条码,品名,售价\n10000,旧名,9');
  await till.env.pass(1);
  stage(list(3_000));
  const { import: id } = value(start() as never) as { import: string };
  value(till.command('cancelImport', { import: id }) as never);
  await till.env.pass(1);
  expect(till.state()).toMatchObject({ items: 1, generation: 1, current: { phase: 'cancelled' } });
  expect(till.command('cancelImport', { import: 'other' })).toMatchObject({
    refusal: { code: 'no-such-import' },
  });
  expect(till.importNow(list(20))).toMatchObject({ added: 19, changed: 1 });
});

test('a till that dies half way through an import starts with the old catalogue and sweeps up', async () => {
  till.importNow('条码,品名,售价\n10000,旧名,9');
  await till.env.pass(1);
  const added = Array.from({ length: 3_000 }, (_, index) => ({
    ...item('10000')!,
    id: `x${index}` as never,
    codes: [`x${index}`],
  }));
  const build = buildGeneration(
    till.core.parts,
    {
      beside: new Beside(till.db),
      changed: new Map(),
      added,
      addedCount: added.length,
      removedCount: 0,
      isRemoved: () => false,
    },
    () => {},
    () => {},
  );
  for (let slice = 0; slice < 10; slice++) build.next();
  expect(till.db.all('SELECT * FROM catalog_items_a LIMIT 1').length).toBe(1);
  till.close();
  const again = openCatalogTill(till.folder, till.env);
  expect(again.state()).toMatchObject({ items: 1, generation: 1 });
  await again.env.pass(1);
  expect(again.env.logged).toEqual([]);
  expect(again.db.all('SELECT * FROM catalog_items_a LIMIT 1').length).toBe(0);
  expect(again.db.all('SELECT * FROM catalog_codes_a LIMIT 1').length).toBe(0);
  expect(again.importNow(list(20))).toMatchObject({ added: 19, changed: 1 });
  till = again;
});
