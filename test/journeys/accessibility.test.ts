import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Theme, themes } from '../../shared/domain/looks.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { doublyRead, lostWhenLarge, moving, readersOf, tooSmall } from '../screens/looks.ts';
import { type Sight, sightNames, walk } from '../screens/walk.ts';
import { closeBrowser, demoGoods } from './rig.ts';

// One walk through everything there is to see, at which each promise looks.

const seen: string[] = [];
const found = {
  barriers: [] as string[],
  small: [] as string[],
  twice: [] as string[],
  moving: [] as string[],
  lost: [] as string[],
};
const padSide: Record<string, string> = {};
const readers: Record<string, readonly number[]> = {};

/** What has to be heard once at a row: the goods and the sum, or how the payment stands. */
const heard: Readonly<Record<string, readonly string[]>> = {
  'counter/unknown-code': [
    demoGoods[2]!.name,
    `${zhCN.selling.due}¥9.00`,
    zhCN.selling.moments.unknown('0007'),
  ],
  'counter/offer': [zhCN.payments.offer.title('wechat', '0000')],
  'counter/paying': [zhCN.paying.collect.title],
  'counter/waiting': [zhCN.paying.waiting.pending],
  'counter/change': [zhCN.paying.done.title],
};
/** On which side of the screen the number pad has to be. */
const pads: Readonly<Record<string, string>> = {
  'counter/lines': 'right',
  'counter/paying': 'right',
  'counter/left-handed': 'left',
  'counter/left-handed-paying': 'left',
};
const zoomed = ['counter/lines', 'counter/paying', 'counter/waiting', 'counter/change'];

const add = (to: string[], name: string, faults: readonly string[]) =>
  to.push(...faults.map(fault => `${name}: ${fault}`));

beforeAll(async () => {
  await Promise.all([
    walk(
      'zh-CN',
      () => true,
      async sight => {
        const { name, page } = sight;
        seen.push(name);
        add(found.twice, name, await doublyRead(page));
        add(found.moving, name, await moving(page));
        if (pads[name]) padSide[name] = await sideOfPad(page);
        const texts = heard[name];
        if (texts) readers[name] = await Promise.all(texts.map(text => readersOf(page, text)));
        if (zoomed.includes(name)) add(found.lost, name, await lostWhenLarge(page));
        // Last, for it takes longest, and a payment that is waited for does not wait for it.
        await lookThroughout(sight);
      },
    ),
    // The only screens that can't change their language where they stand.
    walk('en', name => name.startsWith('first-run/'), lookThroughout),
  ]);
}, 420_000);
afterAll(closeBrowser);

/** In every theme, and in every language that it has where it stands. */
async function lookThroughout({ name, page, languages, speak }: Sight): Promise<void> {
  const [own, ...others] = languages;
  for (const language of languages) {
    if (language !== own) await speak(language);
    add(found.small, `${name} (${language})`, await tooSmall(page));
    for (const theme of themes)
      add(found.barriers, `${name} (${language}, ${theme})`, await barriers(page, theme));
    await setTheme(page, themes[0]);
  }
  if (others.length > 0) await speak(own!);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const norms = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const setTheme = (page: Page, theme: Theme) =>
  page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);

/** Who asks for high contrast gets 7 : 1, more than the norms demand of a till. */
const colours = { dark: 'color-contrast', contrast: 'color-contrast-enhanced' } as const;

/** A theme is other colours for the same page: what is no matter of colour is looked at in the first one only. */
const lookedFor = (theme: Theme) => ({
  runOnly: theme === 'light' ? { type: 'tag', values: norms } : { type: 'rule', values: [colours[theme]] },
  resultTypes: ['violations'],
  preload: false,
});

/** What breaks a norm on the page, a line for each place: the rule, where, and why. */
async function barriers(page: Page, theme: Theme): Promise<string[]> {
  await setTheme(page, theme);
  // Half a megabyte, which is sent and read once for each page.
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(`(() => { ${axe} })()`);
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(document, ${JSON.stringify(lookedFor(theme))}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary?.replace(/\s+/g, ' ')}`),
  );
}

test('nothing on any screen, in any theme and either language, keeps anybody out', () => {
  expect(found.barriers).toEqual([]);
  expect(seen.toSorted()).toEqual(sightNames.toSorted());
});

test('whatever a finger presses is large enough for it', () => {
  expect(found.small).toEqual([]);
});

test('whoever listens hears the goods, the sum and how the payment stands once each, and nothing twice', () => {
  expect(readers).toEqual(
    Object.fromEntries(Object.entries(heard).map(([name, texts]) => [name, texts.map(() => 1)])),
  );
  expect(found.twice).toEqual([]);
});

async function sideOfPad(page: Page): Promise<string> {
  const five = await page.getByRole('button', { name: '5', exact: true }).boundingBox();
  return five!.x > page.viewportSize()!.width / 2 ? 'right' : 'left';
}

test('the pad stands on the side of the hand that the till is set for, selling and taking money', () => {
  expect(padSide).toEqual(pads);
});

test('nothing moves for those who ask for stillness', () => {
  expect(found.moving).toEqual([]);
});

test('at twice the size every key and every sum of the counter and of paying is still there', () => {
  expect(found.lost).toEqual([]);
});
