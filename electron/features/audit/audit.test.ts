import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditRowsMax } from '../../../shared/contract/audit.ts';
import { changeRow } from '../../../test/doubles/tamper.ts';
import { mustBe, openShop, refusalOf, sell, shelf, throwAway } from '../../../test/doubles/till.ts';
import { pathsOf } from '../../host/paths.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});
const cola = shelf[0][0];
const rows = async (asked: Partial<Parameters<typeof shop.ask<'audit.rows'>>[1]> = {}) =>
  mustBe(await shop.ask('audit.rows', { limit: auditRowsMax, ...asked }));

test('tells who did what, newest first, with the receipt it is about', async () => {
  const { receipt } = await sell(shop, [cola]);
  const [newest] = (await rows()).rows;
  expect(newest).toMatchObject({
    kind: 'sale-completed',
    group: 'sales',
    who: '王店长',
    amount: 250,
    receipt: { text: receipt, number: 1 },
    seal: expect.stringMatching(/^[0-9A-F]{8}$/),
  });
});

test('filters by group, by actor, by time and by text, and pages without a row lost or told twice', async () => {
  await sell(shop, [cola]);
  await sell(shop, [cola]);
  const all = (await rows()).rows;
  const paged: number[] = [];
  for (let before: number | undefined; ; ) {
    const { rows: page, next } = await rows({ limit: 3, ...(before && { beforeSeq: before }) });
    paged.push(...page.map(row => row.seq));
    if (next === null) break;
    before = next;
  }
  expect(paged).toEqual(all.map(row => row.seq));
  const groups = new Set((await rows({ groups: ['settings', 'drawer'] })).rows.map(row => row.group));
  expect([...groups].sort()).toEqual(['drawer', 'settings']);
  expect((await rows({ text: '1-000002' })).rows.map(row => row.receipt?.number)).toEqual([2]);
  expect((await rows({ actor: shop.owner })).rows.every(row => row.who === '王店长')).toBe(true);
  const oldest = all.at(-1)!;
  expect((await rows({ to: oldest.at })).rows).toEqual([]);
});

test('a row that somebody has changed is listed all the same', async () => {
  await sell(shop, [cola]);
  const { seq } = (await rows()).rows[0]!;
  changeRow(pathsOf(shop.data).database, seq);
  expect((await rows()).rows[0]).toMatchObject({ seq, who: 'somebody-else' });
});

test('an export is told before it begins, and a cashier can neither look nor export', async () => {
  mustBe(await shop.say('audit.exporting', { what: 'audit' }));
  expect((await rows()).rows[0]).toMatchObject({ kind: 'data-exported', note: 'audit' });
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: '6072' }));
  expect(refusalOf(await shop.ask('audit.rows', { limit: 1 }))).toBe('not-allowed');
});
