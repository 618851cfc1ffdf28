import { afterEach, beforeEach, expect, test } from 'vitest';
import { paperLines } from '../../../test/doubles/paper-text.ts';
import { mustBe, openShop, sell, shelf, throwAway } from '../../../test/doubles/till.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const pulses = () => shop.devices.printed.filter(bytes => bytes.length < 8).map(bytes => bytes[2]);

test('cash that is paid out opens the drawer and leaves a slip: what, how much, why, who', async () => {
  mustBe(await shop.say('shifts.moveCash', { move: 'paid-out', amount: 1_200, reason: '水费' }));
  const [job] = await shop.until(
    'printing.jobs',
    jobs => jobs.length === 1 && jobs.every(each => each.state === 'sent'),
  );
  const lines = paperLines(mustBe(await shop.ask('printing.paper', { job: job!.job }))!).map(line =>
    line.trim(),
  );
  expect(lines).toEqual(expect.arrayContaining(['支出', '￥12.00', '水费']));
  expect(lines.join('\n')).toMatch(/收银员 王店长/);
  expect(pulses()).toEqual([0]);
});

test('each of two drawers opens on its own pin of the plug, by the shift that sells', async () => {
  const drawers = [
    { drawer: 'main', name: '前' },
    { drawer: 'second', name: '后' },
  ];
  const rules = (await shop.see('shifts.desk')).rules;
  mustBe(await shop.say('shifts.setRules', { ...rules, drawers }));
  await sell(shop, [shelf[0][0]]);
  mustBe(await shop.say('shifts.open', { float: 0, drawer: 'second' }));
  await sell(shop, [shelf[0][0]]);
  await expect.poll(pulses).toEqual([0, 1]);
});
