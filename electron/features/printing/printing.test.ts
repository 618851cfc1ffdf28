import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutputOf } from '../../../shared/contract/words.ts';
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
  const { sale } = await sell(shop, [cola]);
  await settled(['sent']);
  mustBe(await shop.say('printing.reprint', { sale }));
  const jobs = await shop.until(
    'printing.jobs',
    list => list.length === 2 && list.every(job => job.state === 'sent'),
  );
  expect(jobs[0]).toMatchObject({ copy: 2, sale });
});
