import { expect, test } from 'vitest';
import { aheadEnv } from '../../../test/doubles/ahead-env.ts';
import { mustBe, neverLock, openShop, sell, shelf, throwAway } from '../../../test/doubles/till.ts';

const dayMs = 24 * 3_600_000;
const [cola, water, noodles] = shelf.map(([code]) => code) as [string, string, string];

test('goods that sold at this hour on several days have a page of their own, those of one day or another hour not', async () => {
  const env = aheadEnv(() => {});
  const shop = await openShop({ env });
  await neverLock(shop);
  const sales: readonly (readonly string[])[] = [
    [water, cola],
    [noodles, water],
    [noodles, water],
  ];
  for (const codes of sales) {
    await sell(shop, codes);
    env.pass(dayMs / 2);
    await sell(shop, [cola]);
    env.pass(dayMs / 2);
  }
  expect((await shop.see('selling.quickKeys')).hour).toEqual([]);
  const fixed = [{ page: 'a', title: '早上', places: [null, cola] }];
  mustBe(await shop.say('selling.arrangeKeys', { pages: fixed as never }));
  const before = (await shop.see('selling.quickKeys')).own;

  // The index has got to the end of the journal by now; any commit leads to an idle moment.
  mustBe(await shop.ask('reports.today', {}));
  env.pass(dayMs);
  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  const { hour, own } = await shop.until('selling.quickKeys', keys => keys.hour.length > 0);
  expect(hour.map(({ item }) => item)).toEqual([water, noodles]);
  expect(own).toEqual(before);
  await shop.stop();
  throwAway(shop);
});
