import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../shared/contract/words.ts';
import { type CatalogTill, openCatalogTill, value } from '../../../../test/conformance/catalog-till.ts';

let till: CatalogTill;
beforeEach(() => {
  till = openCatalogTill();
});
afterEach(() => till.throwAway());

const mapping = { code: 0, name: 1, price: 2 };
const csv = (...rows: readonly string[]) => `条码,品名,售价\n${rows.join('\n')}\n`;
const item = (code: string) => till.reads.itemsWithCode(code)[0];
const stage = (text: string, upload = 'up-1') =>
  value(till.command('stage', { upload, index: 0, base64: Buffer.from(text).toString('base64') }) as never);

const compare = async (text: string, how: Partial<InputOf<'catalog.compare'>> = {}) => {
  const upload = till.env.newId();
  stage(text, upload);
  return value(await till.compare({ upload, mapping, ...how }));
};

describe('before anything is taken in', () => {
  test('it is said how many goods are new, change their price, change otherwise, stay and are turned away', async () => {
    till.importNow(csv('1,茶,3', '2,奶,4', '3,水,2', '4,盐,1.5', '5,糖,6'));
    expect(
      await compare(csv('1,茶,3.5', '2,奶,3.9', '3,好水,2', '4,盐,1.5', '6,油,60', '7,醋,一块', '7,酱')),
    ).toMatchObject({
      rows: 7,
      added: 1,
      priceUp: 1,
      priceDown: 1,
      otherwise: 1,
      unchanged: 1,
      rejected: 2,
      absent: 1,
      listed: 5,
      steep: false,
    });
    expect(till.state()).toMatchObject({ items: 5, generation: 1, current: null, comparing: null });
  });

  test('a decimal point in the wrong place is at the top of the list, up or down', async () => {
    till.importNow(csv('1,茶,3', '2,奶,4.50', '3,水,2', '4,盐,10', '5,袋,0'));
    const { largest, steep } = await compare(csv('1,茶,3.3', '2,奶,450', '3,水,4', '4,盐,1', '5,袋,0.2'));
    expect(largest.map(({ code, from, to }) => [code, from, to])).toEqual([
      ['5', 0, 20],
      ['2', 450, 45_000],
      ['4', 1000, 100],
      ['3', 200, 400],
      ['1', 300, 330],
    ]);
    expect(steep).toBe(true);
  });

  test('a fifth of all prices may change by half before it is called odd', async () => {
    const rows = (dear: number) =>
      csv(...Array.from({ length: 100 }, (_, index) => `${1000 + index},货${index},${index < dear ? 9 : 3}`));
    till.importNow(rows(0));
    expect((await compare(rows(20))).steep).toBe(false);
    expect((await compare(rows(21))).steep).toBe(true);
  });

  test('of many changes the largest are told, and all are counted', async () => {
    const rows = (factor: (index: number) => number) =>
      csv(...Array.from({ length: 3_000 }, (_, index) => `${10_000 + index},货${index},${factor(index)}`));
    till.importNow(rows(() => 1));
    const { largest, priceUp } = await compare(rows(index => 2 + ((index * 7) % 3_000)));
    expect(priceUp).toBe(3_000);
    expect(largest).toHaveLength(200);
    expect(largest.map(({ to }) => to)).toEqual(Array.from({ length: 200 }, (_, at) => (3_001 - at) * 100));
  });

  test('what is odd anywhere in the list is told before it is taken in, line by line', async () => {
    const { rejected, warnings, problems } = await compare(
      csv('1,茶,3', ...Array(40).fill('2,奶,4'), '3,水,x'),
    );
    expect([rejected, warnings]).toEqual([1, 39]);
    expect(problems.find(({ level }) => level === 'rejected')).toMatchObject({
      row: 43,
      code: 'price-not-a-number',
    });
    expect(problems.filter(({ code }) => code === 'code-repeated')).toHaveLength(39);
  });

  test('another mapping takes the place of the one that is being compared', async () => {
    stage(csv('1,茶,3'));
    const first = till.compare({ upload: 'up-1', mapping });
    const second = till.compare({ upload: 'up-1', mapping });
    expect(await first).toMatchObject({ refusal: { code: 'comparison-stopped' } });
    expect(await second).toMatchObject({ ok: true, value: { added: 1 } });
  });

  test('without a price column there is nothing to compare', async () => {
    stage(csv('1,茶,3'));
    expect(await till.compare({ upload: 'up-1', mapping: { name: 1 } })).toMatchObject({
      refusal: { code: 'mapping-incomplete' },
    });
  });
});

describe('of several rows for the same goods', () => {
  const list = csv('1,茶,3', '1,茶,4', '2,奶,5', '1,茶,6');
  test.each([
    ['last', 600, { added: 2, rejected: 0 }],
    ['first', 300, { added: 2, rejected: 0 }],
  ] as const)('the %s one counts where that was chosen', (duplicates, price, counted) => {
    expect(till.importNow(list, { duplicates })).toMatchObject({ ...counted, warnings: 2 });
    expect(item('1')!.price).toBe(price);
  });

  test('none counts where that was chosen: each comes back as rejected, and known goods stay as they are', () => {
    till.importNow(csv('1,茶,9'));
    const state = till.importNow(list, { duplicates: 'none', absent: 'remove' });
    expect(state).toMatchObject({ added: 1, changed: 0, removed: 0, rejected: 3, total: 4 });
    expect(item('1')!.price).toBe(900);
    const rejects = till.db.all('SELECT line, reason FROM catalog_rejects WHERE import = ? ORDER BY line', [
      state.id,
    ]);
    expect(rejects).toEqual([2, 3, 5].map(line => ({ line, reason: 'code-repeated' })));
  });

  test('the comparison tells how many rows there are of them', async () => {
    expect(await compare(list)).toMatchObject({ repeated: 3, rejected: 0, added: 2 });
    expect(await compare(list, { duplicates: 'none' })).toMatchObject({ repeated: 3, rejected: 3, added: 1 });
  });
});

describe('goods that the list does not name', () => {
  const shelf = csv('1,茶,3', '2,奶,4', '3,水,2');

  test('stay, unless it was said that the list is the whole catalogue; then they are gone from scan and search', () => {
    till.importNow(shelf);
    expect(till.importNow(csv('1,茶,3'))).toMatchObject({ removed: 0, unchanged: 1 });
    expect(till.state().items).toBe(3);
    expect(till.importNow(csv('1,茶,3', '4,盐,1'), { absent: 'remove' })).toMatchObject({
      added: 1,
      removed: 2,
      unchanged: 1,
    });
    expect(till.state().items).toBe(2);
    expect([item('2'), item('3')]).toEqual([undefined, undefined]);
    expect(till.search('奶')).toEqual([]);
    expect(
      till.db.all(
        "SELECT body ->> '$.removed' AS removed FROM journal WHERE kind = 'catalog-imported' ORDER BY seq",
      ),
    ).toEqual([{ removed: null }, { removed: null }, { removed: 2 }]);
  });

  test('a row that is turned away still names its goods: a typing error takes nothing off the shelf', () => {
    till.importNow(shelf);
    const state = till.importNow(csv('1,茶,3.1', '2,奶,一块', '3,,2'), { absent: 'remove' });
    expect(state).toMatchObject({ changed: 1, removed: 0, rejected: 2 });
    expect(till.state().items).toBe(3);
  });

  test('a file of which no row can be taken in empties no shop', () => {
    till.importNow(shelf);
    expect(till.importNow(csv('a,b,c', 'd,e,f'), { absent: 'remove' })).toMatchObject({
      removed: 0,
      rejected: 2,
    });
    expect(till.state().items).toBe(3);
  });

  test('the number that would go is told before', async () => {
    till.importNow(shelf);
    expect(await compare(csv('3,水,2', '9,油,60'))).toMatchObject({ absent: 2, listed: 3 });
  });
});
