import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openPage } from './page.ts';

test('a till whose page was never built says so, and how to build it', () => {
  const never = path.join(tmpdir(), 'evertill-never-built');
  expect(() => openPage(never, "'none'", never)).toThrow('the page is not built (npm run build)');
});
