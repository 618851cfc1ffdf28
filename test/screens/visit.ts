import type { Page } from 'playwright-core';
import { connectTill, type TillClient } from '../../electron/host/till-client.ts';
import type { Hand } from '../../shared/contract/setup.ts';
import type { AnyAct } from '../../shared/domain/keys/acts.ts';
import { defaultKeys, keyOf } from '../../shared/domain/keys/key-map.ts';
import type { LanguageTag, Messages } from '../../shared/i18n/index.ts';
import { messagesOf } from '../../shared/i18n/messages.ts';
import { mustBe } from '../doubles/till.ts';
import { demoGoods, firstRun, type Journey, openJourney } from '../journeys/rig.ts';

/** A person at a till, and the words it speaks. */
export type Visit = { readonly journey: Journey; readonly t: Messages; readonly language: LanguageTag };

const demoPin = '2580';

/** Stands before a till that has never been started. */
export async function openNewTill(language: LanguageTag): Promise<Visit> {
  const journey = await openJourney();
  await journey.sees(messagesOf('zh-CN').setup.first.welcome);
  // It is chosen as soon as its words are there, which may be a moment after the click.
  await journey.page.getByRole('radio', { name: messagesOf('zh-CN').setup.languages[language] }).click();
  const t = messagesOf(language);
  await journey.sees(t.setup.first.welcome);
  return { journey, t, language };
}

/** Stands before the demo shop's till, whose goods have names in the language. */
export async function openDemoTill(language: LanguageTag): Promise<Visit> {
  const t = messagesOf(language);
  if (language === 'zh-CN') {
    const journey = await openJourney({ demo: true });
    await journey.sees(t.session.who);
    return { journey, t, language };
  }
  const visit = await openNewTill(language);
  const who = { shop: 'Corner Shop', owner: 'Wang', pin: demoPin, start: 'demo' } as const;
  await firstRun(visit.journey, t.setup.first, who);
  await visit.journey.sees(t.session.who);
  return visit;
}

export async function signIn({ journey, t }: Visit, role: 'owner' | 'cashier' = 'owner'): Promise<void> {
  const { page, sees, type, press } = journey;
  await sees(t.session.who);
  await page.getByRole('button', { name: t.common.roles[role] }).first().click();
  await type(demoPin);
  await press('Enter');
}

export async function openShift({ journey, t }: Visit): Promise<void> {
  const { sees, type, press } = journey;
  await sees(t.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(t.selling.emptyTitle);
}

/** From the sign-in or from an open shift's first question to the counter. */
export async function toTrading(visit: Visit): Promise<void> {
  const { page, press } = visit.journey;
  if (await page.getByText(visit.t.session.who).isVisible()) await signIn(visit);
  await visit.journey.sees(visit.t.shifts.open.ask);
  await press('Escape');
  await openShift(visit);
  // Names are cut into words when nobody has touched the till for a moment, as it stands all day.
  await page.getByText(wordOfAName[visit.language], { exact: true }).first().waitFor();
}

const wordOfAName: Readonly<Record<LanguageTag, string>> = { 'zh-CN': '打火机', en: 'Lighter' };

/** A sale in cash, for the screens that look back. */
export async function sellOne(visit: Visit): Promise<void> {
  await ring(visit, 2);
  await visit.journey.freeze();
  await visit.journey.press('F9');
  await visit.journey.sees(visit.t.paying.done.title);
  await toEmptyCounter(visit);
}

/** Rings up the first `count` of the demo shop's goods, one of each, no faster than they are taken in. */
export async function ring({ journey }: Visit, count: number): Promise<void> {
  let sum = 0;
  for (const { code, price } of demoGoods.slice(0, count)) {
    sum += price;
    await journey.scan(code);
    await journey.owes(sum);
  }
}

/** Goes to something under F10 by its name. */
export async function choose({ journey, t }: Visit, tile: string): Promise<void> {
  await journey.press('F10');
  await journey.sees(t.more.choose);
  await journey.page.getByText(tile, { exact: true }).first().click();
}

/** Steps back until the counter is there, and leaves no goods on it. */
export async function toEmptyCounter({ journey: { page, press }, t }: Visit): Promise<void> {
  const empty = page.getByText(t.selling.emptyTitle);
  const goods = page.getByRole('list', { name: t.selling.cart });
  const why = page.getByText(t.selling.removal.voidTitle, { exact: true });
  for (let steps = 0; steps < 20; steps += 1) {
    await press('Escape');
    await empty
      .or(goods)
      .first()
      .waitFor({ timeout: 500 })
      .catch(() => {});
    if (await empty.isVisible()) return;
    // The first press of a pair only asks; the second one clears the cart.
    if (!(await goods.isVisible())) continue;
    await press('Escape', 'Control+Delete');
    const asked = page.getByText(t.selling.void.title, { exact: true }).or(why);
    await asked
      .first()
      .waitFor({ timeout: 2_000 })
      .catch(() => {});
    await press((await why.isVisible()) ? '1' : 'Delete');
    // A digit counts once it has stood alone for a moment, for a scanner sends digits too.
    await empty.waitFor({ timeout: 2_000 }).catch(() => {});
  }
  throw new Error('no way back to the counter was found');
}

/** A line to the till beside its page. */
async function openLine({ journey: { data } }: Visit): Promise<TillClient> {
  const till = await connectTill(data);
  if (!till) throw new Error(`no till runs on ${data}`);
  return till;
}

/** Makes the till speak another language, from outside, and waits until the page has heard of it; what is on it stays. */
export function openTongue(visit: Visit) {
  let line: Promise<TillClient> | null = null;
  return {
    speak: async (page: Page, language: LanguageTag): Promise<void> => {
      line ??= openLine(visit);
      mustBe(await (await line).command('setup.change', { setting: 'language', value: language }));
      await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
    },
    close: async () => (await line)?.close(),
  };
}

export type Tongue = ReturnType<typeof openTongue>;

/** Sets the till for a hand, from outside the page, and waits until the page has heard of it. */
export async function setHand(visit: Visit, hand: Hand): Promise<void> {
  const till = await openLine(visit);
  mustBe(await till.command('setup.change', { setting: 'handedness', value: hand }));
  await till.close();
  await visit.journey.page.locator(`html[data-hand=${hand}]`).waitFor();
}

export async function rightHanded(visit: Visit): Promise<void> {
  await setHand(visit, 'right');
  await toEmptyCounter(visit);
}

/** Presses the key that an act has on a till as it comes. */
export const pressAct = ({ journey }: Visit, act: AnyAct): Promise<void> =>
  journey.press(keyOf(act, defaultKeys).replace('Ctrl', 'Control'));
