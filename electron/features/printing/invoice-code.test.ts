import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutputOf } from '../../../shared/contract/words.ts';
import { zero } from '../../../shared/domain/money.ts';
import { receiptWords } from '../../../shared/i18n/receipt.ts';
import { paperLines } from '../../../test/doubles/paper-text.ts';
import { mustBe, openShop, refusalOf, sell, shelf, throwAway } from '../../../test/doubles/till.ts';
import { invoiceBlocks } from './invoice-code.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const template = 'https://fp.example.com/i?no={receipt}&amount={amount}&date={date}';
const setAddress = (value: string) => shop.say('setup.change', { setting: 'invoice-url', value });

const sameEveryDay = (line: string): string =>
  line.replace(/\d{4}-\d\d-\d\d/, 'TODAY').replace(/校验 [0-9A-F]{8}/, '校验 SEAL');

/** The foot of a sale's receipt, from its own code on, as the printer's bytes show it; the date and the seal are hidden. */
async function foot(): Promise<string[]> {
  await sell(shop, [shelf[0][0], shelf[2][0]], 1000);
  const isOut = (job: OutputOf<'printing.jobs'>[number]) => job.kind === 'receipt' && job.state === 'sent';
  const { job } = (await shop.until('printing.jobs', jobs => jobs.some(isOut))).find(isOut)!;
  const paper = mustBe(await shop.ask('printing.paper', { job }))!;
  expect(paper.faults).toEqual([]);
  const lines = paperLines(paper).map(line => sameEveryDay(line.trim()));
  return lines.slice(lines.findIndex(line => line.startsWith('[QR'))).filter(line => /[^-]/.test(line));
}

test.each([80, 58] as const)(
  'a shop with an invoicing service has its code on a receipt of %i mm, below that for refunds',
  async paper => {
    mustBe(await shop.say('setup.change', { setting: 'printer', value: { transport: 'virtual', paper } }));
    mustBe(await setAddress(template));
    const lines = (await foot()).filter(line => line !== '[cut]');
    expect(lines).toEqual([
      '[QR 1-000001]',
      '1-000001',
      '扫码开票',
      '[QR https://fp.example.com/i?no=1-000001&amount=7.00&date=TODAY]',
      '请尽早扫码，期限以开票页面为准',
      '谢谢惠顾 欢迎再来',
      '校验 SEAL',
    ]);
  },
);

test('a shop without one has a receipt as ever', async () => {
  expect(await foot()).toEqual(['[QR 1-000001]', '1-000001', '谢谢惠顾 欢迎再来', '校验 SEAL', '[cut]']);
});

test('nobody is sent for the invoice of a practice sale, or of one that cost nothing', async () => {
  await sell(shop, [shelf[0][0]]);
  const [sale] = mustBe(await shop.ask('selling.lastSales', { limit: 1 }));
  const facts = { words: receiptWords['zh-CN'], invoiceUrl: template, dateText: () => '2026-11-28' };
  expect(invoiceBlocks(sale!, facts)).not.toEqual([]);
  expect(invoiceBlocks({ ...sale!, training: true }, facts)).toEqual([]);
  expect(invoiceBlocks({ ...sale!, total: zero }, facts)).toEqual([]);
});

test('an address that would lead customers elsewhere is not taken', async () => {
  for (const wrong of [
    'http://fp.example.com/{receipt}',
    'https://{receipt}.example.com/',
    'https://fp.example.com/',
  ])
    expect(refusalOf(await setAddress(wrong))).toBe('bad-input');
  mustBe(await setAddress(template));
  mustBe(await setAddress(''));
  expect((await shop.see('setup.state')).invoiceUrl).toBe('');
});
