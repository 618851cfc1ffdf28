import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UplinkName } from '../../../electron/uplinks/registry.ts';
import type { UplinkSettings } from '../../../electron/uplinks/uplink.ts';
import { startGateway } from '../../../gateway/server.ts';
import type { Summary } from '../../../gateway/store/store.ts';
import { type CuttingWire, cuttingWire } from './cutting-wire.ts';
import { testEnv } from './paper-till.ts';

/** What an uplink talks to in a test: a real far end behind a wire that can be made to fail. */
export type FarEnd = {
  readonly settings: Pick<UplinkSettings, 'url' | 'fingerprint'>;
  readonly id: string;
  readonly wire: CuttingWire;
  newEnrolmentCode(): string;
  summary(): Promise<Summary>;
  /** Stops it for good; what it keeps is thrown away. */
  close(): Promise<void>;
};

/** How to start a far end for each uplink of the registry, in every way that uplink can be set up. */
export const farEnds: Readonly<Record<UplinkName, Readonly<Record<string, () => Promise<FarEnd>>>>> = {
  https: {
    'HTTPS with a pinned certificate': () => gatewayFarEnd(true),
    'plain HTTP on this machine': () => gatewayFarEnd(false),
  },
};

async function gatewayFarEnd(https: boolean): Promise<FarEnd> {
  const dataDir = mkdtempSync(join(tmpdir(), 'evertill-far-end-'));
  const wire = await cuttingWire();
  const knownAs = [`127.0.0.1:${wire.port}`];
  const gateway = await startGateway({ dataDir, port: 0, https, knownAs, env: testEnv() });
  wire.leadTo(Number(new URL(gateway.url).port));
  return {
    settings: {
      url: `${https ? 'https' : 'http'}://127.0.0.1:${wire.port}`,
      fingerprint: gateway.fingerprint ?? null,
    },
    id: gateway.id,
    wire,
    newEnrolmentCode: gateway.newEnrolmentCode,
    summary: gateway.summary,
    async close() {
      await wire.close();
      await gateway.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}
