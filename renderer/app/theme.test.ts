import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Theme, themes } from '../../shared/domain/looks.ts';

/** What letters stand on, and the colours that letters have; which of them meet is the screens' affair. */
const grounds = ['paper', 'surface', 'sunk', 'tray', 'accent-soft', 'amber-soft', 'red-soft', 'green-soft'];
const letters = ['ink', 'muted', 'accent', 'amber', 'red', 'green'];
const pairs = [
  ...grounds.flatMap(ground => letters.map(letter => [letter, ground] as const)),
  ...['strong', 'accent', 'red'].map(ground => [`${ground}-ink`, ground] as const),
];

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');

/** The colours of a theme by their names; the light one stands on the root itself. */
function coloursOf(theme: Theme): ReadonlyMap<string, string> {
  const selector = theme === 'light' ? ':root' : `:root[data-theme="${theme}"]`;
  const begin = css.indexOf(`${selector} {`);
  const block = css.slice(begin, css.indexOf('}', begin));
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

// Relative luminance and contrast ratio as WCAG 2.2 defines them.
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright! + 0.05) / (dark! + 0.05);
}

test.each(themes)('every colour of letters can be read on every ground in the %s theme', theme => {
  const colours = coloursOf(theme);
  const least = theme === 'contrast' ? 7 : 4.5;
  const faint = pairs.flatMap(([letter, ground]) => {
    const ratio = contrast(colours.get(letter)!, colours.get(ground)!);
    return ratio >= least ? [] : [`${letter} on ${ground}: ${ratio.toFixed(2)}`];
  });
  expect(faint).toEqual([]);
});
