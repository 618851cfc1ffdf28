import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorePort } from '../../shared/contract/router.ts';
import type { SetupReads } from '../core/ports.ts';
import type { DemoShop } from '../features/catalog/demo.ts';
import type { Catalog } from '../features/catalog/feature.ts';
import type { HostParts } from './parts.ts';
import { type PracticeGateway, startPracticeGateway } from './practice-gateway.ts';

export type Demo = {
  /** Sets an empty till up as the demo shop; nothing where it has been set up. */
  setUp(): Promise<void>;
  /** In the demo shop and in practice: brings goods where there are none, and a gateway of its own. Safe to call again. */
  begin(): Promise<void>;
  stop(): Promise<void>;
};

const operator = { kind: 'command-line', name: 'demo' } as const;

/** The demo shop: real core, real goods, a real gateway over a real wire, so that the first sale of a newcomer is a true one. */
export function openDemo(
  host: HostParts,
  core: CorePort,
  setup: SetupReads,
  catalog: Pick<Catalog, 'demoCatalogue'>,
): Demo {
  const readDemo = () => JSON.parse(readFileSync(join(host.resources, 'demo-shop.json'), 'utf8')) as DemoShop;
  let begun: Promise<void> | null = null;
  let gateway: Promise<PracticeGateway> | null = null;

  const say = async (word: string, input: unknown): Promise<void> => {
    const answer = await core.submit({ id: host.env.newId(), word, input }, operator);
    if (!answer.ok) host.env.log('error', 'demo.refused', { word, refusal: answer.refusal.code });
  };
  const connect = async (): Promise<void> => {
    const { url, code, channels } = await gateway!;
    await say('syncing.enrol', { url, code });
    for (const [channel, values] of Object.entries(channels))
      await say('paying.configureChannel', { channel, values });
  };

  const begin = async (): Promise<void> => {
    await catalog.demoCatalogue(readDemo(), setup.settings().language);
    // A second process of plain Node is not to be had inside Electron with its fuses set; there the demo has no gateway.
    if (process.versions.electron !== undefined) return;
    gateway = startPracticeGateway(join(host.paths.data, 'gateway'));
    try {
      await connect();
    } catch (error) {
      // A shop without its gateway sells all the same; that is what it is a demo of.
      host.env.log('error', 'demo.no-gateway', { error });
    }
  };

  return {
    setUp: async () => {
      if (setup.isSetUp()) return;
      const { shop } = readDemo();
      const input = {
        language: 'zh-CN',
        country: 'CN',
        shop: shop.zh,
        ownerName: '王店长',
        ownerPin: '000000',
        start: 'demo',
      };
      await core.submit({ id: host.env.newId(), word: 'setup.begin', input }, { kind: 'page' });
    },
    begin: async () => {
      const { training } = setup.settings();
      if (host.still || (training !== 'demo' && training !== 'practice')) return;
      begun ??= begin();
      await begun;
    },
    stop: async () => {
      await (await gateway?.catch(() => null))?.stop();
    },
  };
}
