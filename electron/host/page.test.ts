import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openPage } from './page.ts';

test('a till whose page was never built says so, and how to build it', () => {
  const never = path.join(tmpdir(), 'evertill-never-built');
  expect(() => openPage(never, "'none'", never)).toThrow('the page is not built (npm run build)');
});

test('styles that stand in a page are let in by their digest, and nobody can add any', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'evertill-page-'));
  const styles = 'p { color: red }\n';
  writeFileSync(path.join(folder, 'index.html'), `<style>${styles}</style><div id="root">`);
  writeFileSync(path.join(folder, 'a.js'), 'const text = "<style>p {}</style>";');
  const page = openPage(folder, "'self'", folder);
  const letIn = (at: string) =>
    /style-src ([^;]+);/.exec(page.find(at)?.headers['content-security-policy'] ?? '')?.[1];
  const digest = createHash('sha256').update(styles).digest('base64');
  expect(letIn('/')).toBe(`'self' 'sha256-${digest}'`);
  expect(letIn('/a.js')).toBe("'self'");
});
