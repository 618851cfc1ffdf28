import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { provideTestTools, testBrowser } from './browser.ts';
import { buildIfStale } from './build.ts';
import { format, lintPromises, runTool, typecheck } from './checks.ts';
import { root } from './root.ts';

// `npm test`: everything that must hold, in the order in which it is cheap to know. The last line is
// `N passed, N failed`: vitest's tests, and each failed check before them as one more failure.
// `npm test -- PATH` runs the checks and the tests under PATH.

type Count = { readonly passed: number; readonly failed: number };

const say = (text: string) => console.error(`\n▶ ${text}`);
const results = path.join(root, 'out/test/results.json');

const failedChecks = [
  check('types', typecheck),
  check('format and lint', format),
  check('promises', lintPromises),
  await checkBuild(),
].filter(passed => !passed).length;
provideTestTools(say);
const browser = testBrowser();
if (browser) process.env.EVERTILL_BROWSER = browser;
const tests = runTests(process.argv.slice(2));
const failed = tests.failed + failedChecks;
console.log(`${tests.passed} passed, ${failed} failed`);
process.exit(failed === 0 && tests.passed > 0 ? 0 : 1);

function check(name: string, run: () => boolean): boolean {
  say(name);
  const passed = run();
  if (!passed) console.error(`✗ ${name}`);
  return passed;
}

async function checkBuild(): Promise<boolean> {
  say('build');
  try {
    await buildIfStale('page');
    await buildIfStale('desktop');
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function runTests(args: readonly string[]): Count {
  say('tests');
  rmSync(results, { force: true });
  mkdirSync(path.dirname(results), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const passed = runTool('vitest/vitest.mjs', ['run', ...reporters, ...args]);
  const count = readCount();
  // A run that broke without a failed test (an error outside of tests, no result at all) has still failed.
  return passed || count.failed > 0 ? count : { ...count, failed: 1 };
}

function readCount(): Count {
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(
    readFileSync(results, 'utf8'),
  ) as Record<'numPassedTests' | 'numFailedTests', number>;
  return { passed, failed };
}
