import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { boot } from '../../electron/host/boot.ts';
import type { Till } from '../../electron/host/parts.ts';
import { startLoopback } from '../../electron/loopback/main.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { assert } from '../../shared/lib/assert.ts';
import { needTestBrowser, testBrowserFlags } from '../../tools/browser.ts';
import { asForPeople } from '../../tools/build.ts';
import { calledFile, declaredIn } from '../../tools/compile-at-once.ts';
import { handsOn } from '../../tools/demo/hands.ts';
import { root } from '../../tools/root.ts';
import { openBenchTill, openShop, signIn } from './rig.ts';

// `npm run called-at-start`: writes down which functions the till's page calls until its first frame, signed in and not,
// for `tools/compile-at-once.ts`. To be run when the page begins in another way, or React is another one.

const folder = mkdtempSync(path.join(tmpdir(), 'evertill-called-'));
const pageFolder = path.join(folder, 'page');
const data = path.join(folder, 'data');
/** As the lines of the list. */
const called = new Set<string>();

const modules = await buildReadable();
const bench = await openBenchTill(data);
await openShop(bench);
await bench.stop();
let here: Till | undefined;
const till = await startLoopback({ data, port: 0, demo: false, pageFolder }, async parts => {
  here = await boot(parts);
  return here;
});
assert(here, 'the till runs in this process');
const browser = await chromium.launch({ executablePath: needTestBrowser(), args: [...testBrowserFlags] });
try {
  await noteStart(`//h1[text()="${zhCN.session.who}"]`);
  await signIn({ hands: handsOn(here.core, randomUUID) });
  await noteStart(`//*[@aria-label="${zhCN.selling.scanLine}"]`);
} finally {
  await browser.close();
  await till.stop();
  rmSync(folder, { recursive: true });
}
const lines = [...called].sort();
writeFileSync(calledFile, lines.map(line => `${line}\n`).join(''));
console.log(`${lines.length} functions: ${calledFile}`);

/** The till's page with names as they are written, and above most modules the name of their file; gives all of them. */
async function buildReadable(): Promise<string[]> {
  const built = await asForPeople(() =>
    build({
      configFile: path.join(root, 'vite.config.ts'),
      root: path.join(root, 'renderer'),
      logLevel: 'warn',
      build: {
        outDir: pageFolder,
        minify: false,
        rolldownOptions: { input: path.join(root, 'renderer/index.html') },
      },
    }),
  );
  assert('output' in built, 'one page is built once');
  const ids = built.output.flatMap(file => (file.type === 'chunk' ? file.moduleIds : []));
  return ids.filter(id => existsSync(id)).map(id => path.relative(root, id));
}

/** Opens the page, holds it in the frame in which `ready`, an XPath, is there first, and notes what it has called by then. */
async function noteStart(ready: string): Promise<void> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  const tools = await page.context().newCDPSession(page);
  await tools.send('Debugger.enable');
  await tools.send('Profiler.enable');
  await tools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await page.addInitScript({ content: stopWhenThere(ready) });
  const stopped = new Promise(resolve => tools.once('Debugger.paused', resolve));
  const opening = page.goto((await till.newTicket()).ticketUrl);
  await stopped;
  const { result } = await tools.send('Profiler.takePreciseCoverage');
  for (const { scriptId, url, functions } of result) {
    if (!url.startsWith(`${till.url}/assets/`)) continue;
    const { scriptSource } = await tools.send('Debugger.getScriptSource', { scriptId });
    const begun = functions.filter(({ ranges: [whole] }) => whole && whole.count > 0);
    noteNames(scriptSource, new Set(begun.map(({ ranges: [whole] }) => whole?.startOffset)));
  }
  await tools.send('Debugger.resume');
  await opening;
  await page.context().close();
}

/** Has the page stand still, as at a breakpoint, in the first frame that has `ready` in it. */
function stopWhenThere(ready: string): string {
  return `{
    const look = () => {
      if (document.evaluate(${JSON.stringify(ready)}, document, null, XPathResult.BOOLEAN_TYPE).booleanValue) debugger;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`;
}

/** Notes those of the functions that begin at `places` in `script` which are declared. */
function noteNames(script: string, places: ReadonlySet<number | undefined>): void {
  const heads = [...script.matchAll(/^\/\/ (\S+\.(?:tsx?|m?js))$/gm)];
  for (const { declaration } of declaredIn(script)) {
    if (!declaration.id || !places.has(declaration.start)) continue;
    const head = heads.findLast(({ index }) => index < declaration.start)?.[1];
    noteName(declaration.id.name, head);
  }
}

function noteName(written: string, head = ''): void {
  // What has a name twice is numbered by the builder, and what is numbered already is not always twice.
  for (const name of [written, written.replace(/\$\d+$/, '')]) {
    // A module whose first statement is left out loses its head with it.
    const module = [head, ...modules].find(each => declares(each, name));
    if (!module) continue;
    called.add(`${module} ${name}`);
    return;
  }
}

function declares(module: string, name: string): boolean {
  const file = path.join(root, module);
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  const code = readFileSync(file, 'utf8');
  return [`function ${name}(`, `function ${name}<`].some(begin => code.includes(begin));
}
