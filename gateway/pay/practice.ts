import { type Fault, openFaults } from './faults.ts';
import { type JeepayPath, openJeepay } from './jeepay/provider.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { Outcome } from './outcome.ts';
import { openWallets, type World } from './wallets.ts';

export type Practice = {
  readonly ledger: Ledger;
  /** A customer’s phone shows this code from now on; it lives for a minute. */
  show(code: string): void;
  /** One request to the Jeepay protocol, through the faults that are waiting for it. */
  jeepay(path: JeepayPath, body: string): Outcome;
  addFaults(faults: readonly Fault[]): void;
  faults(): readonly Fault[];
};

/**
 * A provider to practise with: one ledger, the customers’ wallets, and in front of them the protocols of
 * providers, as unreliable as the real ones. It waits for nothing and draws no lots: the same requests at the
 * same moments of the `world` have the same outcomes.
 */
export function openPractice(world: World): Practice {
  const ledger = openLedger(world);
  const wallets = openWallets(world, ledger);
  const provider = openJeepay(world, wallets);
  const faults = openFaults();
  return {
    ledger,
    show: wallets.show,
    jeepay: (path, body) => faults.carry(path, () => provider.handle(path, body)),
    addFaults: faults.add,
    faults: faults.waiting,
  };
}
