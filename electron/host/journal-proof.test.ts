import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeRow } from '../../test/doubles/tamper.ts';
import { mustBe, openShop, openTestTill, ownerPin, sell, shelf, throwAway } from '../../test/doubles/till.ts';
import { realEnv } from './env.ts';
import { pathsOf } from './paths.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
  await sell(shop, [shelf[0][0]]);
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const fault = async () => (await shop.see('syncing.state')).journalFault;
const change = (seq: number) => changeRow(pathsOf(shop.data).database, seq);

test('a journal found broken at the start is told before anybody signs in, and the shop sells on', async () => {
  await shop.stop();
  change(3);
  const logged: string[] = [];
  const env = realEnv((_level, event) => logged.push(event));
  shop = { ...shop, ...(await openTestTill({ data: shop.data, env })) };
  expect(logged).toContain('journal.broken');
  expect(await fault()).toEqual({ seq: 3, how: 'changed' });
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  expect(await sell(shop, [shelf[0][0]])).toMatchObject({ number: 2 });
  expect(await fault()).toEqual({ seq: 3, how: 'changed' });
});

test('a sound journal says nothing', async () => {
  expect(await fault()).toBeNull();
});

test('what verify finds while the till runs is told like what the start finds, until verify finds it whole', async () => {
  const changeBack = change(2);
  expect(mustBe(await shop.ask('syncing.verify', {})).verified).toBe(false);
  expect(await fault()).toEqual({ seq: 2, how: 'changed' });
  changeBack();
  expect(mustBe(await shop.ask('syncing.verify', {})).verified).toBe(true);
  expect(await fault()).toBeNull();
});
