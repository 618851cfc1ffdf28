import type { Page } from 'playwright-core';
import { connectTill } from '../../electron/host/till-client.ts';
import { noSlides } from '../../shared/domain/slides.ts';
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

/** A picture as a shop might have it. */
const drawSlide = `(() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
  const pen = canvas.getContext('2d');
  const ground = pen.createLinearGradient(0, 0, 1280, 720);
  ground.addColorStop(0, '#0b6b58');
  ground.addColorStop(1, '#d98a00');
  pen.fillStyle = ground;
  pen.fillRect(0, 0, 1280, 720);
  pen.fillStyle = '#ffffff';
  pen.textAlign = 'center';
  pen.font = '600 110px "Noto Sans CJK SC", sans-serif';
  pen.fillText('新疆香梨', 640, 330);
  pen.font = '700 150px "Noto Sans CJK SC", sans-serif';
  pen.fillText('¥3.98 / 500g', 640, 520);
  return canvas.toDataURL('image/png').split(',')[1];
})()`;

/** As the owner does in the settings, from outside the page. */
async function addSlide({ journey: { data, page } }: Visit): Promise<void> {
  const base64 = (await page.evaluate(drawSlide)) as string;
  const till = await connectTill(data);
  mustBe(await till!.command('setup.addSlide', { base64 }));
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
