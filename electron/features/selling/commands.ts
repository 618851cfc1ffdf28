import { ok } from '../../../shared/lib/result.ts';
import type { Counter, SellingCommands } from './counter.ts';
import { holdCommands } from './hold-commands.ts';
import { lineCommands } from './line-commands.ts';
import { arrangeKeys } from './quick-keys.ts';
import { scanCommands } from './scan-commands.ts';

/** Everything a cashier does with a cart. Each works on the cart as it is now, and says so when it has changed meanwhile. */
export const sellingCommands = (counter: Counter): SellingCommands => ({
  ...scanCommands(counter),
  ...lineCommands(counter),
  ...holdCommands(counter),
  arrangeKeys: (input, tx) => arrangeKeys(input, tx, counter.ports.catalog),
  nextCustomer: (_input, tx) => {
    tx.committed(() => counter.finished.dismiss());
    tx.touch('cart');
    return ok({});
  },
});
