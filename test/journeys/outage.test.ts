import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, firstRun, importList, type Journey, openJourney } from './rig.ts';

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
  const { url, code, operatorTokenFile } = JSON.parse(line) as {
    url: string;
    code: string;
    operatorTokenFile: string;
  };
  const headers = { authorization: `Bearer ${readFileSync(operatorTokenFile, 'utf8').trim()}` };
  const gone = once(child, 'exit');
  return {
    url,
    code,
    port: Number(new URL(url).port),
    /** What it has received, as it tells its operator. */
    summary: async () => (await fetch(`${url}/v1/summary`, { headers })).json() as Promise<unknown>,
    end: async (signal: 'SIGKILL' | 'SIGTERM') => {
      child.kill(signal);
      await gone;
    },
  };
}

/** Tells the till of its gateway, on the screen for it. */
async function enrol(url: string, code: string): Promise<void> {
  const { page, press, sees } = journey;
  const t = zhCN.syncing.enrol;
  await press('F10');
  await sees(zhCN.more.choose);
  await page.getByText(zhCN.more.syncing).first().click();
  await page.getByLabel(t.url, { exact: true }).fill(url);
  await page.getByLabel(t.code, { exact: true }).fill(code);
  await press('Enter');
  await sees(zhCN.syncing.allSent);
  await press('Escape');
}

test('the gateway dies during five sales and comes back: the till says so calmly, and each sale is there once', async () => {
  const first = await gatewayOn(0);
  journey = await openJourney();
  const { sees, type, press, scan, picture } = journey;
  await firstRun(journey, zhCN.setup.first, { shop: '惠民便利', owner: '王店长', pin: '8351', start: 'own' });
  await importList(journey, ['条码,品名,售价', `${cola},可口可乐 330ml,2.50`]);
  await sees(zhCN.shifts.open.ask);
  await type('100');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await enrol(first.url, first.code);
  await sees(zhCN.selling.emptyTitle);

  for (let sale = 1; sale <= 5; sale += 1) {
    if (sale === 3) await first.end('SIGKILL');
    await scan(cola);
    await journey.owes(250);
    await journey.freeze();
    await press('F9');
    await sees(zhCN.paying.done.title);
    await sees(new RegExp(`1-00000${sale}`));
  }
  await sees(/断网/);
  await picture('offline-zh-CN');

  const second = await gatewayOn(first.port);
  await journey.nextCustomer();
  await press('F10');
  await sees(zhCN.more.choose);
  await journey.page.getByText(zhCN.more.syncing).first().click();
  const summary = { received: 5, duplicates: 0, maxCapturesPerTender: 1 };
  await expect.poll(second.summary, { timeout: 60_000 }).toMatchObject(summary);
  await sees(zhCN.syncing.allSent);
  await second.end('SIGTERM');
});
