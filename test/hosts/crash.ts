import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { realEnv } from '../../gateway/env.ts';
import { type Gateway, startGateway } from '../../gateway/server.ts';
import type { Sale } from '../../shared/domain/sale.ts';
import { seededRng } from '../../shared/lib/rng.ts';
import { mustBe, openShop, openTestTill, ownerPin, shelf } from '../doubles/till.ts';

export type CrashReport = {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged and not there. */
  readonly lost: number;
  /** Paid for twice, or twice at the gateway. */
  readonly doubled: number;
  /** There, but not with all its goods and money. */
  readonly partial: number;
  readonly numbersWithoutGaps: boolean;
  readonly verified: boolean;
  readonly atGateway: number;
};

type Ack = { readonly id: string; readonly number: number; readonly total: number };
type Progress = (kills: number, acknowledged: number) => void;

const child = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
/** Tills that load while others before them sell: to load takes longer than to live. */
const sparesMax = 2;
/** A till is killed after it has acknowledged fewer sales than this, from none on; */
const lifeSales = 20;
/** and this long after the last of them, at most: somewhere in the next sale, or in sending. */
const afterLastMaxMs = 20;

/**
 * Kills a till (SIGKILL) `kills` times while it sells and sends to a real gateway, then counts: every
 * acknowledged sale must be there once and whole, on the till and at the gateway. The seed decides the
 * moments; what the machine does between them is its own.
 */
export async function crashAgainAndAgain(
  kills: number,
  seed: number,
  progress: Progress = () => {},
): Promise<CrashReport> {
  const gatewayData = mkdtempSync(join(tmpdir(), 'evertill-crash-'));
  const gateway = await startGateway({ dataDir: gatewayData, port: 0, env: realEnv() });
  const data = mkdtempSync(join(tmpdir(), 'evertill-crash-'));
  try {
    const staff = await prepare(data, gateway);
    const acks = await killLoop({ data, staff, kills, seed, progress });
    return await count(data, acks, kills, gateway);
  } finally {
    await gateway.stop();
    for (const folder of [data, gatewayData]) rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(data: string, gateway: Gateway): Promise<string> {
  const shop = await openShop({ data });
  mustBe(await shop.say('syncing.enrol', { url: gateway.url, code: gateway.newEnrolmentCode() }));
  await shop.stop();
  return shop.owner;
}

async function killLoop(run: {
  data: string;
  staff: string;
  kills: number;
  seed: number;
  progress: Progress;
}): Promise<Ack[]> {
  const rng = seededRng(run.seed);
  const acks: Ack[] = [];
  let next = 1;
  const spares = Array.from({ length: Math.min(sparesMax, run.kills) }, () => startTill(run.data, run.staff));
  for (let kill = 1; kill <= run.kills; kill += 1) {
    const till = spares.shift()!;
    if (kill + spares.length < run.kills) spares.push(startTill(run.data, run.staff));
    till.stdin!.write('begin\n');
    const lines = createInterface({ input: till.stdout! })[Symbol.asyncIterator]();
    const ready = await lines.next();
    if (ready.value !== 'READY')
      throw new Error(`the till did not come up after kill ${kill - 1}: ${ready.value}`);
    const gone = new Promise(resolve => till.once('exit', resolve));
    // Counted in sales and not in time alone, so that a slow machine kills a till that sells as well.
    const salesBefore = Math.floor(rng() * lifeSales);
    const afterLastMs = rng() * afterLastMaxMs;
    for (let sold = 0; ; sold += 1) {
      if (sold === salesBefore) void sleep(afterLastMs).then(() => till.kill('SIGKILL'));
      till.stdin!.write(`sale-${next}\n`);
      const line = await lines.next();
      if (line.done) break;
      acks.push(readAck(line.value));
      next += 1;
    }
    await gone;
    run.progress(kill, acks.length);
  }
  return acks;
}

function startTill(data: string, staff: string): ChildProcess {
  const codes = shelf.map(([code]) => code).join(',');
  const till = spawn(process.execPath, [child, data, staff, ownerPin, codes], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // The pipe of a killed till breaks while we write to it; that is the point of it.
  till.stdin!.on('error', () => {});
  return till;
}

function readAck(line: string): Ack {
  const [word, id = '', number, total] = line.split(' ');
  if (word !== 'ACK') throw new Error(`the till said ${word}`);
  return { id, number: Number(number), total: Number(total) };
}

async function count(
  data: string,
  acks: readonly Ack[],
  kills: number,
  gateway: Gateway,
): Promise<CrashReport> {
  const till = await openTestTill({ data });
  try {
    const operator = { kind: 'command-line', name: 'crash' } as const;
    const sales: Sale[] = [];
    for (;;) {
      const page = mustBe(
        await till.ask('selling.sales', { afterNumber: sales.length, limit: 500 }, operator),
      );
      if (page.length === 0) break;
      sales.push(...page);
    }
    await till.until('syncing.state', view => view.link === 'online' && view.waitingRows === 0);
    const report = mustBe(await till.ask('syncing.verify', {}, operator));
    const summary = await gateway.summary();
    const whole = shelf.reduce((all, [, , price]) => all + price, 0);
    const byNumber = new Map(sales.map(sale => [sale.number, sale]));
    return {
      kills,
      acknowledged: acks.length,
      lost: acks.filter(ack => byNumber.get(ack.number)?.total !== ack.total).length,
      doubled:
        acks.length - new Set(acks.map(ack => ack.number)).size + summary.duplicates + overpaid(sales, acks),
      partial: sales.filter(sale => sale.total !== whole || sale.lines.length !== shelf.length).length,
      numbersWithoutGaps: sales.every((sale, index) => sale.number === index + 1),
      verified: report.verified,
      atGateway: summary.received,
    };
  } finally {
    await till.stop();
  }
}

/** At most the very last command may have been done without having been acknowledged. */
const overpaid = (sales: readonly Sale[], acks: readonly Ack[]): number =>
  Math.max(0, sales.length - acks.length - 1);
