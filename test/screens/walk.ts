import type { Page } from 'playwright-core';
import { languages } from '../../shared/contract/setup.ts';
import type { LanguageTag } from '../../shared/i18n/index.ts';
import { type Row, type Table, type Time, times } from './row.ts';
import { table } from './table.ts';
import {
  openDemoTill,
  openNewTill,
  openTongue,
  sellOne,
  type Tongue,
  toEmptyCounter,
  toTrading,
  type Visit,
} from './visit.ts';

type Stop = { readonly name: string; readonly time: Time; readonly row: Row; readonly oneLanguage: boolean };

/** What there is to see, as it stands before whoever looks; `name` is that of its screen, then its own. */
export type Sight = {
  readonly name: string;
  readonly page: Page;
  /** Those in which it can be seen without going there again, the walk's own first. */
  readonly languages: readonly LanguageTag[];
  /** Whoever has made the till speak another language makes it speak the walk's own again. */
  speak(language: LanguageTag): Promise<void>;
};

/** Before the till is set up, and beside it, the page speaks what it was opened in. */
const screensOfOneLanguage: readonly string[] = ['first-run', 'kit'] satisfies (keyof Table)[];

const stops: readonly Stop[] = Object.entries(table).flatMap(([screen, rows]) =>
  rows.map(row => ({
    name: row.name === screen ? screen : `${screen}/${row.name}`,
    time: row.time ?? 'trading',
    row,
    oneLanguage: screensOfOneLanguage.includes(screen),
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
    await onTill(openNewTill(language), async (visit, tongue) => {
      // Each goes on where the one before it stood, so none can be left out before the last that is wanted.
      const all = stops.filter(({ time }) => time === fresh);
      for (const stop of all.slice(0, all.indexOf(at(fresh).at(-1)!) + 1))
        await see(visit, tongue, stop, wanted(stop.name) ? look : null);
    });
  }
  if (later.every(time => at(time).length === 0)) return;
  await onTill(openDemoTill(language), async (visit, tongue) => {
    for (const stop of at('closed')) await see(visit, tongue, stop, look);
    await toTrading(visit);
    await sellOne(visit);
    for (const stop of at('trading')) await seeAndLeave(visit, tongue, stop, look);
    for (const stop of at('offline')) await seeAndLeave(visit, tongue, stop, look);
  });
}

async function see(
  visit: Visit,
  tongue: Tongue,
  { name, row, oneLanguage }: Stop,
  look: ((sight: Sight) => Promise<void>) | null,
) {
  const aside = await row.reach(visit);
  const page = aside ?? visit.journey.page;
  await look?.({
    name,
    page,
    languages: oneLanguage ? [visit.language] : [visit.language, ...otherThan(visit.language)],
    speak: language => tongue.speak(page, language),
  });
  if (!aside) return;
  await aside.close();
  // The next scan belongs to the till again.
  await visit.journey.page.bringToFront();
}

const otherThan = (language: LanguageTag) => languages.filter(each => each !== language);

async function seeAndLeave(visit: Visit, tongue: Tongue, stop: Stop, look: (sight: Sight) => Promise<void>) {
  try {
    await see(visit, tongue, stop, look);
    await (stop.row.leave ?? toEmptyCounter)(visit);
  } catch (error) {
    throw new Error(`at ${stop.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function onTill(
  opening: Promise<Visit>,
  run: (visit: Visit, tongue: Tongue) => Promise<void>,
): Promise<void> {
  const visit = await opening;
  const tongue = openTongue(visit);
  try {
    await run(visit, tongue);
  } finally {
    await tongue.close();
    await visit.journey.stop();
  }
}
