import type { GoodsTile, OwnPage, OwnTile } from '../../../shared/contract/selling.ts';
import { quickPlacesMax, withoutEmptyEnd } from '../../../shared/domain/quick-page.ts';

// Pages of quick keys under the hand of whoever arranges them. What is not named stays where it is.

type Tiles = OwnPage['tiles'];

/** What two places hold, the other way round. */
export function swapped(tiles: Tiles, from: number, to: number): Tiles {
  const all = allPlaces(tiles);
  const lifted = all[from] ?? null;
  all[from] = all[to] ?? null;
  all[to] = lifted;
  return withoutEmptyEnd(all);
}

export const withoutTile = (tiles: Tiles, place: number): Tiles =>
  withoutEmptyEnd(tiles.map((tile, at) => (at === place ? null : tile)));

/**
 * The goods on the marked place, or on the first empty one where something lies there, and where they lie now;
 * null where the page is full. Goods that lie on the page already stay where they are.
 */
export function withTile(
  tiles: Tiles,
  goods: GoodsTile,
  mark: number,
): { readonly tiles: Tiles; readonly place: number } | null {
  const there = tiles.findIndex(tile => tile?.item === goods.item);
  if (there >= 0) return { tiles, place: there };
  const all = allPlaces(tiles);
  const place = all[mark] === null ? mark : all.indexOf(null);
  if (place < 0) return null;
  const put: OwnTile = { ...goods, gone: false };
  all[place] = put;
  return { tiles: withoutEmptyEnd(all), place };
}

/** The page one step further on, or back; the ends are ends. */
export function pageMoved(pages: readonly OwnPage[], at: number, by: -1 | 1): readonly OwnPage[] {
  const to = at + by;
  const [page, other] = [pages[at], pages[to]];
  if (!page || !other) return pages;
  return pages.map((each, index) => (index === at ? other : index === to ? page : each));
}

export const pageChanged = (
  pages: readonly OwnPage[],
  at: number,
  change: Partial<Pick<OwnPage, 'title' | 'tiles'>>,
): readonly OwnPage[] => pages.map((page, index) => (index === at ? { ...page, ...change } : page));

/** Every place of a page, the empty ones at its end too. */
export const allPlaces = (tiles: Tiles): (OwnTile | null)[] =>
  Array.from({ length: quickPlacesMax }, (_, at) => tiles[at] ?? null);

/** Where an arrow leads from a place; it stays at the edge. */
export function placeBeside(place: number, columns: number, by: 'left' | 'right' | 'up' | 'down'): number {
  const column = place % columns;
  if (by === 'left') return column === 0 ? place : place - 1;
  if (by === 'right') return column === columns - 1 ? place : Math.min(place + 1, quickPlacesMax - 1);
  const next = by === 'up' ? place - columns : place + columns;
  return next < 0 || next >= quickPlacesMax ? place : next;
}
