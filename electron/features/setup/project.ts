import { canonicalJson, type Json } from '../../../shared/lib/canonical.ts';
import type { Project } from '../../core/feature.ts';
import type { WriteDb } from '../../db/open.ts';

export const setupProject: Project = {
  'setup-completed': ({ body }, db) => {
    const { language, country, training, shop } = body;
    for (const [setting, value] of Object.entries({ language, country, training, shop }))
      put(db, setting, value);
  },
  'setting-changed': ({ body }, db) => put(db, body.setting, body.after),
  'staff-added': ({ body, seq }, db) => {
    db.run('INSERT INTO staff (id, role, told_in) VALUES (?, ?, ?)', [body.staff, body.role, seq]);
  },
  'pin-set': ({ body, seq }, db) => {
    db.run('UPDATE staff SET told_in = ? WHERE id = ?', [seq, body.staff]);
  },
};

/** Canonical, so that a fact read back from the journal writes the very text that the live one wrote. */
function put(db: WriteDb, setting: string, value: unknown): void {
  db.run(
    'INSERT INTO settings (setting, value) VALUES (?, ?) ON CONFLICT (setting) DO UPDATE SET value = excluded.value',
    [setting, canonicalJson(value as Json)],
  );
}
