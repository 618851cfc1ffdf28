import type { OwnPage, QuickKeys } from '../../../shared/contract/selling.ts';
import type { CheckedOf } from '../../../shared/contract/words.ts';
import type { ItemId } from '../../../shared/domain/item.ts';
import { minor } from '../../../shared/domain/money.ts';
import {
  changedPages,
  type QuickPage,
  type QuickPlace,
  withoutEmptyEnd,
} from '../../../shared/domain/quick-page.ts';
import { canonicalJson } from '../../../shared/lib/canonical.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { type Project, type Refusal, refuse, type Tx } from '../../core/feature.ts';
import type { CatalogReads } from '../../core/ports.ts';
import type { ReadDb } from '../../db/open.ts';
import { toTile } from './scanning.ts';

const tilesMax = 24;
const groupsMax = 6;

/** The shop's own pages first, then what the till finds: most sold, and the price list's own categories. */
export function quickKeys(db: ReadDb, catalog: CatalogReads, hour: readonly ItemId[]): QuickKeys {
  const groups = catalog
    .categories(groupsMax)
    .map(title => ({ title, tiles: catalog.inCategory(title, tilesMax).map(toTile) }));
  return {
    own: pagesOf(db).map(page => ownPage(page, catalog)),
    hour: hour.flatMap(id => catalog.item(id) ?? []).map(toTile),
    groups: [{ title: '', tiles: catalog.mostSold(tilesMax).map(toTile) }, ...groups],
  };
}

function ownPage({ page, title, places }: QuickPage, catalog: CatalogReads): OwnPage {
  const tiles = places.map(place => {
    if (!place) return null;
    const item = catalog.item(place.item);
    if (item) return { ...toTile(item), gone: false };
    return { ...place, code: '', price: minor(0), unit: 'piece' as const, gone: true };
  });
  return { page, title, tiles };
}

type Row = { page: string; title: string; places: string };

const pagesOf = (db: ReadDb): QuickPage[] =>
  db
    .all<Row>('SELECT page, title, places FROM quick_pages ORDER BY place')
    .map(row => ({ ...row, places: JSON.parse(row.places) as QuickPage['places'] }));

/** Puts the pages as people have arranged them; what is as it was is not written down again. */
export function arrangeKeys(
  asked: CheckedOf<'selling.arrangeKeys'>,
  tx: Tx,
  catalog: CatalogReads,
): Result<Record<string, never>, Refusal> {
  const before = pagesOf(tx.db);
  const order = asked.pages.map(({ page }) => page);
  if (new Set(order).size < order.length) return refuse('bad-input', { field: 'pages', problem: 'twice' });
  const named = namesOf(before, catalog);
  const after: QuickPage[] = [];
  for (const { page, title, places } of asked.pages) {
    const put = withoutEmptyEnd(places).map(item => item && named(item));
    if (put.includes(undefined)) return refuse('no-such-item', {});
    after.push({ page, title, places: put as QuickPlace[] });
  }
  const pages = changedPages(before, after);
  const sameOrder = canonicalJson(before.map(({ page }) => page)) === canonicalJson(order);
  if (pages.length > 0 || !sameOrder) tx.record('quick-keys-arranged', { pages, order });
  return ok({});
}

/** An item with its name: as the price list has it, or as it lay on a page while the list still had it. */
function namesOf(before: readonly QuickPage[], catalog: CatalogReads) {
  const kept = before.flatMap(({ places }) => places).filter(place => place !== null);
  return (id: NonNullable<QuickPlace>['item']): QuickPlace | undefined => {
    const item = catalog.item(id);
    return item ? { item: item.id, name: item.name } : kept.find(place => place.item === id);
  };
}

export const quickKeysProject: Project = {
  'quick-keys-arranged': ({ body: { pages, order } }, db) => {
    for (const { page, title, places } of pages) {
      db.run(
        `INSERT INTO quick_pages (page, place, title, places) VALUES (?, 0, ?, ?)
         ON CONFLICT (page) DO UPDATE SET title = excluded.title, places = excluded.places`,
        [page, title, canonicalJson(places)],
      );
    }
    db.run('DELETE FROM quick_pages WHERE page NOT IN (SELECT value FROM json_each(?))', [
      canonicalJson(order),
    ]);
    for (const [place, page] of order.entries())
      db.run('UPDATE quick_pages SET place = ? WHERE page = ?', [place, page]);
  },
};
