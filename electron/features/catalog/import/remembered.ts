import { createHash } from 'node:crypto';
import type { ImportMapping } from '../../../../shared/contract/catalog.ts';
import { canonicalJson } from '../../../../shared/lib/canonical.ts';
import type { ReadDb, WriteDb } from '../../../db/open.ts';
import type { Layout } from './layout.ts';

// Which column is what, as it was chosen the last time that a file had these columns.

/** Lists of different suppliers, each with its columns; what has not come for longest goes first. */
const mappingsKept = 50;

/** What a person chose for a file with these headers; undefined where nobody had to, or nothing is known by name. */
export function rememberedMapping(db: ReadDb, layout: Layout): ImportMapping | undefined {
  if (layout.headerLine === 0) return undefined;
  const known = db.get<{ mapping: string }>('SELECT mapping FROM catalog_mappings WHERE headers = ?', [
    digestOf(layout),
  ]);
  return known && (JSON.parse(known.mapping) as ImportMapping);
}

/** Keeps what was chosen where it is not what the till would have guessed. */
export function rememberMapping(db: WriteDb, layout: Layout, chosen: ImportMapping): void {
  if (layout.headerLine === 0) return;
  const headers = digestOf(layout);
  db.run('DELETE FROM catalog_mappings WHERE headers = ?', [headers]);
  if (canonicalJson(chosen) === canonicalJson(layout.mapping)) return;
  db.run('INSERT INTO catalog_mappings (headers, mapping) VALUES (?, ?)', [headers, canonicalJson(chosen)]);
  db.run(
    'DELETE FROM catalog_mappings WHERE place NOT IN (SELECT place FROM catalog_mappings ORDER BY place DESC LIMIT +?)',
    [mappingsKept],
  );
}

const digestOf = ({ headers }: Layout): string =>
  createHash('sha256').update(JSON.stringify(headers)).digest('hex');
