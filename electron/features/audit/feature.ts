import { ok } from '../../../shared/lib/result.ts';
import type { Feature, FeatureParts } from '../../core/feature.ts';
import type { SetupReads } from '../../core/ports.ts';
import { auditSlice } from './rows.ts';

/** Looks through the journal; keeps nothing of its own. */
export function auditFeature({ db }: FeatureParts, ports: { readonly setup: SetupReads }): Feature<'audit'> {
  return {
    family: 'audit',
    commands: {
      exporting: ({ what }, tx) => {
        tx.record('data-exported', { what });
        return ok({});
      },
    },
    queries: { rows: asked => ok(auditSlice(db, ports.setup, asked)) },
    watches: {},
    tables: [],
    project: {},
    react: {},
  };
}
