import { describe, expect, test } from 'vitest';
import { laterWordsSaid } from './first-words.ts';
import { refusalCodes, unusedRefusals, unwordedRefusals } from './refusals.ts';
import { staleRows, tidy } from './tidy.ts';
import { treeOf } from './tree.ts';

// The rules themselves, each seen to refuse: a rule that can't fail keeps nothing tidy.

const complaintsAbout = (files: Readonly<Record<string, string>>) => tidy(treeOf(files));

/** The one complaint about a one-file tree; fails the test when there are more or none. */
function complaint(file: string, text: string): string {
  const found = complaintsAbout({ [file]: text });
  expect(found, `${file}: ${text}`).toHaveLength(1);
  return found[0]!;
}
const fine = (file: string, text: string) =>
  expect(complaintsAbout({ [file]: text }), `${file}: ${text}`).toEqual([]);

describe('floors', () => {
  test('a file on no floor is refused, wherever a new folder is opened', () => {
    for (const file of [
      'shared/utils/x.ts',
      'electron/x.ts',
      'electron/features/x.ts',
      'src/x.ts',
      'x.ts',
      'helpers.mjs',
    ]) {
      expect(complaint(file, '')).toContain('lives on no floor');
    }
  });

  test.each([
    [
      'electron/features/selling/x.ts',
      "import { a } from '../paying/a.ts';",
      'features never import each other',
    ],
    [
      'electron/features/selling/x.ts',
      "import Database from 'better-sqlite3';",
      'may not import better-sqlite3',
    ],
    [
      'electron/features/selling/x.ts',
      "import type { D } from '../../host/boot.ts';",
      'may not import electron/host/boot.ts',
    ],
    ['electron/features/selling/x.ts', "import { readFileSync } from 'node:fs';", 'may not import node:fs'],
    ['renderer/app/earcons.ts', "import { P } from '../screens/selling/index.tsx';", 'knows no screen'],
    [
      'renderer/screens/selling/x.tsx',
      "import { A } from '../../app/app.tsx';",
      'may not import renderer/app/app.tsx',
    ],
    ['electron/core/x.ts', "import { openWriteDb } from '../db/open.ts';", 'import type'],
    ['electron/core/x.ts', "import { a } from '../features/selling/a.ts';", 'may not import'],
    ['electron/host/x.ts', "import { app } from 'electron';", 'may not import electron;'],
    ['electron/host/x.ts', "import { a } from '../loopback/door.ts';", 'must not know which host'],
    ['electron/devices/x.ts', "import { a } from '../core/core.ts';", 'never db, core or features'],
    ['electron/uplinks/https/x.ts', "import { a } from '../../db/open.ts';", 'reads no tables'],
    ['electron/loopback/x.ts', "import { app } from 'electron';", 'may not import electron;'],
    ['shared/domain/x.ts', "import { z } from 'zod';", 'may not import zod'],
    [
      'shared/domain/x.ts',
      "import type { Word } from '../contract/word.ts';",
      'may not import shared/contract',
    ],
    ['shared/lib/x.ts', "import { minor } from '../domain/money.ts';", 'stand on nothing'],
    [
      'renderer/screens/selling/x.tsx',
      "import { P } from '../paying/index.tsx';",
      'screens never import other screens',
    ],
    [
      'renderer/screens/selling/x.tsx',
      "import { b } from '../../../electron/host/boot.ts';",
      'may not import electron/host',
    ],
    ['renderer/app/x.ts', "import path from 'node:path';", 'may not import node:path'],
    ['renderer/kit/x.tsx', "import { useLive } from '../live/index.tsx';", 'no shop knowledge'],
    ['renderer/kit/x.tsx', "import { price } from '../../shared/domain/pricing.ts';", 'import type'],
    ['gateway/journal/x.ts', "import { seal } from '../../electron/core/journal.ts';", 'never its code'],
    ['gateway/journal/x.ts', "import Database from 'better-sqlite3';", 'may not import better-sqlite3'],
  ])('%s: %s', (file, text, reason) => {
    expect(complaint(file, text)).toContain(reason);
  });

  test.each([
    ["import '../paying/a.ts';"],
    ["import { type A } from '../paying/a.ts';"],
    ["export * from '../paying/a.ts';"],
    ["export { a } from '../paying/a.ts';"],
    ["export type { A } from '../paying/a.ts';"],
    ["const a = await import('../paying/a.ts');"],
    ['const a = await import(`../paying/a.ts`);'],
    ["type A = import('../paying/a.ts').A;"],
    ["const a = require('../paying/a.ts');"],
    ["const a = require.resolve('../paying/a.ts');"],
    ["import a = require('../paying/a.ts');"],
    ["import {\n  a, // from 'b'\n} from '../paying/a.ts';"],
    ["import a from './../../features/paying/a.ts';"],
    ["import a from '../paying/a.ts?raw';"],
  ])('is seen in whatever way it is written: %s', text => {
    expect(complaint('electron/features/selling/x.ts', text)).toContain('electron/features/paying/a.ts');
  });

  test.each([
    ["// import { a } from '../paying/a.ts';"],
    ["/* export * from '../paying/a.ts'; */"],
    ['const text = "import { a } from \'../paying/a.ts\'";'],
    ["const text = `import('../paying/a.ts')`;"],
    ["const quote = /['\"]/; // import '../paying/a.ts'"],
    [
      "import { a } from './a.ts'; import type { ReadDb } from '../../db/open.ts'; import { c } from '../../core/feature.ts';",
    ],
  ])('is not seen where it is not: %s', text => {
    fine('electron/features/selling/x.ts', text);
  });

  test('apostrophes in a screen’s text confuse nobody', () => {
    const screen = "export const A = () => <p>Don't // stop</p>;\nimport { P } from '../paying/index.tsx';";
    expect(complaint('renderer/screens/selling/x.tsx', screen)).toContain('x.tsx:2:');
  });

  test('a file that cannot be read is not passed over', () => {
    expect(() => complaintsAbout({ 'shared/lib/x.ts': 'export const = ;' })).toThrow('shared/lib/x.ts');
  });

  test('tests may import everything, but nobody may import a test', () => {
    fine('electron/features/selling/x.test.ts', "import { a } from '../paying/a.ts'; Date.now();");
    expect(complaint('shared/domain/x.ts', "import { a } from './a.test.ts';")).toContain('imports the test');
    expect(complaint('electron/host/x.ts', "import { a } from '../../test/doubles/till.ts';")).toContain(
      'may not import test',
    );
  });

  test('the glue of the desktop has a cap over all its files', () => {
    const half = 'export {};\n'.repeat(100);
    expect(complaintsAbout({ 'electron/desktop/a.ts': half, 'electron/desktop/b.ts': half })).toEqual([]);
    expect(
      complaintsAbout({ 'electron/desktop/a.ts': half, 'electron/desktop/b.ts': `${half}export {};` }),
    ).toEqual([expect.stringContaining('201 lines, at most 200')]);
  });
});

describe('repeatable floors', () => {
  const repeatable = [
    'shared/domain',
    'electron/core',
    'electron/features/selling',
    'electron/devices/printers',
  ];

  test.each([
    ['Date.now();'],
    ['const { now } = globalThis.Date;'],
    ['new Date();'],
    ['new Date;'],
    ['Date();'],
    ['new Date(0).getHours();'],
    ["new Date(0)['getFullYear']();"],
    ['new Date(0)?.getTimezoneOffset();'],
    ['new Date(0).toLocaleTimeString();'],
    ["new Intl.DateTimeFormat('zh-CN');"],
    ['Math.random();'],
    ['const { random } = { random: Math.random };'],
    ['setTimeout(() => {}, 1);'],
    ['const later = setInterval;'],
    ['queueMicrotask(() => {});'],
    ['globalThis.setTimeout(() => {}, 1);'],
    ["globalThis['fetch']('x');"],
    ["fetch('https://x');"],
    ['const env = { fetch };'],
    ['process.exit(1);'],
    ['console.log(1);'],
    ['performance.now();'],
    ['crypto.randomUUID();'],
    ['db.run("insert into t values (datetime(\'now\'))");'],
    ["db.run(`select strftime('%s', 'now')`);"],
    ["db.run('select unixepoch()');"],
    ["db.run('create table t (at default CURRENT_TIMESTAMP)');"],
    ["db.run('select * from t order by random()');"],
  ])('refuse %s', text => {
    for (const floor of repeatable) {
      const [found, ...more] = complaintsAbout({ [`${floor}/x.ts`]: text });
      expect(found, `${floor}: ${text}`).toMatch(/Env|time zone|own zone/);
      expect(more.length).toBeLessThanOrEqual(1);
    }
  });

  test('chance is not let in through node:crypto, hashing is', () => {
    expect(
      complaint('electron/core/x.ts', "import { createHash, randomUUID } from 'node:crypto';"),
    ).toContain('randomUUID');
    fine('electron/core/x.ts', "import { createHash } from 'node:crypto';");
  });

  test.each([
    ['env.wallMs(); new Date(at).toISOString();'],
    ['// Date.now(), setTimeout, fetch'],
    ["const help = 'ask for Date.now() and fetch';"],
    ['link.fetch(); const reader = { fetch: () => 1, console: 2 }; reader.process;'],
    ['type Host = { fetch(url: string): void; process: number };'],
    ["db.get('select date, time from t where at > ?', [at]);"],
    ['Math.round(1.5);'],
  ])('take %s', text => {
    fine('shared/domain/x.ts', text);
  });

  test('the host may have a clock', () => {
    fine('electron/host/x.ts', 'Date.now(); setTimeout(() => {}, 1); console.log(process.pid);');
  });

  test('migrations bind no clock of SQLite either', () => {
    expect(
      complaint('electron/db/migrations/0001.sql', 'create table t (at default CURRENT_TIMESTAMP);'),
    ).toContain('bind');
    fine('electron/db/migrations/0001.sql', "-- never datetime('now')\ncreate table t (at integer);");
  });

  test.each([
    ['export async function a() {}'],
    ['export const a = async () => 1;'],
    ['export const a = { async run() {} };'],
    ['export type A = Promise<number>;'],
    ['await a;'],
  ])('the domain waits for nothing: %s', text => {
    expect(complaintsAbout({ 'shared/domain/x.ts': text })).toEqual([
      expect.stringContaining('nothing is waited for'),
    ]);
  });
});

describe('what stands in one place only', () => {
  test('databases are opened in electron/db and gateway/store', () => {
    const open = 'const db = new Database(file);';
    expect(complaint('electron/host/x.ts', open)).toContain(
      'only electron/db and gateway/store open databases',
    );
    expect(complaint('tools/x.ts', open)).toContain('new Database');
    fine('electron/db/x.ts', open);
    fine('gateway/store/x.ts', open);
  });

  test('so is how durable they are', () => {
    const pragma = "db.pragma('synchronous = NORMAL');";
    expect(complaint('electron/features/selling/x.ts', pragma)).toContain('durability');
    expect(complaint('electron/host/x.ts', 'db.script(`PRAGMA journal_mode=DELETE`);')).toContain(
      'durability',
    );
    fine('electron/db/x.ts', pragma);
    fine('electron/host/x.ts', "log('a synchronous call');");
    fine('shared/i18n/en/x.ts', "export const says = 'synchronous = FULL';");
  });

  test('a limit is bound so that SQLite keeps its plan', () => {
    const sql = (limit: string) => `const sql = 'SELECT seq FROM sales ORDER BY number LIMIT ${limit}';`;
    for (const bare of ['?', ':most']) {
      expect(complaint('electron/features/selling/x.ts', sql(bare))).toContain('LIMIT +?');
      fine('electron/features/selling/x.ts', sql(`+${bare}`));
    }
    fine('electron/features/selling/x.ts', sql('20'));
  });

  test('one file of the page knows that there are two hosts', () => {
    expect(complaint('renderer/screens/selling/x.tsx', 'if (window.isElectron) go();')).toContain(
      'two hosts',
    );
    expect(complaint('electron/host/x.ts', 'export const isElectron = true;')).toContain('two hosts');
    fine('renderer/connect.ts', 'const isElectron = true;');
  });

  test('no text becomes markup', () => {
    for (const text of [
      'export const A = () => <p dangerouslySetInnerHTML={{ __html: name }} />;',
      "const props = { ['dangerouslySetInnerHTML']: 1 };",
      'element.innerHTML = name;',
    ]) {
      expect(complaint('renderer/kit/x.tsx', text)).toContain('never markup');
    }
  });
});

describe('refusals', () => {
  const tree = (domain: string, words: string) =>
    treeOf({
      'shared/contract/refusals.ts':
        "export type Refusals = { 'cart-full': { most: number }; internal: {} };",
      'electron/core/x.ts': "refuse('internal', {}); // 'cart-full'",
      'electron/core/x.test.ts': "refuse('cart-full', {});",
      'shared/domain/cart.ts': domain,
      'shared/i18n/en/refusals.ts': words,
    });

  test('a code that only a test or a comment says is unused', () => {
    expect(refusalCodes(tree('', ''))).toEqual(['cart-full', 'internal']);
    expect(unusedRefusals(tree('', ''))).toEqual(['cart-full']);
    expect(unusedRefusals(tree("no('cart-full');", ''))).toEqual([]);
  });

  test('a code without a sentence is noticed', () => {
    expect(unwordedRefusals(tree('', "export const refusals = { internal: () => 'x' };"), 'en')).toEqual([
      'cart-full',
    ]);
    expect(unwordedRefusals(tree('', "export const a = { internal: 1, 'cart-full': 2 };"), 'en')).toEqual([]);
    expect(unwordedRefusals(tree('', ''), 'zh-CN')).toEqual(['shared/i18n/zh-CN/refusals.ts is missing']);
  });
});

test('a row without files, or with a package nobody installs, is stale', () => {
  const stale = staleRows(treeOf({ 'shared/domain/x.ts': '' }), []);
  expect(stale).toContain('shared/lib: no file lives on this floor');
  expect(stale).toContain('shared/contract: names zod, which is not there');
  expect(stale).not.toContain('shared/domain: no file lives on this floor');
});

test('words that a page does not begin with are noticed in what comes with it, and not in what follows', () => {
  const tree = treeOf({
    'shared/i18n/zh-CN-first.ts': 'export const firstZhCN = { common, selling };',
    'renderer/main.tsx': "import './a.ts';\nimport type { B } from './later.ts';\nimport('./later.ts');",
    'renderer/a.ts': 'say(t.selling.due);\nsay(t.audit.title);\nsay(words.t.audit.title, other.audit);',
    'renderer/later.ts': 'say(t.audit.title)',
  });
  expect(laterWordsSaid(tree, 'renderer/main.tsx')).toEqual([
    'renderer/a.ts:2: t.audit',
    'renderer/a.ts:3: t.audit',
  ]);
});
