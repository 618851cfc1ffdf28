import { demoGoods } from '../journeys/rig.ts';
import { type Row, row } from './row.ts';
import { choose, ring, toEmptyCounter, type Visit } from './visit.ts';

async function toPrices(visit: Visit): Promise<void> {
  await choose(visit, visit.t.more.catalog);
  await visit.journey.sees(visit.t.catalog.drop);
}

/** The dialog for a price of one item, with the item found. */
async function toOnePrice(visit: Visit): Promise<void> {
  const { journey, t } = visit;
  await toPrices(visit);
  await journey.press('Shift+F2');
  await journey.page.getByLabel(t.catalog.onePrice.find).fill(demoGoods[0]!.code);
  await journey.page.getByRole('button', { name: demoGoods[0]!.code }).click();
  await journey.sees(t.catalog.onePrice.price);
}

/** A price list that changes without a file. */
export const priceRows: readonly Row[] = [
  row('prices', toPrices),
  row('one-price', async visit => {
    await toOnePrice(visit);
    await visit.journey.page.getByLabel(visit.t.catalog.onePrice.price).fill('2.50');
    await visit.journey.page.getByLabel(visit.t.catalog.starts.label).selectOption('later');
    await visit.journey.sees(visit.t.catalog.starts.at);
  }),
  row('repricings', async visit => {
    const { journey, t } = visit;
    await toOnePrice(visit);
    await journey.page.getByLabel(t.catalog.onePrice.price).fill('1.80');
    await journey.page.getByLabel(t.catalog.starts.label).selectOption('later');
    await journey.press('Enter');
    await journey.sees(t.catalog.repricings.short(1));
    await journey.press('Shift+F3');
    await journey.sees(t.catalog.repricings.byHand);
  }),
  row(
    'added-goods',
    async visit => {
      const { journey, t } = visit;
      await ring(visit, 1);
      await journey.scan('6900000000007');
      await journey.sees(t.selling.moments.unknown('0007'));
      await journey.press('Control+F3');
      await journey.page.keyboard.insertText('手工辣椒酱 280g');
      await journey.press('Enter', '1', '2', '.', '5', 'Enter');
      await journey.sees('手工辣椒酱 280g');
      await toPrices(visit);
      await journey.press('Shift+F4');
      await journey.sees(t.catalog.addedGoods.what);
    },
    {
      leave: async visit => {
        await visit.journey.press('Delete');
        await visit.journey.sees(visit.t.catalog.addedGoods.none);
        await toEmptyCounter(visit);
      },
    },
  ),
];
