import { type FeatureParts, systemActor, type Tx } from '../core/feature.ts';
import type { DeviceKey } from './device-key.ts';
import type { Heads } from './heads.ts';

/** What a start has to tell the journal before anything else happens: found harm, a new epoch, key or program, a clock set back. */
export function tellStart(
  { act }: Pick<FeatureParts, 'act'>,
  { software, heads, deviceKey }: { software: string; heads: Heads; deviceKey: DeviceKey },
): void {
  act(systemActor, tx => {
    const last = tx.db.get<{ at: number }>('SELECT at FROM journal ORDER BY seq DESC LIMIT 1');
    heads.settle(tx);
    if (!last) tx.record('epoch-started', { reason: 'first-start', software });
    deviceKey.settle(tx);
    tellSoftware(tx, software);
    if (last && tx.at < last.at) tx.record('clock-moved', { byMs: tx.at - last.at, atStart: true });
  });
}

/** Which program wrote last stands beside the journal, so that no start has to look for it. */
function tellSoftware(tx: Tx, to: string): void {
  const from = tx.db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'software'")?.value;
  if (from === to) return;
  tx.db.run(
    "INSERT INTO meta (key, value) VALUES ('software', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    [to],
  );
  if (from !== undefined) tx.record('software-changed', { from, to });
}
