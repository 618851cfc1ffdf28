import type { Page } from 'playwright-core';
import type { LanguageTag } from '../../shared/i18n/index.ts';
import { type Row, type Time, times } from './row.ts';
import { table } from './table.ts';
import { openDemoTill, openNewTill, sellOne, toEmptyCounter, toTrading, type Visit } from './visit.ts';

type Stop = { readonly name: string; readonly time: Time; readonly row: Row };

/** What there is to see, as it stands before whoever looks; `name` is that of its screen, then its own. */
export type Sight = { readonly name: string; readonly page: Page };

const stops: readonly Stop[] = Object.entries(table).flatMap(([screen, rows]) =>
  rows.map(row => ({
    name: row.name === screen ? screen : `${screen}/${row.name}`,
    time: row.time ?? 'trading',
    row,
  })),
);

export const sightNames: readonly string[] = stops.map(({ name }) => name);

/** Goes to every row whose name `wanted` takes, on as few tills as it can, and lets `look` see each. */
export async function walk(
  language: LanguageTag,
  wanted: (name: string) => boolean,
  look: (sight: Sight) => Promise<void>,
): Promise<void> {
  const at = (time: Time) => stops.filter(stop => stop.time === time && wanted(stop.name));
  const [fresh, ...later] = times;
  if (at(fresh).length > 0) {
    await onTill(openNewTill(language), async visit => {
      // Each goes on where the one before it stood, so none can be left out.
      for (const stop of stops.filter(({ time }) => time === fresh))
        await see(visit, stop, wanted(stop.name) ? look : null);
    });
  }
  if (later.every(time => at(time).length === 0)) return;
  await onTill(openDemoTill(language), async visit => {
    for (const stop of at('closed')) await see(visit, stop, look);
    await toTrading(visit);
    await sellOne(visit);
    for (const stop of at('trading')) await seeAndLeave(visit, stop, look);
    for (const stop of at('offline')) await seeAndLeave(visit, stop, look);
  });
}

async function see(visit: Visit, { name, row }: Stop, look: ((sight: Sight) => Promise<void>) | null) {
  const page = await row.reach(visit);
  await look?.({ name, page: page ?? visit.journey.page });
  if (!page) return;
  await page.close();
  // The next scan belongs to the till again.
  await visit.journey.page.bringToFront();
}

async function seeAndLeave(visit: Visit, stop: Stop, look: (sight: Sight) => Promise<void>) {
  try {
    await see(visit, stop, look);
    await (stop.row.leave ?? toEmptyCounter)(visit);
  } catch (error) {
    throw new Error(`at ${stop.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function onTill(opening: Promise<Visit>, run: (visit: Visit) => Promise<void>): Promise<void> {
  const visit = await opening;
  try {
    await run(visit);
  } finally {
    await visit.journey.stop();
  }
}
