import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutputOf } from '../../../shared/contract/words.ts';
import { receiptWords } from '../../../shared/i18n/receipt.ts';
import { paperLines } from '../../../test/doubles/paper-text.ts';
import {
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  sell,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';
import { openReadDb, openWriteDb } from '../../db/open.ts';
import { realEnv } from '../../host/env.ts';
import { pathsOf } from '../../host/paths.ts';
import { forgetOldPapers } from './jobs.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const cola = shelf[0][0];
/** Waits until everything for paper is in one of these states; a drawer that could not open is another matter. */
const settled = async (states: readonly string[]) => {
  const ofPaper = (jobs: OutputOf<'printing.jobs'>) => jobs.filter(job => job.kind !== 'drawer');
  return ofPaper(
    await shop.until(
      'printing.jobs',
      jobs => ofPaper(jobs).length > 0 && ofPaper(jobs).every(job => states.includes(job.state)),
    ),
  );
};

test('a cash sale opens the drawer and prints one receipt; the paper shows what was sold', async () => {
  const { receipt } = await sell(shop, [cola], 1000);
  const [job] = await settled(['sent', 'printed']);
  expect(job).toMatchObject({ kind: 'receipt', title: receipt, copy: 1 });
  expect([...shop.devices.printed[0]!]).toEqual([0x1b, 0x70, 0x00, 0x19, 0xfa]);
  const paper = mustBe(await shop.ask('printing.paper', { job: job!.job }))!;
  const text = paper.lines
    .flatMap(line =>
      line.kind === 'text' ? line.runs.map(run => run.text) : [line.kind === 'qr' ? `QR ${line.text}` : ''],
    )
    .join('\n');
  expect(paper.faults).toEqual([]);
  for (const part of ['可口可乐 330ml', '￥2.50', '￥10.00', '￥7.50', '惠民便利', `QR ${receipt}`])
    expect(text).toContain(part);
  // The seal is the beginning of the sale's own row, wherever the journal has got to since.
  const db = openReadDb(pathsOf(shop.data).database);
  const hash = db.get<{ hash: string }>(
    "SELECT hex(hash) AS hash FROM journal WHERE kind = 'sale-completed'",
  )!.hash;
  db.close();
  expect(text).toContain(`校验 ${hash.slice(0, 8)}`);
});

test('without paper the sale stands, the receipt waits and comes when there is paper', async () => {
  shop.devices.outcome = { kind: 'blocked', reason: 'paper-out' };
  const { number } = await sell(shop, [cola]);
  expect(number).toBe(1);
  const [waiting] = await settled(['blocked']);
  expect(waiting?.reason).toBe('paper-out');
  shop.devices.outcome = { kind: 'printed', evidence: 'status' };
  expect((await settled(['printed']))[0]?.title).toBe('1-000001');
});

test('half a receipt is never printed again by itself; a person decides, and the second is marked', async () => {
  shop.devices.outcome = { kind: 'uncertain', reason: 'link-lost', bytesAccepted: 100 };
  await sell(shop, [cola]);
  const [job] = await settled(['uncertain']);
  const sent = shop.devices.printed.length;
  shop.devices.outcome = { kind: 'sent' };
  mustBe(await shop.say('printing.settle', { job: job!.job, came: false }));
  const again = await shop.until('printing.jobs', jobs =>
    jobs.some(each => each.copy === 2 && each.state === 'sent'),
  );
  expect(shop.devices.printed.length).toBe(sent + 1);
  const paper = mustBe(await shop.ask('printing.paper', { job: again[0]!.job }))!;
  expect(JSON.stringify(paper)).toContain('补打');
  expect(refusalOf(await shop.say('printing.settle', { job: job!.job, came: true }))).toBe('job-not-waiting');
});

test('the plug pulled while a receipt prints leaves a question, not a second receipt', async () => {
  shop.devices.outcome = 'silent';
  mustBe(await shop.say('printing.test', {}));
  await settled(['sending']);
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  expect((await settled(['uncertain']))[0]?.reason).toBe('till-restarted');
  expect(shop.devices.printed).toEqual([]);
});

test('a reprint is a fact and says so on the paper', async () => {
  const { number: sale } = await sell(shop, [cola]);
  await settled(['sent']);
  mustBe(await shop.say('printing.reprint', { sale }));
  const jobs = await shop.until(
    'printing.jobs',
    list => list.length === 2 && list.every(job => job.state === 'sent'),
  );
  expect(jobs[0]).toMatchObject({ copy: 2, sale });
});

test('the slip of a refund is printed again with its own count, also where somebody says that it did not come out', async () => {
  const { number: sale, total } = await sell(shop, [cola]);
  const picks = [{ line: 1, quantity: 1000, goods: 'stock' as const }];
  mustBe(await shop.say('refunding.refund', { sale, total, picks, reason: '买错了' }));
  expect(refusalOf(await shop.say('printing.reprintRefund', { refund: 2 }))).toBe('no-such-ticket');
  mustBe(await shop.say('printing.reprintRefund', { refund: 1 }));
  shop.devices.outcome = { kind: 'uncertain', reason: 'no-answer', bytesAccepted: 9 };
  const { job } = mustBe(await shop.say('printing.reprintRefund', { refund: 1 }));
  await shop.until('printing.jobs', jobs =>
    jobs.some(each => each.job === job && each.state === 'uncertain'),
  );
  shop.devices.outcome = { kind: 'sent' };
  mustBe(await shop.say('printing.settle', { job, came: false }));
  const jobs = await shop.until('printing.jobs', list =>
    list.some(each => each.copy === 4 && each.state === 'sent'),
  );
  const slips = jobs.filter(({ kind }) => kind === 'refund');
  expect(slips.map(({ copy }) => copy)).toEqual([4, 3, 2, 1]);
  const paper = mustBe(await shop.ask('printing.paper', { job: slips[0]!.job }))!;
  expect(paperLines(paper).map(line => line.trim())).toContain(receiptWords['zh-CN'].reprint(3));
  const { id } = mustBe(await shop.ask('refunding.lastRefunds', { limit: 5 }))[0]!;
  const db = openReadDb(pathsOf(shop.data).database);
  const facts = db.all<{ body: string }>(
    "SELECT body FROM journal WHERE kind = 'receipt-reprinted' ORDER BY seq",
  );
  db.close();
  expect(facts.map(({ body }) => JSON.parse(body))).toEqual([2, 3, 4].map(copy => ({ refund: id, copy })));
});

test('a device process that dies in the middle of a receipt leaves a question; the till sells on and prints again', async () => {
  shop.devices.outcome = 'silent';
  mustBe(await shop.say('printing.test', {}));
  await settled(['sending']);
  shop.devices.die();
  expect((await settled(['uncertain']))[0]?.reason).toBe('host-lost');
  const first = await sell(shop, [cola]);
  shop.devices.outcome = { kind: 'sent' };
  const jobs = await shop.until('printing.jobs', list =>
    list.some(job => job.title === first.receipt && job.kind === 'receipt' && job.state === 'sent'),
  );
  expect(jobs.find(job => job.kind === 'test')?.state).toBe('uncertain');
  expect((await sell(shop, [cola])).number).toBe(2);
});

test('a drawer that could not open in time stays shut, and opening it later needs leave of its own', async () => {
  shop.devices.outcome = { kind: 'blocked', reason: 'offline' };
  await sell(shop, [cola]);
  const jobs = await shop.until('printing.jobs', list => list.some(job => job.kind === 'drawer'));
  const drawer = jobs.find(job => job.kind === 'drawer')!;
  expect(drawer).toMatchObject({ state: 'failed', reason: 'offline' });
  shop.devices.outcome = { kind: 'sent' };
  expect(refusalOf(await shop.say('printing.retry', { job: drawer.job }))).toBe('job-not-waiting');
  mustBe(await shop.say('shifts.openDrawer', { reason: '重开' }));
  await expect.poll(() => shop.devices.printed.filter(bytes => bytes.length < 8)).not.toHaveLength(0);
});

test('a drawer pulse that waited behind a receipt for more than five seconds is dropped', async () => {
  let aheadMs = 0;
  await shop.stop();
  const real = realEnv(() => {});
  const env = { ...real, monotonicMs: () => real.monotonicMs() + aheadMs };
  const again = await openTestTill({ data: shop.data, env });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  shop.devices.outcome = 'silent';
  mustBe(await shop.say('printing.test', {}));
  await settled(['sending']);
  await sell(shop, [cola]);
  aheadMs = 6_000;
  shop.devices.outcome = { kind: 'sent' };
  shop.devices.die();
  const jobs = await shop.until('printing.jobs', list =>
    list.some(job => job.kind === 'receipt' && job.state === 'sent'),
  );
  expect(jobs.find(job => job.kind === 'drawer')?.state).toBe('expired');
});

test('the bytes of old receipts do not fill the disk for ever; their rows and their sales stay', async () => {
  const db = openWriteDb(pathsOf(shop.data).database);
  for (let job = 1; job <= 1_005; job += 1) {
    db.run(
      "INSERT INTO print_jobs (id, kind, title, at, state, bytes) VALUES (?, 'test', '', 0, 'sent', x'00')",
      [job],
    );
  }
  forgetOldPapers(db);
  expect(db.get('SELECT count(*) AS rows, count(bytes) AS papers FROM print_jobs')).toEqual({
    rows: 1_005,
    papers: 1_000,
  });
  db.close();
});
