import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StartFaultCode, startSentences } from '../../shared/i18n/start.ts';
import { buildIfStale } from '../../tools/build.ts';
import { root } from '../../tools/root.ts';
import { openShop } from '../doubles/till.ts';
import { openDesk } from './desk-rig.ts';

// A start that has nowhere to write: each way in ends with one plain sentence in the machine's language,
// what to do, and a code that says no. The disks are real: file systems in memory, mounted for the test.
const folder = mkdtempSync(path.join(tmpdir(), 'evertill-no-room-'));
const mounted: string[] = [];
const canMount = mount('probe', 'size=64k');
const isRoot = process.getuid?.() === 0;
if (isRoot) console.warn('SKIPPED: root may write everywhere, so nothing is refused to it.');
if (!canMount) console.warn('SKIPPED: a full or read-only disk needs leave to mount one (root on Linux).');

function mount(name: string, options: string): boolean {
  const at = path.join(folder, name);
  mkdirSync(at);
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at]);
  if (done.status === 0) mounted.push(at);
  return done.status === 0;
}

beforeAll(async () => {
  await buildIfStale('page');
});
afterAll(() => {
  for (const at of mounted) spawnSync('umount', ['-l', at]);
  rmSync(folder, { recursive: true, force: true });
});

type Case =
  | 'no-permission'
  | 'disk-full'
  | 'disk-full-later'
  | 'read-only'
  | 'not-a-folder'
  | 'inside-a-file';

/** Prepares a place of that name where no till can open, and gives the data folder in it. */
async function badFolder(which: Case, name: string): Promise<string> {
  const at = path.join(folder, name);
  const data = path.join(at, 'data');
  switch (which) {
    case 'disk-full':
      mount(name, 'size=64k');
      fill(at);
      break;
    case 'disk-full-later': {
      // A till that has sold here before, on a disk that something else has filled meanwhile.
      mount(name, 'size=4m');
      mkdirSync(data);
      const shop = await openShop({ data });
      await shop.stop();
      fill(at);
      break;
    }
    case 'read-only':
      mount(name, 'size=1m');
      spawnSync('mount', ['-o', 'remount,ro', at]);
      break;
    case 'no-permission':
      mkdirSync(at, { mode: 0o500 });
      break;
    case 'not-a-folder':
      mkdirSync(at);
      writeFileSync(data, '');
      break;
    case 'inside-a-file':
      writeFileSync(at, '');
      break;
  }
  return data;
}

function fill(at: string): void {
  mkdirSync(path.join(at, 'data'), { recursive: true });
  for (const blockSize of ['4096', '1'])
    spawnSync('dd', ['if=/dev/zero', `of=${path.join(at, `fill-${blockSize}`)}`, `bs=${blockSize}`]);
}

const faultOf = {
  'no-permission': 'no-permission',
  'disk-full': 'disk-full',
  'disk-full-later': 'disk-full',
  'read-only': 'read-only',
  'not-a-folder': 'not-a-folder',
  'inside-a-file': 'not-a-folder',
} as const satisfies Record<Case, StartFaultCode>;
const sentence = (which: Case, language: 'zh-CN' | 'en', data: string) =>
  startSentences[language][faultOf[which]]({ data });
const mustSkip = (which: Case) =>
  which === 'no-permission'
    ? isRoot
    : !canMount && ['disk-full', 'disk-full-later', 'read-only'].includes(which);

async function run(script: string, args: readonly string[], lang: string) {
  const child = spawn(process.execPath, [path.join(root, script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: lang },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>(resolve => child.once('close', resolve));
  return { code, said };
}

function expectPlain(
  { code, said }: { code: number | null; said: string },
  due: { what: string; todo: string },
) {
  expect(said).toContain(due.what);
  expect(said).toContain(due.todo);
  expect(said).not.toMatch(/^\s+at /m);
  expect(said).not.toMatch(/SQLITE|ENOSPC|EROFS|EACCES|EEXIST|ENOTDIR|ENOENT|Error/);
  expect(code).toBe(1);
}

for (const which of Object.keys(faultOf) as Case[]) {
  test.skipIf(mustSkip(which))(`npm start says plainly why it can't: ${which}`, async () => {
    const data = await badFolder(which, `start-${which}`);
    for (const [lang, language] of [
      ['zh_CN.UTF-8', 'zh-CN'],
      ['en_US.UTF-8', 'en'],
    ] as const) {
      const args = ['--host', 'loopback', '--no-browser', '--data', data];
      expectPlain(await run('tools/start.ts', args, lang), sentence(which, language, data));
    }
  });

  test.skipIf(mustSkip(which))(`the command line says plainly why it can't: ${which}`, async () => {
    const data = await badFolder(which, `cli-${which}`);
    const list = path.join(folder, `${which}.csv`);
    writeFileSync(list, '条码,品名,售价\n6901234567892,可乐,2.50\n');
    const done = await run('electron/cli/main.ts', ['import', list, '--data', data], 'en_US.UTF-8');
    expectPlain(done, sentence(which, 'en', data));
    const looked = await run('electron/cli/main.ts', ['doctor', '--data', data], 'en_US.UTF-8');
    expect(looked.code).toBe(1);
    expect(looked.said).not.toMatch(/^\s+at /m);
  });

  test.skipIf(mustSkip(which))(`the desktop says plainly why it can't: ${which}`, async () => {
    const data = await badFolder(which, `desk-${which}`);
    const desk = await openDesk({ data, language: 'en_US.UTF-8' });
    try {
      expectPlain({ code: await desk.ended, said: desk.said() }, sentence(which, 'en', data));
    } finally {
      desk.close();
    }
  });
}
