import { afterEach, beforeEach, expect, test } from 'vitest';
import { factsOf } from '../../../test/doubles/journal.ts';
import { mustBe, openShop, refusalOf, throwAway } from '../../../test/doubles/till.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const set = (value: Parameters<typeof shop.say<'setup.change'>>[1]['value']) =>
  shop.say('setup.change', { setting: 'keys', value } as never);

test('the keys of a till are kept, told to its page and written down as a changed setting', async () => {
  expect((await shop.see('setup.state')).keys).toEqual({});
  mustBe(await set({ pay: 'F2', search: 'F9' }));
  expect((await shop.see('setup.state')).keys).toEqual({ pay: 'F2', search: 'F9' });
  expect(factsOf(shop.data, 'setting-changed').at(-1)).toMatchObject({
    actor: shop.owner,
    body: { setting: 'keys', before: {}, after: { pay: 'F2', search: 'F9' } },
  });
});

test('a key that another act has, and one that a scanner sends, are refused by the core too', async () => {
  expect(await set({ pay: 'F2' })).toMatchObject({
    refusal: { code: 'key-taken', params: { key: 'F2', act: 'search' } },
  });
  expect(await set({ pay: 'Enter' })).toMatchObject({
    refusal: { code: 'key-unfit', params: { key: 'Enter', unfit: 'fixed' } },
  });
  expect(refusalOf(await set({ fly: 'F13' } as never))).toBe('bad-input');
  expect((await shop.see('setup.state')).keys).toEqual({});
});
