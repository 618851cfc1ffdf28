import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GoodsTile } from '../../../shared/contract/selling.ts';
import type { ItemId } from '../../../shared/domain/item.ts';
import type { Minor } from '../../../shared/domain/money.ts';
import { keepPlaces } from './keep-places.ts';

const tile = (item: string, price = 100): GoodsTile => ({
  item: item as ItemId,
  code: item,
  name: item,
  price: price as Minor,
  unit: 'piece',
});
const names = (tiles: readonly GoodsTile[]) => tiles.map(each => each.item).join('');
const tiles = (letters: string) => [...letters].map(letter => tile(letter));

test('a key stays where it is when others sell better', () => {
  expect(names(keepPlaces(tiles('abcd'), tiles('dcab')))).toBe('abcd');
});

test('new goods take the place of those that have gone', () => {
  expect(names(keepPlaces(tiles('abcd'), tiles('xdcay')))).toBe('axcdy');
});

test('a key shows the price of now', () => {
  expect(keepPlaces([tile('a', 100)], [tile('a', 250)])[0]?.price).toBe(250);
});

test('every key there is, is shown once', () => {
  const letters = fc.uniqueArray(fc.constantFrom(...'abcdefghij')).map(all => all.join(''));
  fc.assert(
    fc.property(letters, letters, (before, now) => {
      expect([...names(keepPlaces(tiles(before), tiles(now)))].sort()).toEqual([...now].sort());
    }),
  );
});
