import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ComingRepricing, PriceChange } from '../../../../shared/contract/catalog.ts';
import type { ItemId } from '../../../../shared/domain/item.ts';
import { minor } from '../../../../shared/domain/money.ts';
import { type CatalogTill, openCatalogTill, value } from '../../../../test/conformance/catalog-till.ts';
import { type ManualEnv, manualEnv } from '../../../../test/doubles/manual-env.ts';
import { systemActor } from '../../../core/feature.ts';
import { migrate } from '../../../db/migrate.ts';
import { openScratchDb } from '../../../db/open.ts';
import { copyCatalogue } from '../copy.ts';
import { Planning } from '../import/planning.ts';
import { itemsWithCode } from '../search/search.ts';
import { comingRepricings } from './stored.ts';

let till: CatalogTill;
/** How far the wall clock has been set, ms. */
let set = 0;

/** A world whose wall clock people can set. */
function settableEnv(): ManualEnv {
  const env = manualEnv();
  return { ...env, wallMs: () => env.wallMs() + set };
}

beforeEach(() => {
  set = 0;
  till = openCatalogTill(undefined, settableEnv());
  till.importNow(csv('1,茶,3', '2,奶,4'));
});
afterEach(() => till.throwAway());

const csv = (...rows: readonly string[]) => `条码,品名,售价\n${rows.join('\n')}\n`;
const timed = (...rows: readonly string[]) => `条码,品名,售价,生效日期\n${rows.join('\n')}\n`;
const minutes = (count: number) => count * 60_000;
const wall = () => till.env.wallMs();
/** What a scan of the code would ring up. */
function scan(code: string): number | undefined {
  till.core.parts.act(systemActor, till.catalog.keeper.bringForward);
  return till.reads.itemsWithCode(code)[0]?.price;
}
const shown = (code: string) => till.reads.itemsWithCode(code)[0]?.price;
const plan = (item: string, price: number, starts: number | null) =>
  till.command('planPrice', { item: item as ItemId, price: minor(price), starts });
const planned = (...what: Parameters<typeof plan>) =>
  (value(plan(...what) as never) as { repricing: string }).repricing;
const withdraw = (repricing: string) => till.command('withdrawRepricing', { repricing });
const coming = () => value(till.queries.repricings({}) as never) as ComingRepricing[];
const changes = (repricing: string) => value(till.queries.repricing({ repricing }) as never) as PriceChange[];
const facts = (kind: string) =>
  till.db
    .all<{ body: string }>('SELECT body FROM journal WHERE kind = ?', [kind])
    .map(row => JSON.parse(row.body));
const restart = () => {
  till.close();
  till = openCatalogTill(till.folder, till.env);
};

test('a price set for a moment counts from that moment on, by itself, and the journal says both', async () => {
  const starts = wall() + minutes(10);
  const repricing = planned('1', 250, starts);
  expect(coming()).toMatchObject([{ repricing, starts, goods: 1, fileName: null }]);
  expect(changes(repricing)).toEqual([{ code: '1', name: '茶', unit: 'piece', from: 300, to: 250 }]);
  expect(till.state().coming).toEqual({ count: 1, next: starts });
  await till.env.pass(minutes(10) - 1);
  expect(shown('1')).toBe(300);
  await till.env.pass(1);
  expect([shown('1'), shown('2'), till.search('茶')[0]]).toMatchObject([250, 400, { price: 250 }]);
  expect(till.state().coming).toEqual({ count: 0, next: null });
  const one = { item: '1', name: '茶', was: 300, price: 250 };
  expect(facts('repricing-planned')).toEqual([{ repricing, starts, goods: 1, import: null, one }]);
  expect(facts('repricing-begun')).toEqual([{ repricing, starts, goods: 1 }]);
  restart();
  expect(shown('1')).toBe(250);
});

test('a moment that came while the till was off has come when it starts, in order', () => {
  planned('1', 260, wall() + minutes(20));
  planned('1', 250, wall() + minutes(10));
  till.close();
  set += minutes(60);
  till = openCatalogTill(till.folder, till.env);
  expect(shown('1')).toBe(260);
  expect(facts('repricing-begun')).toHaveLength(2);
});

test('what has not begun can be taken back, what has begun can not', async () => {
  const [later, sooner] = [planned('1', 250, wall() + minutes(10)), planned('2', 350, wall() + minutes(5))];
  await till.env.pass(minutes(6));
  expect(withdraw(sooner)).toMatchObject({ ok: false, refusal: { code: 'repricing-begun' } });
  value(withdraw(later) as never);
  await till.env.pass(minutes(60));
  expect([shown('1'), shown('2'), coming()]).toEqual([300, 350, []]);
  expect(facts('repricing-withdrawn')).toMatchObject([{ repricing: later, goods: 1 }]);
});

test('a price set by hand without a moment counts at once; one of nothing, or for a year that nobody meant, is refused', () => {
  planned('1', 250, null);
  expect(shown('1')).toBe(250);
  expect(plan('1', 0, null)).toMatchObject({ refusal: { code: 'price-not-positive' } });
  expect(plan('1', 250, wall() + minutes(60 * 24 * 900))).toMatchObject({
    refusal: { code: 'moment-too-far' },
  });
  expect(plan('9', 250, null)).toMatchObject({ refusal: { code: 'no-such-item' } });
});

test('a list with a column for it plans its prices, row by row, and says so before', async () => {
  const day = (days: number) => new Date(wall() + days * 86_400_000).toISOString().slice(0, 10);
  const list = timed(`1,茶,2.5,${day(3)}`, `2,奶,5,`, `3,水,2,${day(3)}`, `1,茶,9,2026-02-30`);
  value(till.command('stage', { upload: 'u', index: 0, base64: Buffer.from(list).toString('base64') }));
  const mapping = { code: 0, name: 1, price: 2, starts: 3 };
  const compared = value(await till.compare({ upload: 'u', mapping }));
  expect(compared).toMatchObject({
    added: 1,
    priceUp: 1,
    priceDown: 1,
    unchanged: 0,
    rejected: 1,
    planned: { goods: 1 },
  });
  expect(till.importNow(list)).toMatchObject({ added: 1, changed: 1, planned: 1, rejected: 1 });
  expect([shown('1'), shown('2'), shown('3')]).toEqual([300, 500, 200]);
  expect(coming()).toMatchObject([{ goods: 1, fileName: 'list.csv' }]);
  set += 4 * 86_400_000;
  expect(scan('1')).toBe(250);
  expect(facts('catalog-imported').at(-1)).toMatchObject({ planned: 1 });
});

test('a whole list can wait for its moment; goods that are new are on the shelf at once', async () => {
  const starts = wall() + minutes(30);
  expect(till.importNow(csv('1,茶,2.5', '2,奶,4', '3,水,2'), { starts })).toMatchObject({
    added: 1,
    planned: 1,
  });
  expect([shown('1'), shown('3')]).toEqual([300, 200]);
  // Until then the other price may be another one; the list has the last word all the same.
  planned('2', 450, null);
  expect(coming()).toMatchObject([{ starts, goods: 1 }]);
  await till.env.pass(minutes(30));
  expect([shown('1'), shown('2')]).toEqual([250, 400]);
});

test('undoing an import takes back what it planned, begun or not, and brings back what it had taken in', async () => {
  planned('1', 250, null);
  const starts = wall() + minutes(30);
  till.importNow(csv('2,奶,9', '3,水,2'));
  expect([shown('1'), shown('2')]).toEqual([250, 900]);
  value(till.command('undoImport', {}) as never);
  expect([shown('1'), shown('2')]).toEqual([250, 400]);
  till.importNow(csv('1,茶,1', '2,奶,1', '3,水,2'), { starts });
  await till.env.pass(minutes(30));
  expect([scan('1'), scan('2')]).toEqual([100, 100]);
  value(till.command('undoImport', {}) as never);
  expect([shown('1'), shown('2')]).toEqual([250, 400]);
  await till.env.pass(minutes(1));
  expect(till.db.all('SELECT DISTINCT item FROM repriced')).toEqual([{ item: '1' }]);
});

test('a till that dies while prices to come are being written has none of them, and sweeps up', async () => {
  const prices = Array.from({ length: 3 }, (_, index) => {
    const price = { item: `x${index}`, price: minor(100), was: minor(200) };
    return { ...price, starts: wall() + minutes(10) };
  });
  const from = { id: 'import', fileName: 'list.csv', actor: systemActor };
  new Planning().write(till.core.parts, prices, from).next();
  expect(till.db.all('SELECT 1 FROM repriced')).toHaveLength(3);
  restart();
  expect(till.state().coming).toEqual({ count: 0, next: null });
  await till.env.pass(minutes(20));
  expect(till.db.all('SELECT 1 FROM repriced')).toEqual([]);
  expect(facts('repricing-begun')).toEqual([]);
});

test('the till for practice has today’s prices, and those to come', () => {
  planned('1', 250, null);
  planned('2', 350, wall() + minutes(10));
  const other = openScratchDb();
  migrate(other, null);
  for (const _ of copyCatalogue(till.db, other));
  expect(itemsWithCode(other, '1')).toMatchObject([{ price: 250 }]);
  expect(comingRepricings(other, 9)).toMatchObject([{ starts: wall() + minutes(10), goods: 1 }]);
  other.close();
});

test('a price that began while a list was being taken in counts before the list’s, which was begun earlier', async () => {
  const base64 = Buffer.from(csv('1,茶,9', '2,奶,9')).toString('base64');
  value(till.command('stage', { upload: 'u', index: 0, base64 }));
  const mapping = { code: 0, name: 1, price: 2 };
  value(till.command('import', { upload: 'u', fileName: 'l.csv', mapping }) as never);
  planned('1', 250, null);
  await till.env.pass(100);
  expect(till.state().current?.phase).toBe('done');
  expect([scan('1'), scan('2')]).toEqual([250, 900]);
  till.importNow(csv('1,茶,8'));
  expect([scan('1'), scan('2')]).toEqual([800, 900]);
});

type Step =
  | { readonly do: 'plan'; readonly item: string; readonly price: number; readonly inMs: number | null }
  | { readonly do: 'list'; readonly item: string; readonly price: number; readonly inMs: number | null }
  | { readonly do: 'withdraw'; readonly which: number }
  | { readonly do: 'pass' | 'set'; readonly ms: number }
  | { readonly do: 'restart' };

const price = fc.integer({ min: 1, max: 999 });
const item = fc.constantFrom('1', '2');
const inMs = fc.option(fc.integer({ min: -60_000, max: 600_000 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('plan' as const), item, price, inMs }),
  fc.record({ do: fc.constant('list' as const), item, price, inMs }),
  fc.record({ do: fc.constant('withdraw' as const), which: fc.nat(3) }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 400_000 }) }),
  fc.record({ do: fc.constant('set' as const), ms: fc.integer({ min: -400_000, max: 400_000 }) }),
  fc.record({ do: fc.constant('restart' as const) }),
);

/** Prices as anybody would keep them on paper: what is to come in a pile, and the last that came is the price. */
class OnPaper {
  readonly prices = new Map([
    ['1', 300],
    ['2', 400],
  ]);
  pile: { readonly item: string; readonly price: number; readonly starts: number; readonly id: string }[] =
    [];

  comes(item: string, price: number, starts: number | null, id: string): void {
    this.look();
    if (starts === null || starts <= wall()) this.prices.set(item, price);
    else this.pile.push({ item, price, starts, id });
  }

  look(): void {
    // Of the same moment, what was planned first comes first.
    const due = this.pile.filter(({ starts }) => starts <= wall()).sort((a, b) => a.starts - b.starts);
    for (const { item, price } of due) this.prices.set(item, price);
    this.pile = this.pile.filter(each => !due.includes(each));
  }
}

async function take(step: Step, paper: OnPaper): Promise<void> {
  const startsIn = (ms: number | null) => (ms === null ? null : wall() + ms);
  switch (step.do) {
    case 'plan':
      paper.comes(
        step.item,
        step.price,
        startsIn(step.inMs),
        planned(step.item, step.price, startsIn(step.inMs)),
      );
      return;
    case 'list': {
      const starts = startsIn(step.inMs);
      const name = step.item === '1' ? '茶' : '奶';
      const known = new Set(coming().map(({ repricing }) => repricing));
      till.importNow(
        csv(`${step.item},${name},${(step.price / 100).toFixed(2)}`),
        starts === null ? {} : { starts },
      );
      const fresh = coming().find(({ repricing }) => !known.has(repricing));
      paper.comes(step.item, step.price, starts, fresh?.repricing ?? '');
      return;
    }
    case 'withdraw': {
      const one = paper.pile[step.which];
      if (one) value(withdraw(one.id) as never);
      paper.pile = paper.pile.filter(each => each !== one);
      return;
    }
    case 'pass':
      return till.env.pass(step.ms);
    case 'set':
      set += step.ms;
      return;
    case 'restart':
      restart();
      return;
  }
}

test('whatever is planned, imported, taken back, whenever the till is off and however its clock is set: a scan gets the price that came last', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async steps => {
      till.throwAway();
      set = 0;
      till = openCatalogTill(undefined, settableEnv());
      till.importNow(csv('1,茶,3', '2,奶,4'));
      const paper = new OnPaper();
      for (const each of steps) {
        await take(each, paper);
        paper.look();
        expect({ 1: scan('1'), 2: scan('2') }).toEqual(Object.fromEntries(paper.prices));
      }
      expect(
        coming()
          .map(({ repricing }) => repricing)
          .sort(),
      ).toEqual(paper.pile.map(({ id }) => id).sort());
    }),
    { numRuns: 20 },
  );
});
