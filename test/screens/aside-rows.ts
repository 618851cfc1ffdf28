import type { Page } from 'playwright-core';
import { connectTill } from '../../electron/host/till-client.ts';
import { noSlides } from '../../shared/domain/slides.ts';
import { pictures } from '../doubles/pictures.ts';
import { mustBe } from '../doubles/till.ts';
import type { Aside, Row, Table } from './row.ts';
import { ring, toEmptyCounter, type Visit } from './visit.ts';

/** A page of its own beside the till's window, on the same till. */
async function openAside({ journey }: Visit, path: string): Promise<Page> {
  const page = await journey.page.context().newPage();
  await page.setViewportSize(journey.page.viewportSize()!);
  await page.goto(new URL(path, journey.page.url()).href);
  return page;
}

const display = (
  name: string,
  prepare: (visit: Visit) => Promise<unknown>,
  seen: (visit: Visit) => string,
): Row => ({
  name,
  reach: async visit => {
    await prepare(visit);
    const page = await openAside(visit, '/customer');
    await page.getByText(seen(visit)).first().waitFor();
    return page;
  },
});

/** As the owner does in the settings, from outside the page. */
async function addSlide({ journey: { data } }: Visit): Promise<void> {
  const till = await connectTill(data);
  mustBe(await till!.command('setup.addSlide', { base64: Buffer.from(pictures.png).toString('base64') }));
  await till!.close();
}

async function removeSlides(visit: Visit): Promise<void> {
  const till = await connectTill(visit.journey.data);
  mustBe(await till!.command('setup.change', { setting: 'slides', value: noSlides }));
  await till!.close();
  await toEmptyCounter(visit);
}

const kit = (name: string, press: readonly string[]): Row => ({
  name,
  reach: async visit => {
    const page = await openAside(visit, `/kit#${visit.language}`);
    for (const button of press) await page.getByRole('button', { name: button }).click();
    await page.getByRole('heading').first().waitFor();
    return page;
  },
});

/** Pages beside the till's own. */
export const asideRows: Pick<Table, Aside> = {
  'customer-display': [
    display(
      'welcome',
      async () => {},
      ({ t }) => t.display.welcome,
    ),
    display(
      'goods',
      visit => ring(visit, 10),
      ({ t }) => t.display.pieces(10),
    ),
    display(
      'amount',
      async visit => {
        await ring(visit, 3);
        await visit.journey.freeze();
      },
      ({ t }) => t.display.stages['show-code'],
    ),
    {
      name: 'slides',
      reach: async visit => {
        await addSlide(visit);
        const page = await openAside(visit, '/customer');
        await page.locator('img').first().waitFor({ state: 'attached' });
        return page;
      },
      leave: removeSlides,
    },
  ],
  kit: [kit('kit', []), kit('toasts', ['Toast']), kit('dialog', ['Dialog'])],
};
