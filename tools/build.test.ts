import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { asForPeople } from './build.ts';
import { root } from './root.ts';

/** What a page becomes that has one line of React, without being written anywhere. */
async function built(): Promise<string> {
  const page = 'virtual:page';
  const result = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    plugins: [
      react(),
      {
        name: 'page',
        resolveId: id => (id === page ? '/page.tsx' : null),
        load: id =>
          id === '/page.tsx' ? "export const Page = () => <b>1</b>; import 'react-dom/client';" : null,
      },
    ],
    build: { write: false, rolldownOptions: { input: page } },
  });
  return [result]
    .flat()
    .flatMap(each => ('output' in each ? each.output : []))
    .map(each => ('code' in each ? each.code : ''))
    .join('');
}

test('a page that a test has built is the one that people get', async () => {
  expect(process.env.NODE_ENV).toBe('test');
  const asBuilt = await asForPeople(built);
  expect(asBuilt.length).toBeGreaterThan(100_000);
  expect(asBuilt.includes('Each child in a list')).toBe(false);
  expect(process.env.NODE_ENV).toBe('test');
});
