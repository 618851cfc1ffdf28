import type { Project } from '../../core/feature.ts';
import type { WriteDb } from '../../db/open.ts';
import type { Locked } from './lockout.ts';

export const sessionProject: Project = {
  'sign-in-failed': ({ body }, db) => {
    db.run(
      'INSERT INTO pin_failures (staff, failures) VALUES (?, 1) ON CONFLICT (staff) DO UPDATE SET failures = failures + 1',
      [body.staff],
    );
  },
  'signed-in': ({ body }, db) => {
    forgive(body.staff, db);
    if (body.how === 'badge') forgive('badge', db);
  },
  'pin-set': ({ body }, db) => forgive(body.staff, db),
  // A manager has looked at who stands there; so badges may be tried again as well.
  'sign-in-unlocked': ({ body }, db) => {
    forgive(body.staff, db);
    forgive('badge', db);
  },
  'code-used': ({ body }, db) => {
    db.run('INSERT INTO used_codes (staff, step) VALUES (?, ?) ON CONFLICT DO NOTHING', [
      body.staff,
      body.step,
    ]);
  },
};

const forgive = (staff: Locked, db: WriteDb): void => {
  db.run('DELETE FROM pin_failures WHERE staff = ?', [staff]);
};
