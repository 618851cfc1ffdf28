import type { Page } from 'playwright-core';

// What can be told of a page by looking at it, each as lines that say where something is wrong.

/** About 9 mm on a till's screen. */
const fingerPx = 48;

const live = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]';

/** Things that are read out inside others that are: whoever listens would hear them twice. */
export const doublyRead = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('${live}')]
      .filter(region => region.parentElement.closest('${live}'))
      .map(region => region.outerHTML.slice(0, 200))`);

/** How many of the things that are read out say this. */
export const readersOf = (page: Page, text: string): Promise<number> =>
  page.evaluate<number>(`
    [...document.querySelectorAll('${live}')]
      .filter(region => region.innerText.replace(/\\s+/g, '').includes(${JSON.stringify(text.replace(/\s+/g, ''))}))
      .length`);

/** What still moves although whoever looks has asked for stillness. */
export async function moving(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found = await page.evaluate<string[]>(`
    [...document.querySelectorAll('*')]
      .filter(element => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration.split(', ').some(each => parseFloat(each) > 0);
      })
      .map(element => element.outerHTML.slice(0, 200))`);
  await page.emulateMedia({ reducedMotion: null });
  return found;
}

/** Buttons by the words on them, and figures that are read out; where they can't be brought into sight, marked so. */
const inSight = (page: Page) =>
  page.evaluate<{ name: string; reached: boolean }[]>(`
    [...document.querySelectorAll('button, input, [aria-live="polite"]')]
      .filter(each => each.checkVisibility({ visibilityProperty: true }) && each.innerText !== '')
      .map(each => {
        each.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const { left, top, width, height } = each.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        const name = (each.getAttribute('aria-label') ?? each.innerText).replace(/\\s+/g, ' ').trim();
        return { name, reached: hit !== null && (each.contains(hit) || hit.contains(each)) };
      })`);

/** What a page loses at twice its size, which is half as many pixels of its own: keys by their names, and figures. */
export async function lostWhenLarge(page: Page): Promise<string[]> {
  const size = page.viewportSize()!;
  const before = await inSight(page);
  await page.setViewportSize({ width: Math.floor(size.width / 2), height: Math.floor(size.height / 2) });
  const after = await inSight(page);
  await page.setViewportSize(size);
  await page.evaluate('scrollTo(0, 0)');
  const reached = after.filter(each => each.reached).map(({ name }) => name);
  // A note under a key's name may go, and a key of the foot that has a button of its own; the key itself may not.
  const isThere = (name: string) =>
    reached.some(each => each.includes(name) || name.startsWith(each) || sameKey(each, name));
  return [
    ...before.filter(({ name }) => !isThere(name)).map(({ name }) => `gone: ${name}`),
    ...after.filter(each => !each.reached).map(({ name }) => `out of reach: ${name}`),
  ];
}

/** Two buttons for one key of the keyboard. */
const keyIn = /F\d{1,2}|Esc|Del|Ins|Home/;
const sameKey = (one: string, other: string): boolean => {
  const key = keyIn.exec(one)?.[0];
  return key !== undefined && key === keyIn.exec(other)?.[0];
};

/** What a finger presses, by what is on it, where it is lower or narrower than a finger needs. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('button, a[href], select, input, [role=tab], [role=option]')]
      .map(each => (each.matches('[type=radio], [type=checkbox]') ? each.closest('label') : each))
      .filter(each => each.checkVisibility({ visibilityProperty: true }))
      .map(each => ({ each, size: each.getBoundingClientRect() }))
      // What only a screen reader finds is one pixel.
      .filter(({ size }) => size.width > 1 && Math.min(Math.round(size.width), Math.round(size.height)) < ${fingerPx})
      .map(({ each, size }) => size.width + ' x ' + size.height + ': ' + each.outerHTML.slice(0, 160))`);
