import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Core } from '../../electron/core/core.ts';
import type { Actor } from '../../electron/core/feature.ts';
import type { SetupReads, WallClock } from '../../electron/core/ports.ts';
import { Session } from '../../electron/core/session.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { openWriteDb } from '../../electron/db/open.ts';
import { type Reports, reportsFeature } from '../../electron/features/reports/feature.ts';
import { realEnv } from '../../electron/host/env.ts';
import type { PrintDocument } from '../../shared/domain/document.ts';
import type { FactKind, Facts } from '../../shared/domain/facts.ts';
import type { StaffId } from '../../shared/domain/sale.ts';
import type { Result } from '../../shared/lib/result.ts';

const hourMs = 3_600_000;
const aheadMs = 8 * hourMs;

/** China's clock: eight hours ahead of UTC all year. */
export const chinaClock: WallClock = {
  localTime: atMs => {
    const there = new Date(atMs + aheadMs);
    return {
      date: there.toISOString().slice(0, 10),
      hour: there.getUTCHours(),
      minute: there.getUTCMinutes(),
    };
  },
  dayStart: date => Date.parse(`${date}T00:00:00Z`) - aheadMs,
};

/** Half past some hour of a day in China, in wall ms. */
export const atHour = (date: string, hour: number): number =>
  chinaClock.dayStart(date) + hour * hourMs + hourMs / 2;

/** A core with nothing but reports, over a real file; facts are told to it as other features would. */
export function openReportsTill() {
  const folder = mkdtempSync(join(tmpdir(), 'evertill-reports-'));
  const file = join(folder, 'till.db');
  const db = openWriteDb(file);
  migrate(db, file);
  const env = realEnv(() => {});
  let nowMs = 0;
  const core = new Core({
    db,
    env: { ...env, wallMs: () => nowMs },
    identity: { till: 'till-1', epoch: 'e-1' },
  });
  const pages: PrintDocument[] = [];
  const reports: Reports = reportsFeature(core.parts, {
    setup: {
      settings: () => ({
        language: 'zh-CN',
        currency: 'CNY',
        shop: { name: '惠民便利', branch: '', address: '', phone: '' },
      }),
      staff: (id: StaffId) => ({ id, name: `名${id}`, role: 'cashier', pinHash: null }),
    } as unknown as SetupReads,
    clock: chinaClock,
    pages: { print: (_tx, _title, document) => `job-${pages.push(document)}` },
    timeText: at => new Date(at + aheadMs).toISOString().slice(0, 16).replace('T', ' '),
  });
  core.open([reports.feature], new Session(env, () => true), () => {});
  return {
    file,
    db,
    core,
    reports,
    pages,
    /** Records a fact at a wall time, as `staff`. */
    tell: <Kind extends FactKind>(kind: Kind, body: Facts[Kind], at: number, staff = 'li') => {
      nowMs = at;
      const actor: Actor = { id: staff, staff: staff as StaffId, role: 'cashier' };
      return core.parts.act(actor, tx => tx.record(kind, body));
    },
    throwAway: () => {
      reports.stop();
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type ReportsTill = ReturnType<typeof openReportsTill>;

/** What a result holds; a refusal fails the test. */
export async function mustGive<T>(answer: Result<T, unknown> | Promise<Result<T, unknown>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
