import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorePort } from '../../../shared/contract/router.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import type { SetupReads } from '../../core/ports.ts';
import { migrate } from '../../db/migrate.ts';
import { openReadDb, openWriteDb } from '../../db/open.ts';
import { copyCatalogue } from '../../features/catalog/copy.ts';
import type { PracticeTill } from '../../features/practice/feature.ts';
import type { Boot, HostParts, Till } from '../parts.ts';
import { type Paths, pathsOf, preparePaths } from '../paths.ts';
import { fillPractice } from './fill.ts';
import type { Practising } from './switchboard.ts';

/**
 * The till for practice: a whole one of its own, in a folder of its own beside the real data, with a virtual
 * printer and a practice gateway. Each time it is made anew and afterwards thrown away, so that it has the shop's prices of
 * today, and nobody's leftovers.
 */
export function openPracticeTill(
  host: HostParts,
  boot: Boot,
  setup: SetupReads,
): PracticeTill & { now(): Practising | null; stop(): Promise<void> } {
  const paths = pathsOf(host.paths.practice);
  /** There while people practise: what a crash leaves behind says by it that they did. */
  const mark = join(paths.run, 'practising');
  let made: { readonly staff: StaffId; readonly till: Till; readonly over: AbortController } | null = null;
  let on = false;
  /** One making or clearing away at a time. */
  let work: Promise<unknown> = Promise.resolve();

  const clear = () => rmSync(paths.data, { recursive: true, force: true });
  const end = async () => {
    const ended = made;
    made = null;
    await ended?.till.stop();
    clear();
  };
  const make = async (staff: StaffId): Promise<boolean> => {
    // A second press of the same person; what was made for another, who then did not begin, is made anew.
    if (made?.staff === staff) return true;
    await end();
    try {
      preparePaths(paths);
      await copyPrices(host, paths);
      const fill = (core: CorePort) => fillPractice(core, host.env, setup, staff);
      const till = await boot({ ...host, paths, practice: { fill }, demo: false });
      made = { staff, till, over: new AbortController() };
      return true;
    } catch (error) {
      host.env.log('error', 'practice.not-started', { error });
      clear();
      return false;
    }
  };
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = work.then(run);
    work = turn.catch(() => {});
    return turn;
  };

  return {
    prepare: staff => inTurn(() => make(staff)),
    isPrepared: () => made !== null,
    isOn: () => on,
    hasSold: () => made !== null && hasSale(paths.database),
    now: () => (on && made ? { core: made.till.core, over: made.over.signal } : null),
    enter: () => {
      on = true;
      writeFileSync(mark, '');
    },
    leave: () => {
      on = false;
      made?.over.abort();
      host.env.spawn('practice.end', () => inTurn(end));
    },
    tidyUp: () => {
      const practised = existsSync(mark);
      clear();
      return practised;
    },
    stop: async () => {
      made?.over.abort();
      const ended = made;
      made = null;
      await work;
      // The folder and its mark stay: the next start says that practice ended with the till.
      await ended?.till.stop();
    },
  };
}

function hasSale(database: string): boolean {
  const db = openReadDb(database);
  try {
    return db.get('SELECT 1 FROM sales LIMIT 1') !== undefined;
  } finally {
    db.close();
  }
}

/** The real price list, read at one moment over a connection that can't write. */
async function copyPrices(host: HostParts, paths: Paths): Promise<void> {
  const from = openReadDb(host.paths.database);
  const to = openWriteDb(paths.database);
  try {
    migrate(to, paths.database);
    for (const _slice of copyCatalogue(from, to)) await new Promise<void>(go => host.env.after(0, go));
  } finally {
    to.close();
    from.close();
  }
}
