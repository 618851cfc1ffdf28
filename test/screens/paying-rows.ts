import { type Row, row } from './row.ts';
import { pressAct, rightHanded, ring, setHand, toEmptyCounter, type Visit } from './visit.ts';

/** Codes of the practice wallets, each good for once, by what their last four digits do: pay at once, or after eight seconds. */
const codes = {
  offered: '130000000000010000',
  atOnce: '130000000000020000',
  slow: '130000000000030001',
  aside: '130000000000040001',
};

async function frozen(visit: Visit, count: number): Promise<void> {
  await ring(visit, count);
  await visit.journey.freeze();
}

/** The counter while it takes money. */
export const payingRows: readonly Row[] = [
  row('offer', async visit => {
    await ring(visit, 3);
    await visit.journey.scan(codes.offered);
    await visit.journey.sees(visit.t.payments.offer.title('wechat', '0000'));
  }),
  row('paying', visit => frozen(visit, 3)),
  row('paying-given', async visit => {
    await frozen(visit, 8);
    await visit.journey.type('200');
    await visit.journey.sees(visit.t.paying.change);
  }),
  row('store-code', async visit => {
    await frozen(visit, 1);
    await pressAct(visit, 'own-code');
    await visit.journey.sees(visit.t.paying.storeCode.limit);
  }),
  row('change', async visit => {
    await frozen(visit, 3);
    await visit.journey.type('100');
    await visit.journey.press('F9');
    await visit.journey.sees(visit.t.paying.done.title);
  }),
  row('paid-by-code', async visit => {
    await frozen(visit, 3);
    await visit.journey.scan(codes.atOnce);
    await visit.journey.sees(visit.t.paying.done.title);
  }),
  row(
    'waiting',
    async visit => {
      await frozen(visit, 3);
      await visit.journey.scan(codes.slow);
      await visit.journey.sees(visit.t.paying.waiting.pending);
    },
    {
      leave: async visit => {
        // It is paid by itself.
        await visit.journey.sees(visit.t.paying.done.title);
        await toEmptyCounter(visit);
      },
    },
  ),
  row(
    'aside',
    async visit => {
      await ring(visit, 2);
      await visit.journey.press('F6');
      await visit.journey.sees(visit.t.selling.emptyTitle);
      await frozen(visit, 3);
      await visit.journey.scan(codes.aside);
      await visit.journey.sees(visit.t.paying.waiting.pending);
      await visit.journey.press('F6');
      await visit.journey.sees(visit.t.selling.emptyTitle);
      await visit.journey.sees(visit.t.payments.parked.chip);
    },
    {
      leave: async visit => {
        // It is paid by itself.
        const strip = visit.journey.page.locator('header');
        await strip.getByText(visit.t.payments.parked.chip).waitFor({ state: 'hidden' });
        await toEmptyCounter(visit);
      },
    },
  ),
  row(
    'left-handed-paying',
    async visit => {
      await setHand(visit, 'left');
      await frozen(visit, 3);
    },
    { leave: rightHanded },
  ),
  row(
    'paying-offline',
    async visit => {
      await frozen(visit, 3);
      const title = visit.journey.page.getByRole('heading', {
        name: visit.t.paying.collect.cashTitle,
        exact: true,
      });
      await title.waitFor({ timeout: 60_000 });
    },
    { time: 'offline' },
  ),
];
