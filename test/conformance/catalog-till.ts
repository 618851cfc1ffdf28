import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Core } from '../../electron/core/core.ts';
import { systemActor } from '../../electron/core/feature.ts';
import { Session } from '../../electron/core/session.ts';
import { migrate } from '../../electron/db/migrate.ts';
import { openWriteDb } from '../../electron/db/open.ts';
import { catalogFeature, chineseRules } from '../../electron/features/catalog/feature.ts';
import { type FileImport, importFile } from '../../electron/features/catalog/import/import-file.ts';
import { openWordMakers } from '../../electron/host/words/words.ts';
import { openWorkbooks } from '../../electron/host/workbooks/workbooks.ts';
import type { CatalogView, ImportComparison, ImportState } from '../../shared/contract/catalog.ts';
import { type Answer, type InputOf, words } from '../../shared/contract/words.ts';
import type { ItemId, Unit } from '../../shared/domain/item.ts';
import type { Sale } from '../../shared/domain/sale.ts';
import type { Result } from '../../shared/lib/result.ts';
import { type ManualEnv, manualEnv, whileTimePasses } from '../doubles/manual-env.ts';

/** A core with nothing but a price list, over a real file. */
export type CatalogTill = ReturnType<typeof openCatalogTill>;

/** Opens a till on `folder`, or on a fresh folder of its own. */
export function openCatalogTill(
  folder = mkdtempSync(join(tmpdir(), 'evertill-catalog-')),
  env: ManualEnv = manualEnv(),
) {
  const file = join(folder, 'till.db');
  const db = openWriteDb(file);
  migrate(db, file);
  const core = new Core({ db, env, identity: { till: 'till-1', epoch: 'epoch-1' } });
  const wordMakers = openWordMakers(env, core.parts.way.taken);
  const catalog = catalogFeature(core.parts, { workbooks: openWorkbooks(env), words: wordMakers });
  core.open([catalog.feature], new Session(env, () => true), () => {});
  catalog.start();
  const { commands, queries, watches } = catalog.feature;
  const close = () => {
    catalog.stop();
    void wordMakers.stop();
    db.close();
  };
  return {
    folder,
    db,
    env,
    core,
    catalog,
    reads: catalog.reads,
    state: (): CatalogView => watches.state.read({}, systemActor),
    search: (text: string, limit = 20) =>
      value(queries.search({ text, limit }) as never) as readonly {
        id: string;
        name: string;
        similar: boolean;
      }[],
    /** Says a command; what its input leaves out is filled in as at the door of the core. */
    command: <Name extends keyof typeof commands>(name: Name, input: InputOf<`catalog.${Name}`>) =>
      core.parts.act(systemActor, tx =>
        (
          commands[name] as (
            input: unknown,
            tx: unknown,
            prepared: unknown,
          ) => ReturnType<(typeof commands)[Name]>
        )(words.catalog[name].input.parse(input), tx, undefined),
      ),
    queries,
    /** What an import of a staged file would do. */
    compare: (input: InputOf<'catalog.compare'>): Promise<Answer<ImportComparison>> =>
      whileTimePasses(env, Promise.resolve(queries.compare(words.catalog.compare.input.parse(input)))),
    /** Imports a file at once, as the command line does. */
    importNow: (
      bytes: Uint8Array | string,
      how: Pick<FileImport, 'mapping' | 'duplicates' | 'absent' | 'starts'> = {},
    ): ImportState =>
      value(
        importFile(core.parts, {
          name: 'list.csv',
          bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
          rules: chineseRules,
          ...how,
        }),
      ),
    /** Rings up and completes sales of one piece each, as far as the catalogue can tell. */
    sell: (...items: readonly string[]) => {
      const lines = items.map(item => ({ item: item as ItemId, unit: 'piece' as Unit, quantity: 1000 }));
      core.parts.act(systemActor, tx => tx.record('sale-completed', { sale: { lines } as unknown as Sale }));
    },
    close,
    throwAway: () => {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a result holds; a refusal fails the test. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
