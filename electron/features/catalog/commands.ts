import { uploadChunkMax } from '../../../shared/contract/catalog.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Feature, refuse } from '../../core/feature.ts';
import { removeAdded } from './adding.ts';
import type { Importer } from './import/importer.ts';
import { planPrice, withdrawRepricing } from './repricing/begin.ts';
import type { RepricingClock } from './repricing/clock.ts';

/** What people do to the price list: hand a file in, import it, change their mind. */
export const catalogCommands = (
  importer: Importer,
  repricings: RepricingClock,
): Feature<'catalog'>['commands'] => ({
  stage: ({ upload, index, base64 }) => {
    const chunk = Buffer.from(base64, 'base64');
    if (chunk.length > uploadChunkMax) return refuse('bad-input', { field: 'base64', problem: 'too_big' });
    return importer.stage(upload, index, chunk);
  },
  import: (request, tx) => importer.start(request, tx),
  // What is being built has them already.
  removeAdded: ({ item }, tx) => (importer.isRunning ? refuse('import-running', {}) : removeAdded(tx, item)),
  planPrice: (asked, tx) => {
    tx.committed(() => repricings.look());
    return planPrice(tx, asked);
  },
  withdrawRepricing: ({ repricing }, tx) => withdrawRepricing(tx, repricing),
  undoImport: (_, tx) => importer.undo(tx),
  cancelImport: input => (importer.cancel(input.import) ? ok({}) : refuse('no-such-import', {})),
});
