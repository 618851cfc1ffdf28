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
    told(db, body.staff, seq);
  },
  'pin-set': ({ body, seq }, db) => tellAnew(db, body.staff, seq),
  'staff-renamed': ({ body, seq }, db) => tellAnew(db, body.staff, seq),
  'role-changed': ({ body }, db) => {
    db.run('UPDATE staff SET role = ? WHERE id = ?', [body.after, body.staff]);
  },
  'staff-blocked': ({ body }, db) => {
    db.run('UPDATE staff SET blocked = 1 WHERE id = ?', [body.staff]);
  },
  'staff-unblocked': ({ body }, db) => {
    db.run('UPDATE staff SET blocked = 0 WHERE id = ?', [body.staff]);
  },
  'badge-set': ({ body, seq }, db) => {
    db.run('UPDATE staff SET badge_in = ? WHERE id = ?', [seq, body.staff]);
    told(db, body.staff, seq);
  },
  'badge-removed': ({ body }, db) => {
    db.run('UPDATE staff SET badge_in = NULL WHERE id = ?', [body.staff]);
  },
  'totp-enrolled': ({ body, seq }, db) => {
    db.run('UPDATE staff SET codes_in = ? WHERE id = ?', [seq, body.staff]);
    told(db, body.staff, seq);
  },
  'totp-removed': ({ body }, db) => {
    db.run('UPDATE staff SET codes_in = NULL, second_factor = 0 WHERE id = ?', [body.staff]);
  },
  'second-factor-set': ({ body }, db) => {
    db.run('UPDATE staff SET second_factor = ? WHERE id = ?', [body.on ? 1 : 0, body.staff]);
  },
  'personal-erased': ({ body }, db) => {
    db.run(
      'UPDATE staff SET blocked = 1, forgotten = 1, badge_in = NULL, codes_in = NULL, second_factor = 0 WHERE id = ?',
      [body.staff],
    );
  },
};

function tellAnew(db: WriteDb, staff: string, seq: number): void {
  db.run('UPDATE staff SET told_in = ? WHERE id = ?', [seq, staff]);
  told(db, staff, seq);
}

function told(db: WriteDb, staff: string, seq: number): void {
  db.run('INSERT INTO staff_told (staff, seq) VALUES (?, ?)', [staff, seq]);
}

/** Canonical, so that a fact read back from the journal writes the very text that the live one wrote. */
function put(db: WriteDb, setting: string, value: unknown): void {
  db.run(
    'INSERT INTO settings (setting, value) VALUES (?, ?) ON CONFLICT (setting) DO UPDATE SET value = excluded.value',
    [setting, canonicalJson(value as Json)],
  );
}
