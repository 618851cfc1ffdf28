import { priceRows } from './price-rows.ts';
import { row, type Table } from './row.ts';
import { openShift } from './visit.ts';

/** A price list in which two goods share a code, as a can and its family pack may. */
const priceList = [
  '条码,品名,售价',
  '6901234567892,可口可乐 330ml,2.50',
  '6901234567892,可口可乐 330ml×6 家庭装,14.00',
  '6902083881405,娃哈哈 AD 钙奶 220g,2.80',
];

/** The first minutes of a till: each row goes on where the one before it stood. */
export const newRows: Pick<Table, 'first-run' | 'catalog' | 'getting-started'> = {
  'first-run': [
    row('place', ({ journey, t }) => journey.sees(t.setup.first.welcome), { time: 'new' }),
    row(
      'shop',
      async ({ journey: { page, sees }, t: { setup } }) => {
        const words = setup.first;
        await page.getByRole('button', { name: words.next }).click();
        await sees(words.shopAndOwner);
        await page.getByLabel(words.shopName, { exact: true }).fill('惠民便利');
        await page.getByLabel(words.ownerName, { exact: true }).fill('王店长');
        await page.getByLabel(words.pin, { exact: true }).fill('8351');
        await page.getByLabel(words.pinAgain, { exact: true }).fill('8351');
      },
      { time: 'new' },
    ),
    row(
      'start',
      async ({ journey: { page, sees }, t: { setup } }) => {
        await page.getByRole('button', { name: setup.first.next }).click();
        await sees(setup.first.demoNote);
      },
      { time: 'new' },
    ),
  ],
  catalog: [
    row(
      'choose-file',
      async ({ journey: { page, sees }, t }) => {
        await page.getByRole('button', { name: t.setup.first.own }).click();
        await sees(t.catalog.drop);
      },
      { time: 'new' },
    ),
    row(
      'preview',
      async ({ journey: { page, sees }, t }) => {
        const buffer = Buffer.from(`${priceList.join('\r\n')}\r\n`);
        const file = { name: '价目表.csv', mimeType: 'text/csv', buffer };
        await page.locator('input[type=file]').setInputFiles(file);
        await sees(t.catalog.encodings['utf-8']);
        await sees(t.catalog.compared.priceUp);
      },
      { time: 'new' },
    ),
    row(
      'result',
      async ({ journey: { press, sees }, t }) => {
        await press('Enter');
        await sees(t.catalog.phases.done);
      },
      { time: 'new' },
    ),
  ],
  'getting-started': [
    row(
      'getting-started',
      async ({ journey: { press, sees }, t }) => {
        await press('Enter');
        await sees(t.gettingStarted.steps.prices.why);
      },
      { time: 'new' },
    ),
    row(
      'goods-of-one-code',
      async visit => {
        await visit.journey.press('Enter');
        await openShift(visit);
        await visit.journey.scan('6901234567892');
        await visit.journey.sees(visit.t.selling.chooseTitle);
      },
      { time: 'new' },
    ),
    ...priceRows,
  ],
};
