import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OwnTile } from '../../../shared/contract/selling.ts';
import type { ItemId } from '../../../shared/domain/item.ts';
import { minor } from '../../../shared/domain/money.ts';
import { quickPlacesMax } from '../../../shared/domain/quick-page.ts';
import { allPlaces, pageMoved, placeBeside, swapped, withoutTile, withTile } from './pages.ts';

const tile = (item: string): OwnTile => ({
  item: item as ItemId,
  code: item,
  name: item,
  price: minor(100),
  unit: 'piece',
  gone: false,
});
const place = fc.integer({ min: 0, max: quickPlacesMax - 1 });
const page = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: quickPlacesMax })
  .chain(items =>
    fc.tuple(...items.map(item => fc.option(fc.constant(tile(`i${item}`)), { nil: null, freq: 3 }))),
  );

test('a move changes what lies on two places and nothing else, and undoes itself', () => {
  fc.assert(
    fc.property(page, place, place, (tiles, from, to) => {
      const before = allPlaces(tiles);
      const after = allPlaces(swapped(tiles, from, to));
      expect([after[from], after[to]]).toEqual([before[to], before[from]]);
      for (const at of before.keys()) if (at !== from && at !== to) expect(after[at]).toEqual(before[at]);
      expect(allPlaces(swapped(swapped(tiles, from, to), from, to))).toEqual(before);
    }),
  );
});

test('goods that are added push nothing aside, and a full page takes no more', () => {
  fc.assert(
    fc.property(page, place, (tiles, mark) => {
      const before = allPlaces(tiles);
      const added = withTile(tiles, tile('new'), mark);
      if (!before.includes(null)) return expect(added).toBeNull();
      const after = allPlaces(added!.tiles);
      expect(after[added!.place]!.item).toBe('new');
      expect(before[added!.place]).toBeNull();
      expect(withoutTile(added!.tiles, added!.place)).toEqual(withoutTile(after, added!.place));
      expect(allPlaces(withoutTile(added!.tiles, added!.place))).toEqual(before);
    }),
  );
});

test('goods that lie on the page already are found there, not put twice', () => {
  const tiles = [null, tile('a'), tile('b')];
  expect(withTile(tiles, tile('b'), 0)).toEqual({ tiles, place: 2 });
});

test('pages change places at the ends with nothing', () => {
  const pages = ['a', 'b'].map(id => ({ page: id, title: id, tiles: [] }));
  expect(pageMoved(pages, 0, -1)).toEqual(pages);
  expect(pageMoved(pages, 0, 1).map(({ page: id }) => id)).toEqual(['b', 'a']);
});

test('arrows stay on the page, whatever its columns', () => {
  const by = fc.constantFrom('left', 'right', 'up', 'down');
  fc.assert(
    fc.property(place, fc.constantFrom(3, 4, 5), by, (from, columns, way) => {
      const to = placeBeside(from, columns, way);
      expect(to).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThan(quickPlacesMax);
    }),
  );
  expect([placeBeside(4, 5, 'right'), placeBeside(5, 5, 'left'), placeBeside(5, 5, 'up')]).toEqual([4, 5, 0]);
});
