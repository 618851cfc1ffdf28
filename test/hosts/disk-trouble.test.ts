import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mustBe, openShop, openTestTill, ownerPin, shelf, throwAway } from '../doubles/till.ts';

// A real till on a disk that fails at chosen moments: strace answers the till's own system calls with errors.
const child = fileURLToPath(new URL('./disk-child.ts', import.meta.url));
const hasStrace = spawnSync('strace', ['-V']).status === 0;
if (!hasStrace) console.warn('SKIPPED: a failing disk needs strace, which this machine does not have.');

const salesSold = 6;
const noInjection = 'write:when=100000';

async function sellOn(inject: (fsyncsBefore: number, writesBefore: number) => string) {
  const shop = await openShop();
  await shop.stop();
  try {
    // How many system calls a start takes is the machine's own: counted, not known.
    const quiet = run(shop.data, shop.owner, noInjection, 0);
    const before = quiet.trace.slice(0, Math.max(0, quiet.trace.indexOf('READY')));
    const faulty = run(
      shop.data,
      shop.owner,
      inject(count(before, /\bf(?:data)?sync\(/g), count(before, /\bpwrite64\(/g)),
      salesSold,
    );
    const till = await openTestTill({ data: shop.data });
    const operator = { kind: 'command-line', name: 'disk' } as const;
    const sales = mustBe(await till.ask('selling.sales', { afterNumber: 0, limit: 500 }, operator));
    const report = mustBe(await till.ask('syncing.verify', {}, operator));
    await till.stop();
    return { said: faulty.said, trace: faulty.trace, sales, report };
  } finally {
    throwAway(shop);
  }
}

function run(data: string, staff: string, inject: string, sales: number) {
  const options = ['-f', '-s', '16', '-e', 'trace=fsync,fdatasync,pwrite64,write', '-e', `inject=${inject}`];
  const args = [process.execPath, child, data, staff, ownerPin, shelf[0][0], String(sales)];
  const done = spawnSync('strace', [...options, ...args], {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    timeout: 60_000,
  });
  return { said: done.stdout.trim().split('\n'), trace: done.stderr };
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

function expectEverySaleOnce({ said, sales, report }: Awaited<ReturnType<typeof sellOn>>): void {
  expect(said.at(-1)).toBe('END');
  const acks = said.filter(line => line.startsWith('ACK'));
  expect(acks).toEqual(Array.from({ length: salesSold }, (_, index) => `ACK sale-${index + 1} ${index + 1}`));
  expect(sales.map(sale => sale.number)).toEqual(Array.from({ length: salesSold }, (_, index) => index + 1));
  expect(sales.every(sale => sale.pieces === 1)).toBe(true);
  expect(report).toMatchObject({ verified: true, fault: null });
  const refusals = said.filter(line => line.startsWith('NO')).map(line => line.split(' ')[2]);
  expect(refusals.filter(code => code !== 'disk-trouble')).toEqual([]);
}

test.skipIf(!hasStrace || !existsSync('/proc')).each([1, 2, 3, 4, 5])(
  'a disk that fails to sync (the %s. time after the start) loses and doubles nothing',
  async nth => {
    const seen = await sellOn(fsyncs => `fsync,fdatasync:error=EIO:when=${fsyncs + nth}`);
    expect(seen.trace).toContain('(INJECTED)');
    expectEverySaleOnce(seen);
  },
);

test.skipIf(!hasStrace || !existsSync('/proc')).each([40, 60, 80])(
  'a disk that is full for a while (from the %s. write after the start on) refuses plainly, and the till goes on when there is room',
  async nth => {
    const seen = await sellOn(
      (_, writes) => `pwrite64:error=ENOSPC:when=${writes + nth}..${writes + nth + 30}`,
    );
    expect(seen.trace).toContain('(INJECTED)');
    expect(seen.said.some(line => line.endsWith('disk-trouble'))).toBe(true);
    expectEverySaleOnce(seen);
  },
);
