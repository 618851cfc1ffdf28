import type { FeatureParts } from '../../core/feature.ts';
import type { TillIdentity } from '../../core/journal.ts';
import type { CatalogReads, RefundReads } from '../../core/ports.ts';
import type { Channels } from './channels.ts';
import type { Codes } from './codes.ts';
import type { SettlePorts } from './settle.ts';

export type CounterPorts = SettlePorts & {
  readonly catalog: CatalogReads;
  readonly identity: TillIdentity;
  readonly refunds: () => RefundReads;
};

/** What taking money at the counter works with. */
export type Counter = {
  readonly parts: FeatureParts;
  readonly ports: CounterPorts;
  readonly channels: Channels;
  readonly codes: Codes;
  /** Made at the start and never stored, so that no code can be had back from its digest, ever. */
  readonly codeKey: Uint8Array;
};
