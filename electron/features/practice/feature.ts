import type { StaffId } from '../../../shared/domain/sale.ts';
import { ok } from '../../../shared/lib/result.ts';
import { type Feature, type FeatureParts, refuse, systemActor, type Tx } from '../../core/feature.ts';

/** The practice till, as the real one knows it: something that is made, used and thrown away. */
export type PracticeTill = {
  /** Makes it, with `staff` of the real till signed in at it; false where it does not come up. */
  prepare(staff: StaffId): Promise<boolean>;
  isPrepared(): boolean;
  isOn(): boolean;
  /** Whether a sale has been finished at it. */
  hasSold(): boolean;
  /** From now on pages and scanners are led to it. */
  enter(): void;
  /** Ends it and throws it away, also one that was only prepared. */
  leave(): void;
  /** Whether one was in use when this till ended; throws away what is left of it. */
  tidyUp(): boolean;
};

export type PracticePorts = {
  readonly till: PracticeTill;
  readonly signedIn: () => StaffId | null;
  /** Takes whoever is signed in away from the real till, in memory only. */
  readonly signOut: () => void;
  /** The amount was said to the customer at the counter and is not settled. */
  readonly isFrozen: () => boolean;
};

/** Entering and leaving practice. The till that practises is another one: here stand only the two facts about it. */
export function practiceFeature(
  parts: FeatureParts,
  { till, signedIn, signOut, isFrozen }: PracticePorts,
): { feature: Feature<'practice'>; start(): void; practised(): boolean } {
  const view = () => ({ on: till.isOn() });
  const feature: Feature<'practice'> = {
    family: 'practice',
    prepare: {
      begin: async () => {
        const staff = signedIn();
        if (staff !== null && !till.isOn() && !isFrozen()) await till.prepare(staff);
      },
    },
    commands: {
      begin: (_input, tx) => {
        if (till.isOn()) return ok({ on: true });
        const { staff } = tx.actor;
        if (isFrozen()) {
          tx.committed(() => till.leave());
          return refuse('practice-while-paying', {});
        }
        if (staff === null || !till.isPrepared()) return refuse('practice-not-started', {});
        tx.record('training-started', { staff });
        tx.committed(() => {
          till.enter();
          // The PIN of practice is on its screen: whoever comes back from there has proved nothing.
          signOut();
        });
        tx.touch('practice');
        tx.touch('session');
        return ok({ on: true });
      },
      end: (_input, tx) => {
        if (!till.isOn()) return ok({ on: false });
        tx.record('training-ended', { how: 'asked' });
        if (till.hasSold()) remember(tx);
        tx.committed(() => till.leave());
        tx.touch('practice');
        return ok({ on: false });
      },
    },
    queries: {},
    watches: { state: { topics: ['practice'], read: view } },
    tables: [],
    project: {},
    react: {},
  };
  return {
    feature,
    practised: () => parts.db.get("SELECT 1 FROM meta WHERE key = 'practised'") !== undefined,
    start: () => {
      if (till.tidyUp()) parts.act(systemActor, tx => tx.record('training-ended', { how: 'till-ended' }));
    },
  };
}

/** Beside the journal, which says only that somebody practised: it is there to tick a step for a newcomer. */
function remember(tx: Tx): void {
  tx.db.run("INSERT INTO meta (key, value) VALUES ('practised', '1') ON CONFLICT (key) DO NOTHING");
  tx.touch('setup');
}
