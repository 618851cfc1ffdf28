import { afterEach, beforeEach, expect, test } from 'vitest';
import { minor } from '../../../shared/domain/money.ts';
import { type CatalogTill, openCatalogTill, value } from '../../../test/conformance/catalog-till.ts';
import { systemActor } from '../../core/feature.ts';
import { migrate } from '../../db/migrate.ts';
import { openScratchDb } from '../../db/open.ts';
import { addedMax } from './added.ts';
import { copyCatalogue } from './copy.ts';
import { HotGoods } from './search/hot.ts';
import { itemsWithCode, search } from './search/search.ts';

let till: CatalogTill;
beforeEach(() => {
  till = openCatalogTill();
});
afterEach(() => till.throwAway());

const csv = (...rows: readonly string[]) => `条码,品名,售价\n${rows.join('\n')}\n`;
const items = (code: string) => till.reads.itemsWithCode(code);
const item = (code: string) => items(code)[0];
const found = (text: string) => till.search(text).map(({ name }) => name);
const say = (code: string, name: string, price: number, category = '') =>
  till.core.parts.act(systemActor, tx =>
    till.catalog.keeper.add(tx, { code, name, price: minor(price), category }),
  );
const create = (...goods: Parameters<typeof say>) => value(say(...goods));
const exported = () =>
  (
    value(till.queries.goods({ after: 0, limit: 1_000, generation: null }) as never) as {
      items: { name: string }[];
    }
  ).items.map(({ name }) => name);
const restart = async () => {
  till.close();
  till = openCatalogTill(till.folder, till.env);
  await till.env.pass(10);
};
const chips = '6909999999996';

test('goods created at the counter are scanned, found, exported and still there after a restart', async () => {
  till.importNow(csv('1,茶,3'));
  create(chips, '新薯片', 650, '零食');
  for (const again of [false, true]) {
    if (again) await restart();
    expect(item(chips)).toMatchObject({
      id: chips,
      name: '新薯片',
      price: 650,
      category: '零食',
      taxPermille: 130,
    });
    expect([found('薯片'), found('xsp'), found('690999')]).toEqual([['新薯片'], ['新薯片'], ['新薯片']]);
    expect(exported()).toEqual(['茶', '新薯片']);
    expect(till.reads.inCategory('零食', 5).map(({ name }) => name)).toEqual(['新薯片']);
    expect(till.reads.categories(5)).toEqual(['零食']);
    expect(till.state()).toMatchObject({ items: 2, added: 1 });
  }
  const [fact] = till.db.all<{ body: string }>("SELECT body FROM journal WHERE kind = 'item-created'");
  expect(JSON.parse(fact!.body)).toEqual({
    item: chips,
    code: chips,
    name: '新薯片',
    category: '零食',
    price: 650,
  });
});

test('one code is one item, however often and in whatever spelling it is created', () => {
  create('036000291452', '纸巾', 300);
  for (const code of ['036000291452', '0036000291452'])
    expect(say(code, '纸', 500)).toMatchObject({ ok: false, refusal: { code: 'code-on-list' } });
  expect(items('0036000291452').map(({ name }) => name)).toEqual(['纸巾']);
});

test.each([
  ['6909999999996', 0, 'price-not-positive'],
  ['6909999999996', 10_000_000, 'price-too-high'],
  ['6909999999997', 300, 'code-not-retail'],
  ['134567890123456789', 300, 'code-not-retail'],
])('nothing is created under %s at %i', (code, price, refusal) => {
  expect(say(code, '茶', price)).toMatchObject({ ok: false, refusal: { code: refusal } });
  expect(till.state()).toMatchObject({ items: 0 });
});

test('what sold most comes first in a search, created goods too', () => {
  till.importNow(csv('1,绿茶,3', '2,红茶,3'));
  create(chips, '新茶', 650);
  till.sell('2', chips, chips);
  expect(found('茶')).toEqual(['新茶', '红茶', '绿茶']);
});

test('the next list takes created goods in and leaves them as they are where it does not name them', async () => {
  till.importNow(csv('1,茶,3'));
  create(chips, '新薯片', 650);
  expect(till.importNow(csv('2,奶,4'))).toMatchObject({ added: 1, changed: 0 });
  expect(till.state()).toMatchObject({ items: 3, added: 0 });
  await restart();
  expect(items(chips).map(({ name, price }) => [name, price])).toEqual([['新薯片', 650]]);
  expect([found('薯片'), exported()]).toEqual([['新薯片'], ['茶', '新薯片', '奶']]);
});

test('a list that brings the same code decides, says so before, and undoing it brings the created goods back', async () => {
  till.importNow(csv('1,茶,3'));
  create(chips, '新薯片', 650);
  value(
    till.command('stage', {
      upload: 'u',
      index: 0,
      base64: Buffer.from(csv(`${chips},乐事薯片,7`)).toString('base64'),
    }),
  );
  const mapping = { code: 0, name: 1, price: 2 };
  expect(value(await till.compare({ upload: 'u', mapping }))).toMatchObject({
    added: 0,
    priceUp: 1,
    takenOver: 1,
    absent: 1,
    listed: 2,
  });
  till.importNow(csv(`${chips},乐事薯片,7`));
  expect(items(chips).map(({ id, name, price }) => [id, name, price])).toEqual([[chips, '乐事薯片', 700]]);
  value(till.command('undoImport', {}) as never);
  await till.env.pass(10);
  expect(items(chips).map(({ name, price }) => [name, price])).toEqual([['新薯片', 650]]);
  expect(till.state()).toMatchObject({ items: 2, added: 1 });
});

test('a list that has the code as a second one has it alone', () => {
  create(chips, '新薯片', 650);
  till.importNow(`条码,品名,售价\n9001;${chips},乐事薯片,7\n`);
  expect(items(chips).map(({ name }) => name)).toEqual(['乐事薯片']);
  expect(till.state()).toMatchObject({ items: 1, added: 0 });
});

test('a list that is the whole catalogue takes created goods out, and undoing it brings them back', () => {
  till.importNow(csv('1,茶,3'));
  create(chips, '新薯片', 650);
  expect(till.importNow(csv('1,茶,3'), { absent: 'remove' })).toMatchObject({ removed: 1 });
  expect([items(chips), till.state().items]).toEqual([[], 1]);
  // The same code can be created anew meanwhile; there is one of it all the same.
  create(chips, '又一种', 700);
  value(till.command('undoImport', {}) as never);
  expect(items(chips).map(({ name }) => name)).toEqual(['又一种']);
});

test('goods created while a list is being taken in are on the list afterwards, unless it brings their code', async () => {
  const upload = (name: string, text: string) =>
    value(till.command('stage', { upload: name, index: 0, base64: Buffer.from(text).toString('base64') }));
  upload('u', csv('1,茶,3', `${chips},乐事薯片,7`));
  value(
    till.command('import', {
      upload: 'u',
      fileName: 'l.csv',
      mapping: { code: 0, name: 1, price: 2 },
    }) as never,
  );
  create(chips, '新薯片', 650);
  create('6900000000007', '新水', 100);
  expect(till.command('removeAdded', { item: chips as never })).toMatchObject({
    ok: false,
    refusal: { code: 'import-running' },
  });
  await till.env.pass(100);
  expect(till.state().current?.phase).toBe('done');
  expect([...items(chips), ...items('6900000000007')].map(({ name }) => name)).toEqual(['乐事薯片', '新水']);
  expect(till.state()).toMatchObject({ items: 3, added: 1 });
});

test('a manager takes created goods off again, and the journal says so', () => {
  create(chips, '新薯片', 650);
  create('6900000000007', '新水', 100);
  expect(
    (value(till.queries.added({ limit: 9 }) as never) as { name: string }[]).map(({ name }) => name),
  ).toEqual(['新水', '新薯片']);
  expect(value(till.command('removeAdded', { item: chips as never }) as never)).toEqual({ name: '新薯片' });
  expect([items(chips), found('薯片'), exported()]).toEqual([[], [], ['新水']]);
  expect(till.command('removeAdded', { item: chips as never })).toMatchObject({ ok: false });
  expect(till.db.all("SELECT 1 FROM journal WHERE kind = 'item-removed'")).toHaveLength(1);
});

test('goods that went make no others unfindable', () => {
  till.importNow(csv('1,茶,3', '2,奶,4'));
  create(chips, '新薯片', 650);
  // As many as it keeps at hand.
  const hot = new HotGoods(till.db, undefined, 3);
  expect(hot.find(null, 9)).toHaveLength(3);
  value(till.command('removeAdded', { item: chips as never }) as never);
  hot.gone(chips);
  create('6900000000007', '新水', 100);
  hot.sold('6900000000007');
  expect(search(till.db, '新', 9, hot).map(({ name }) => name)).toEqual(['新水']);
});

test('the till for practice has created goods too', () => {
  create(chips, '新薯片', 650);
  const other = openScratchDb();
  migrate(other, null);
  for (const _ of copyCatalogue(till.db, other));
  expect(itemsWithCode(other, chips)).toMatchObject([{ name: '新薯片' }]);
  other.close();
});

test('there is room for so many, and for more once a list has taken them in', () => {
  till.db.transaction(() => {
    for (let place = 1; place <= addedMax; place++)
      till.db.run(
        "INSERT INTO catalog_added (item, code, name, category, price, tax_permille, at, actor) VALUES (?, ?, '茶', '', 1, 0, 0, '')",
        [`x${place}`, `x${place}`],
      );
  });
  expect(say(chips, '新薯片', 650)).toMatchObject({ ok: false, refusal: { code: 'added-too-many' } });
  till.importNow(csv('1,茶,3'));
  create(chips, '新薯片', 650);
  expect(till.state()).toMatchObject({ items: addedMax + 2, added: 1 });
});
