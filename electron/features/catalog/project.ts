import { isWeighed } from '../../../shared/domain/item.ts';
import type { PricedLine } from '../../../shared/domain/pricing.ts';
import type { Project } from '../../core/feature.ts';

/** Units sold of each item, for the order in which goods are found. */
export const catalogProject: Project = {
  'sale-completed': ({ body }, db) => {
    for (const line of body.sale.lines) {
      db.run(
        `INSERT INTO item_popularity (item, units) VALUES (?, ?)
         ON CONFLICT (item) DO UPDATE SET units = units + excluded.units`,
        [line.item, unitsOf(line)],
      );
    }
  },
};

/** A weighing counts as one, however heavy. */
const unitsOf = (line: PricedLine): number => (isWeighed(line.unit) ? 1 : Math.trunc(line.quantity / 1000));
