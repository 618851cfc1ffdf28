import { expect, test } from 'vitest';
import { reportDocument } from '../../electron/features/printing/report-paper.ts';
import { shiftSections } from '../../renderer/screens/shifts/report-rows.ts';
import type { OutputOf } from '../../shared/contract/words.ts';
import { formatsFor } from '../../shared/i18n/format.ts';
import { messagesOf } from '../../shared/i18n/messages.ts';
import { receiptWords, shiftReportWords } from '../../shared/i18n/receipt.ts';
import { mustBe, openShop, sell, shelf, type TestTill, throwAway } from '../doubles/till.ts';

const t = messagesOf('zh-CN');
const format = formatsFor('zh-CN', 'CNY', 'UTC');
const words = { t, format, language: 'zh-CN', currency: 'CNY', cap: (act: string) => act } as const;

test('the screen says every figure of the Z that the paper says, under the same words', async () => {
  const shop = await openShop();
  try {
    const z = await playShift(shop);
    const screen = shiftSections(z, words, z.head.drawer)
      .flatMap(section => section.rows)
      .map(row => lineOf(row.name, row.value));
    const missing = paperPairs(z).filter(({ left, right }) => !screen.includes(lineOf(left, right)));
    expect(missing).toEqual([]);
  } finally {
    await shop.stop();
    throwAway(shop);
  }
});

/** A sale, cash to the safe, a count that is off twice, some of it left. */
async function playShift(shop: TestTill): Promise<OutputOf<'shifts.report'>> {
  await sell(shop, [shelf[0][0], shelf[1][0]], 5_000);
  mustBe(await shop.say('shifts.drop', { amount: 1_000, reason: '交保险柜' }));
  const { id: shift } = (await shop.see('shifts.current'))!;
  mustBe(await shop.say('shifts.count', { shift, counted: 17_000 }));
  mustBe(await shop.say('shifts.count', { shift, counted: 17_500 }));
  const carried = { held: 0, unknown: 0, unverified: 0 };
  return mustBe(await shop.say('shifts.close', { shift, carried, left: 10_000, bag: 'B77' }));
}

function paperPairs(z: OutputOf<'shifts.report'>) {
  const document = reportDocument(z, {
    shop: { name: '惠民便利', branch: '', address: '', phone: '' },
    tillLabel: '1',
    words: receiptWords['zh-CN'],
    report: shiftReportWords['zh-CN'],
    timeText: format.dayTime,
    currency: 'CNY',
    training: false,
    cashier: '',
    copy: 0,
    invoiceUrl: '',
    dateText: format.date,
    drawerName: drawer => drawer,
  });
  // Which till it is stands above every screen; a line without a figure is a name, or the place to sign.
  return document.blocks
    .filter(block => block.kind === 'pair')
    .filter(({ left, right }) => left !== receiptWords['zh-CN'].till && figuresOf(right).length > 0);
}

/** A line's words and figures, without what each of the two sets between them. */
const lineOf = (name: string, value: string): string =>
  [name.replace(/[\s·\d.%]/g, ''), ...figuresOf(value)].join(' ');

/** Amounts, counts and codes of a line, whatever stands between them; a currency's sign says nothing new. */
const figuresOf = (text: string): string[] =>
  (
    text
      .replace(/[￥¥]/g, '')
      .replace(/−/g, '-')
      .match(/-?\w[-\w.:]*/g) ?? []
  ).filter(each => /\d/.test(each));
