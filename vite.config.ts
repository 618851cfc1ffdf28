import path from 'node:path';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compileAtOnce } from './tools/compile-at-once.ts';

const moduleScript = '<script type="module"';

/** No frame before the first script has run: it would be empty, and what is drawn next would wait for it. */
const noEmptyFrame: Plugin = {
  name: 'no-empty-frame',
  transformIndexHtml: {
    order: 'post',
    handler: page => {
      const [before, after, ...more] = page.split(moduleScript);
      if (after === undefined || more.length > 0)
        throw new Error('the page no longer begins with one script');
      return `${before}${moduleScript} blocking="render"${after}`;
    },
  },
};

/**
 * A page's styles stand in the page: asked for beside its script and its letters, they take a connection from them, and
 * some milliseconds of the start. The host tells the browser by their digest that they are ours (`host/page.ts`).
 */
const stylesInPage: Plugin = {
  name: 'styles-in-page',
  transformIndexHtml: {
    order: 'post',
    handler: (page, { bundle = {} }) => {
      const styled = page.replace(linkToStyles, (link, name: string) => {
        const styles = bundle[name];
        if (styles?.type !== 'asset') throw new Error(`the page's styles are not where it says: ${link}`);
        delete bundle[name];
        return `<style>${styles.source}</style>`;
      });
      if (styled === page) throw new Error('the page no longer begins with a file of styles');
      return styled;
    },
  },
};

const linkToStyles = /<link rel="stylesheet" crossorigin href="\/([^"]+)">/g;

/**
 * Scripts are plain ASCII, with Chinese as escapes: one character beyond Latin-1 makes the browser keep a whole script in
 * two bytes for each, and read it the slower way. Not before the minifier, which would write the characters out again.
 */
const plainAscii: Plugin = {
  name: 'plain-ascii',
  generateBundle: (_options, bundle) => {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
  },
};

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** How a page is built; `tools/build.ts` runs it for each. */
export default defineConfig({
  root: 'renderer',
  publicDir: false,
  plugins: [react(), tailwind(), noEmptyFrame, stylesInPage, compileAtOnce(), plainAscii],
  // The workbook writer packs with fflate, whose workers the page's CSP forbids.
  resolve: {
    alias: [
      { find: /^fflate$/, replacement: path.join(import.meta.dirname, 'renderer/screens/reports/zip.ts') },
    ],
  },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: false,
    target: 'chrome130',
    // The page's CSP allows no data: URL for fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What a page begins with is one file: in more of them, for more threads to read, it came hardly sooner.
          groups: [{ name: 'first', tags: ['$initial'] }],
        },
      },
    },
  },
});
