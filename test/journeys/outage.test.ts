import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { connectTill } from '../../electron/host/till-client.ts';
import { realEnv } from '../../gateway/env.ts';
import { startGateway } from '../../gateway/server.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { mustBe } from '../doubles/till.ts';
import { closeBrowser, firstRun, type Journey, openJourney } from './rig.ts';

let journey: Journey;
const gatewayData = mkdtempSync(join(tmpdir(), 'evertill-outage-'));
afterEach(() => journey.stop());
afterAll(async () => {
  await closeBrowser();
  rmSync(gatewayData, { recursive: true, force: true });
});

const main = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));
const cola = '6901234567892';

async function gatewayOn(port: number) {
  const args = [main, '--json', '--child', '--data', gatewayData, '--port', String(port)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url, code } = JSON.parse(line) as { url: string; code: string };
  const gone = once(child, 'exit');
  return {
    url,
    code,
    port: Number(new URL(url).port),
    end: async (signal: 'SIGKILL' | 'SIGTERM') => {
      child.kill(signal);
      await gone;
    },
  };
}

/** Goods and gateway over the wire, as the command line would: not what this journey is about. */
async function prepare(url: string, code: string): Promise<void> {
  const line = await connectTill(journey.data);
  if (!line) throw new Error('the till does not answer');
  const base64 = Buffer.from(`条码,品名,售价\n${cola},可口可乐 330ml,2.50\n`, 'utf8').toString('base64');
  mustBe(await line.command('catalog.stage', { upload: 'list', index: 0, base64 }));
  mustBe(
    await line.command('catalog.import', {
      upload: 'list',
      fileName: 'list.csv',
      mapping: { code: 0, name: 1, price: 2 },
    }),
  );
  mustBe(await line.command('syncing.enrol', { url, code }));
  await line.close();
}

test('the gateway dies during five sales and comes back: the till says so calmly, and each sale is there once', async () => {
  const first = await gatewayOn(0);
  journey = await openJourney();
  const { sees, type, press, scan, picture } = journey;
  await firstRun(journey, zhCN.setup.first, { shop: '惠民便利', owner: '王店长', pin: '8351', start: 'own' });
  await sees(zhCN.catalog.drop);
  await prepare(first.url, first.code);
  await press('Escape');
  await sees(zhCN.shifts.open.ask);
  await type('100');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);

  for (let sale = 1; sale <= 5; sale += 1) {
    if (sale === 3) await first.end('SIGKILL');
    await scan(cola);
    await journey.owes(250);
    await press('F9', 'Enter');
    await sees(zhCN.paying.done.title);
    await sees(new RegExp(`1-00000${sale}`));
  }
  await sees(/断网/);
  await picture('offline-zh-CN');

  const second = await gatewayOn(first.port);
  const line = await connectTill(journey.data);
  await expect
    .poll(
      async () =>
        await new Promise(resolve => {
          const end = line!.watch('syncing.state', answer => {
            end();
            resolve(answer.ok && answer.value.waitingRows);
          });
        }),
      { timeout: 60_000 },
    )
    .toBe(0);
  await line!.close();
  await second.end('SIGTERM');
  const gateway = await startGateway({ dataDir: gatewayData, port: 0, env: realEnv() });
  expect(await gateway.summary()).toMatchObject({ received: 5, duplicates: 0, maxCapturesPerTender: 1 });
  await gateway.stop();
});
