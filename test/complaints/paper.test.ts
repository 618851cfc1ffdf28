import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWriteDb } from '../../electron/db/open.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { wordNames } from '../../shared/contract/words.ts';
import { factsOf } from '../doubles/journal.ts';
import { paperLines } from '../doubles/paper-text.ts';
import { mustBe, openShop, sell, shelf, throwAway } from '../doubles/till.ts';

// What shopkeepers have reported of sales and receipts of other tills. Each test is named after the report.

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

test('frappe/erpnext#7463: nobody deletes a finished sale: there is no word for it, and the file itself refuses', async () => {
  await sell(shop, [shelf[0][0]]);
  expect(wordNames.filter(word => /delete|remove|destroy/i.test(word)).sort()).toEqual([
    'catalog.removeAdded',
    'paying.removeChannel',
    'selling.removeLine',
    'setup.removeBadge',
    'setup.removeTotp',
  ]);
  const db = openWriteDb(pathsOf(shop.data).database);
  expect(() => db.run("DELETE FROM journal WHERE kind = 'sale-completed'")).toThrow('never shortened');
  expect(() => db.run("UPDATE journal SET body = '{}' WHERE kind = 'sale-completed'")).toThrow(
    'never changed',
  );
  db.close();
});

test('odoo#14214: the same receipt printed again says so, and says nothing else than the first', async () => {
  const { number } = await sell(shop, [shelf[0][0], shelf[2][0]], 1_000);
  mustBe(await shop.say('printing.reprint', { sale: number }));
  const jobs = await shop.until(
    'printing.jobs',
    all => all.filter(job => job.kind === 'receipt' && job.state === 'sent').length === 2,
  );
  const [again, first] = await Promise.all(
    jobs
      .filter(job => job.kind === 'receipt')
      .map(async ({ job }) => paperLines(mustBe(await shop.ask('printing.paper', { job }))!)),
  );
  const mark = again!.filter(line => !first!.includes(line));
  expect(mark).toEqual([expect.stringContaining('补打 第1次')]);
  expect(again!.filter(line => !mark.includes(line))).toEqual(first);
  expect(factsOf(shop.data, 'receipt-reprinted')).toHaveLength(1);
});
