import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ManualEnv, manualEnv } from '../../../test/doubles/manual-env.ts';
import { Core } from '../../core/core.ts';
import { systemActor } from '../../core/feature.ts';
import { Session } from '../../core/session.ts';
import { migrate } from '../../db/migrate.ts';
import { openWriteDb, type WriteDb } from '../../db/open.ts';
import type { Answer, Uplink } from '../../uplinks/uplink.ts';
import { Drain } from './drain.ts';
import { Link } from './link.ts';
import { saveEnrolment } from './state.ts';

let folder: string;
let db: WriteDb;
let env: ManualEnv;
let core: Core;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evertill-drain-'));
  const file = join(folder, 'till.db');
  db = openWriteDb(file);
  migrate(db, file);
  env = manualEnv();
  core = new Core({ db, env, identity: { till: 'till-1', epoch: 'epoch-1' } });
  core.open([], new Session(env, () => true), () => {});
  core.parts.act(systemActor, tx => {
    saveEnrolment(tx, { gateway: 'g', url: 'http://127.0.0.1:1', fingerprint: null, sealed_key: '' });
    tx.record('epoch-started', { reason: 'first-start', software: 'test' });
  });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each<readonly [string, Answer, string]>([
  [
    'takes everything and gets no further',
    { kind: 'accepted', ackedThrough: 0, setAside: [] },
    'gateway-trouble',
  ],
  ['asks again for what it was just sent', { kind: 'expected', seq: 1 }, 'gateway-trouble'],
  ['knows more of the journal than there is', { kind: 'expected', seq: 99 }, 'fork'],
])('a gateway that %s is asked less and less, and the shop is told', async (_, answer, reason) => {
  let sends = 0;
  const uplink = {
    send: async () => {
      sends += 1;
      return answer;
    },
    probe: async () => ({ kind: 'online' }),
    close: () => {},
  } as unknown as Uplink;
  const link = new Link(core.parts);
  const drain = new Drain(core.parts, 'till-1', link, head => ({ ...head, key: '', signature: '' }));
  drain.use(uplink);
  await env.pass(60_000);
  drain.stop();
  expect(link.view).toMatchObject({ link: 'offline', reason });
  expect(sends).toBeGreaterThan(1);
  expect(sends).toBeLessThan(12);
  expect(db.get('SELECT acked_through FROM sync_state')).toEqual({ acked_through: 0 });
});
