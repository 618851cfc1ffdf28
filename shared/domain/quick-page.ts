import type { ItemId } from './item.ts';

/** Pages that a shop can have, and places on each. */
export const quickPagesMax = 8;
export const quickPlacesMax = 24;
/** Characters of a page's title: what a chip can show. */
export const quickTitleMax = 12;

/** What lies on a place; `name` is what the price list called it then, for when the list has it no more. */
export type QuickPlace = { readonly item: ItemId; readonly name: string } | null;

/** A page of quick keys as people have arranged it: nothing on it ever moves by itself. */
export type QuickPage = {
  readonly page: string;
  readonly title: string;
  readonly places: readonly QuickPlace[];
};

/** Which pages are not as they were, by title and by what lies where; a new name of an item changes nothing. */
export function changedPages(before: readonly QuickPage[], after: readonly QuickPage[]): QuickPage[] {
  const known = new Map(before.map(page => [page.page, page]));
  return after.filter(page => {
    const was = known.get(page.page);
    return !was || was.title !== page.title || !sameItems(was.places, page.places);
  });
}

const sameItems = (a: readonly QuickPlace[], b: readonly QuickPlace[]): boolean =>
  a.length === b.length && a.every((place, at) => place?.item === b[at]?.item);

/** Without the empty places at the end, which nobody put there. */
export function withoutEmptyEnd<Place>(places: readonly (Place | null)[]): readonly (Place | null)[] {
  const last = places.findLastIndex(place => place !== null);
  return places.slice(0, last + 1);
}
