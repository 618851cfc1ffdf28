import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Paths, pathsOf, preparePaths } from '../host/paths.ts';
import { openCustomerWindow, openTillWindow } from './kiosk.ts';

const ticketUrl = 'http://127.0.0.1:4711/enter?a-ticket-that-nobody-may-see';
let paths: Paths;
beforeAll(() => {
  paths = pathsOf(mkdtempSync(path.join(tmpdir(), 'evertill-kiosk-')));
  preparePaths(paths);
});
afterAll(() => rmSync(paths.data, { recursive: true, force: true }));

/** A browser that writes down what it was started with. */
function fakeBrowser(exitCode: number): string {
  const program = path.join(paths.data, `browser-${exitCode}.mjs`);
  const seen = JSON.stringify(path.join(paths.data, 'seen'));
  writeFileSync(
    program,
    `#!${process.execPath}\nimport { writeFileSync } from 'node:fs';\nwriteFileSync(${seen}, process.argv.join('\\n'));\nprocess.exit(${exitCode});\n`,
  );
  chmodSync(program, 0o700);
  return program;
}

// The stand-in browser is a script with a shebang line, which Windows does not run.
test.skipIf(process.platform === 'win32')(
  'the ticket reaches the browser through a file of the owner, never on its command line',
  async () => {
    const window = openTillWindow(fakeBrowser(7), paths, ticketUrl, false);
    const redirect = path.join(paths.run, 'open.html');
    expect(readFileSync(redirect, 'utf8')).toContain(ticketUrl);
    expect(statSync(redirect).mode & 0o777).toBe(0o600);
    expect(await new Promise(resolve => window.onEnd(resolve))).toBe('failed');
    const seen = readFileSync(path.join(paths.data, 'seen'), 'utf8');
    expect(seen).toContain('open.html');
    expect(seen).not.toContain('a-ticket-that-nobody-may-see');
    window.close();
    expect(existsSync(redirect)).toBe(false);
  },
);

test.skipIf(process.platform === 'win32')(
  'the customer’s screen fills the display that was named, in a profile without the till’s cookie',
  async () => {
    const window = openCustomerWindow(fakeBrowser(7), paths, ticketUrl, { x: -1024, y: 40 });
    expect(await new Promise(resolve => window.onEnd(resolve))).toBe('failed');
    const seen = readFileSync(path.join(paths.data, 'seen'), 'utf8').split('\n');
    expect(seen).toContain('--window-position=-1024,40');
    expect(seen).toContain(`--user-data-dir=${path.join(paths.run, 'customer-browser')}`);
    expect(seen.join('\n')).not.toContain('a-ticket-that-nobody-may-see');
    window.close();
  },
);

test('a browser that is not there is told, and the till goes on', async () => {
  const window = openTillWindow(path.join(paths.data, 'nowhere'), paths, ticketUrl, true);
  expect(await new Promise(resolve => window.onEnd(resolve))).toBe('failed');
  window.close();
});
