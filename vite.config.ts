import path from 'node:path';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const entry = (html: string): string => path.join(import.meta.dirname, 'renderer', html);

/** The till's page, the customer's screen, and the kit on a sheet for who builds with it: what both hosts serve. `tools/build.ts` runs it. */
export default defineConfig({
  root: 'renderer',
  publicDir: false,
  plugins: [react(), tailwind()],
  // The workbook writer packs with fflate, whose workers the page's CSP forbids.
  resolve: {
    alias: [
      { find: /^fflate$/, replacement: path.join(import.meta.dirname, 'renderer/screens/reports/zip.ts') },
    ],
  },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // The page's CSP allows no data: URL for fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: {
        till: entry('index.html'),
        customer: entry('customer-display/index.html'),
        kit: entry('kit-page/index.html'),
      },
    },
  },
});
