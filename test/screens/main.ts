import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../../tools/build.ts';
import { closeBrowser, desk, oldTill, wide } from '../journeys/rig.ts';
import { contactSheet, type Picture } from './contact-sheet.ts';
import { sightNames, walk } from './walk.ts';

// `npm run screens -- [--out DIR] [--only NAME]`: a picture of every screen in both languages and four sizes,
// and a sheet with all of them. `--only counter` takes every name in which that occurs.

const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: 'test-results/screens' },
    only: { type: 'string', default: '' },
  },
});
const only = options.only;
const wanted = (name: string) => name.includes(only);
/** The shop's old till, a ten-inch tablet, a desk's usual display, and a large one; no two are equally wide. */
const sizes = [oldTill, { width: 1280, height: 800 }, desk, wide];

if (!sightNames.some(wanted)) {
  console.error(`nothing is called ${only}; there are: ${sightNames.join(', ')}`);
  process.exit(2);
}
await buildIfStale('page');
const out = path.resolve(options.out);
mkdirSync(out, { recursive: true });
const pictures: Picture[] = [];
for (const language of ['zh-CN', 'en'] as const) {
  await walk(language, wanted, async ({ name, page }) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      const file = `${name.replace('/', '-')}-${language}-${size.width}.png`;
      // Every picture is of a screen at rest: what scrolls into sight or rings out has done so.
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: path.join(out, file), animations: 'disabled' });
      pictures.push({ name, language, width: size.width, file });
    }
    await page.setViewportSize(desk);
    console.log(`${language} ${name}`);
  });
}
await closeBrowser();
writeFileSync(path.join(out, 'index.html'), contactSheet(pictures));
console.log(`${pictures.length} pictures: ${path.join(out, 'index.html')}`);
