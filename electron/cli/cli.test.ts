import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillShelf, mustBe, openShop, sell } from '../../test/doubles/till.ts';
import { openWriteDb } from '../db/open.ts';
import { boot } from '../host/boot.ts';
import { pathsOf } from '../host/paths.ts';
import { startLoopback } from '../loopback/main.ts';
import { runCli } from './run.ts';

let folder: string;
let data: string;
let list: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'evertill-cli-'));
  data = path.join(folder, 'data');
  list = path.join(folder, 'list.csv');
  writeFileSync(
    list,
    '条码,品名,售价\n6901234567892,可口可乐 330ml,2.5\n6902083881405,"=HYPERLINK(""http://x"")",2\n1,没有价,\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function cli(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(argv.includes('--data') ? argv : [...argv, '--data', data], {
    variables: { LANG: 'en_US.UTF-8' },
    exists: existsSync,
    write: async text => {
      out += text;
    },
    progress: text => {
      err += `${text}\n`;
    },
  });
  return { code, out, err, json: () => JSON.parse(out) };
}

/** A shop with two finished sales, shut again. */
async function shutShop(): Promise<void> {
  mkdirSync(data);
  const till = await openShop({ data });
  await sell(till, ['6901234567892', '6902083881405', '6902083881405'], 1_000);
  await sell(till, ['6920152414019']);
  await till.stop();
}

test('a price list goes into a folder that has never been set up, and a second time changes nothing', async () => {
  const first = await cli('import', list, '--json');
  expect(first.code).toBe(0);
  expect(first.json()).toMatchObject({
    rows: 3,
    added: 2,
    changed: 0,
    unchanged: 0,
    removed: 0,
    rejected: 1,
    items: 2,
    generation: 1,
    encoding: 'utf-8',
    delimiter: ',',
    sheet: null,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    ms: expect.any(Number),
  });
  const again = (await cli('import', list, '--json')).json();
  expect(again).toMatchObject({ rows: 3, added: 0, changed: 0, unchanged: 2, rejected: 1, items: 2 });
  const found = (await cli('search', 'kkkl', '--json')).json();
  expect(found.items.map((item: { name: string }) => item.name)).toEqual(['可口可乐 330ml']);
});

test('the last import is undone once, and then there is nothing to undo', async () => {
  await cli('import', list);
  const dearer = path.join(folder, 'dearer.csv');
  writeFileSync(dearer, readFileSync(list, 'utf8').replaceAll('.', '9.'));
  expect((await cli('import', dearer, '--json')).json()).toMatchObject({ changed: expect.any(Number) });
  expect((await cli('undo-import', '--json')).json()).toMatchObject({ file: 'dearer.csv', items: 2 });
  expect((await cli('import', list, '--json')).json()).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  const again = await cli('undo-import', '--json');
  expect([again.code, again.json().error.code]).toEqual([1, 'nothing-to-undo']);
});

test('goods that are exported come in again unchanged, as a workbook and as CSV', async () => {
  await cli('import', list);
  for (const name of ['goods.xlsx', 'goods.csv']) {
    const file = path.join(folder, name);
    const told = await cli('export', '--what', 'goods', file, '--json');
    expect(told.json()).toMatchObject({ file, goods: 2, format: name.slice(6) });
    const again = await cli('import', file, '--absent', 'remove', '--json');
    expect(again.json()).toMatchObject({ unchanged: 2, added: 0, changed: 0, removed: 0, rejected: 0 });
    expect((await cli('export', '--what', 'goods', file)).code).toBe(1);
  }
  expect((await cli('export', '--what', 'goods')).out).toContain('可口可乐 330ml');
  expect((await cli('export', '--what', 'goods', '--json')).json().goods).toHaveLength(2);
});

test('rejected rows are kept in a file that is named, and an existing file is not overwritten', async () => {
  const rejects = path.join(folder, 'rejects.csv');
  const told = await cli('import', list, '--rejects', rejects);
  expect([told.code, told.out]).toEqual([0, expect.stringContaining(rejects)]);
  expect(readFileSync(rejects, 'utf8')).toContain('没有价');
  expect((await cli('import', list, '--rejects', list)).code).toBe(1);
  expect(readFileSync(list, 'utf8')).toContain('6901234567892');
});

test('says in one sentence what is wrong, and as one JSON document where that was asked for', async () => {
  expect(await cli('import', 'nowhere.csv')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('nowhere.csv'),
  });
  const refused = await cli('import', folder, '--json');
  expect([refused.code, refused.json().error.code]).toEqual([1, 'file-not-readable']);
  expect((await cli('verify', '--json')).json().error.code).toBe('no-till');
  const misused = await cli('sell', '--json');
  expect([misused.code, misused.json().error]).toEqual([2, expect.objectContaining({ code: 'wrong-use' })]);
  const notAList = path.join(folder, 'empty.csv');
  writeFileSync(notAList, '');
  expect(await cli('import', notAList)).toMatchObject({ code: 1, out: '' });
  expect(await cli('help')).toMatchObject({ code: 0, err: '' });
});

test('asking a shop that is shut prints nothing, sends nothing and leaves its spool as it was', async () => {
  await shutShop();
  const db = openWriteDb(pathsOf(data).database);
  db.run("UPDATE print_jobs SET state = 'queued' WHERE kind = 'receipt'");
  db.run(
    "INSERT INTO outbox (kind, body, due_at) SELECT 'print', json_object('job', id), 0 FROM print_jobs WHERE kind = 'receipt'",
  );
  const spool = () => db.all('SELECT id, state FROM print_jobs ORDER BY id');
  const outbox = () => db.all('SELECT * FROM outbox');
  // That somebody asked is itself a fact, and the only one.
  const journal = () =>
    db.get("SELECT count(*) FROM journal WHERE kind NOT IN ('journal-verified', 'data-exported')");
  const [rows, jobs, due] = [journal(), spool(), outbox()];
  for (const words of [['search', '可乐'], ['verify'], ['export'], ['doctor'], ['read-code', '12345678']])
    expect([words, (await cli(...words)).code]).toEqual([words, 0]);
  expect([journal(), spool(), outbox()]).toEqual([rows, jobs, due]);
  db.close();
});

test('invoices to be issued are exported for the service; what has no tax code is named, and not exported', async () => {
  mkdirSync(data);
  const till = await openShop({ data });
  const buyer = { kind: 'person', title: '=1+1', taxNumber: '', email: '', phone: '' } as const;
  const { number: sale } = await sell(till, ['6901234567892']);
  mustBe(await till.say('invoicing.request', { sale, ...buyer }));
  await till.stop();

  const lacking = await cli('export', '--what', 'invoices', '--lang', 'zh-CN');
  expect([lacking.code, lacking.out.split('\r\n')[1]]).toEqual([1, '']);
  expect(lacking.err).toBe('1-000001 里的“可口可乐 330ml”没有税收分类编码，请在价目表补上再导出\n');

  writeFileSync(list, '条码,品名,售价,税收分类编码\n6901234567892,可口可乐 330ml,2.5,1030307010000000000\n');
  expect((await cli('import', list)).code).toBe(0);
  const file = path.join(folder, 'invoices.csv');
  expect((await cli('export', file, '--what', 'invoices', '--json')).json()).toMatchObject({
    invoices: 1,
    problems: [],
  });
  const { data: rows } = Papa.parse(readFileSync(file, 'utf8').slice(1).trimEnd(), { header: true });
  expect(rows).toMatchObject([
    { 单号: '1-000001', 抬头: "'=1+1", 税收分类编码: '1030307010000000000', 税率: '13%', 税额: '0.29' },
  ]);
  expect((await cli('export', '--what', 'customers')).code).toBe(2);
});

test('who did what comes out as CSV, the export itself on top, and an existing file is not overwritten', async () => {
  await shutShop();
  const file = path.join(folder, 'audit.csv');
  expect((await cli('audit', file, '--lang', 'en')).code).toBe(0);
  const { data: rows } = Papa.parse<Record<string, string>>(
    readFileSync(file, 'utf8').replace('\ufeff', ''),
    {
      header: true,
      skipEmptyLines: true,
    },
  );
  expect(rows[0]).toMatchObject({ Kind: 'data-exported', Note: 'audit' });
  expect(rows.filter(row => row.Kind === 'sale-completed').map(row => row.Amount)).toEqual(['4.50', '6.50']);
  expect(rows.at(-1)).toMatchObject({ Row: '1', Kind: 'epoch-started' });
  expect((await cli('audit', file)).code).toBe(1);
});

test('exported sales add up, and no name in them runs as a formula', async () => {
  mkdirSync(data);
  const till = await openShop({ data });
  await fillShelf(till, [['6902083881405', '=HYPERLINK(1)', 200]]);
  await sell(till, ['6901234567892', '6902083881405'], 1_000);
  await till.stop();
  const file = path.join(folder, 'sales.csv');
  expect((await cli('export', file, '--json')).json()).toMatchObject({ format: 'csv', sales: 1, lines: 2 });
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\ufeff"单号"')).toBe(true);
  const { data: rows } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), { header: true });
  expect(rows.map(row => [row.条码, row.数量, row.实付])).toEqual([
    ['6901234567892', '1', '2.50'],
    ['6902083881405', '1', '2.00'],
  ]);
  expect(rows.map(row => row.品名)).toEqual(['可口可乐 330ml', "'=HYPERLINK(1)"]);
  const { sales } = (await cli('export', '--json')).json();
  expect(sales).toMatchObject([{ number: 1, total: 450, change: 550 }]);
  const again = await cli('export', file, '--json');
  expect([again.code, again.json().error.code]).toEqual([1, 'file-exists']);
});

test('a journal that was tampered with is found out, and the exit code says so', async () => {
  await shutShop();
  expect((await cli('verify', '--json')).json()).toMatchObject({ verified: true, fault: null });
  const db = openWriteDb(pathsOf(data).database);
  db.script('DROP TRIGGER journal_is_never_changed');
  const { seq } = db.get<{ seq: number }>(
    "SELECT max(seq) AS seq FROM journal WHERE kind = 'sale-completed'",
  )!;
  db.run("UPDATE journal SET body = replace(body, '450', '45') WHERE seq = ?", [seq]);
  db.close();
  const verified = await cli('verify', '--json');
  expect([verified.code, verified.json().fault]).toEqual([1, { seq, how: 'changed' }]);
  const examined = await cli('doctor', '--json');
  expect([examined.code, examined.json().good]).toEqual([1, false]);
  expect(examined.json().checks.find((each: { name: string }) => each.name === 'journal')).toMatchObject({
    state: 'bad',
    found: { faultSeq: seq },
  });
});

test('a shop that is shut is backed up, and the copy is proved wherever it lies', async () => {
  await shutShop();
  const made = await cli('backup', '--to', folder, '--json');
  const { file, rows } = made.json();
  expect([made.code, path.dirname(file)]).toEqual([0, folder]);
  const proved = await cli('verify', '--file', file, '--json');
  expect([proved.code, proved.json()]).toMatchObject([0, { verified: true, fault: null, rows }]);
  const { checks } = (await cli('doctor', '--json')).json();
  expect(checks.find((each: { name: string }) => each.name === 'backup')).toMatchObject({
    state: 'good',
    found: { file: path.basename(file), rows },
  });
  const bytes = readFileSync(file);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(file, bytes);
  const broken = await cli('verify', '--file', file, '--json');
  expect([broken.code, broken.json()]).toEqual([1, { verified: false, fault: 'other-bytes' }]);
  const nowhere = await cli('backup', '--to', path.join(folder, 'unplugged'));
  expect(nowhere).toMatchObject({ code: 1, out: '', err: expect.stringContaining('文件夹不在') });
  expect((await cli('verify', '--file', path.join(folder, 'nowhere.db'), '--json')).json().error.code).toBe(
    'file-not-readable',
  );
});

describe('on a till that runs', () => {
  test('every word speaks over its wire, under the name of the system user', async () => {
    const pageFolder = path.join(folder, 'page');
    mkdirSync(pageFolder);
    writeFileSync(path.join(pageFolder, 'index.html'), '<!doctype html>');
    const till = await startLoopback({ data, port: 0, demo: false, pageFolder }, boot);
    try {
      expect((await cli('import', list, '--json')).json()).toMatchObject({ rows: 3, added: 2 });
      expect((await cli('search', '可乐', '--json')).json().items).toHaveLength(1);
      expect((await cli('verify', '--json')).json()).toMatchObject({ verified: true });
      expect((await cli('export', '--json')).json()).toEqual({ sales: [] });
      const { file } = (await cli('backup', '--json')).json();
      expect([path.dirname(file), existsSync(file)]).toEqual([pathsOf(data).backups, true]);
      expect((await cli('read-code', '6901234567892', '--json')).json()).toMatchObject({ kind: 'goods' });
      const { checks } = (await cli('doctor', '--json')).json();
      expect(checks.find((each: { name: string }) => each.name === 'till').found.runs).toBe('elsewhere');
    } finally {
      await till.stop();
    }
    const db = openWriteDb(pathsOf(data).database);
    const { actor } = db.get<{ actor: string }>("SELECT actor FROM journal WHERE kind = 'catalog-imported'")!;
    expect(actor).toMatch(/^cli:./);
    db.close();
  });
});

test('a payment code is masked wherever it is told', async () => {
  const code = '134567890123456789';
  const { out, err } = await cli('read-code', code, '--json');
  expect(JSON.parse(out)).toMatchObject({
    kind: 'payment-code',
    wallet: 'wechat',
    masked: '13************6789',
  });
  expect(out + err + (await cli('read-code', code)).out).not.toContain(code.slice(2, 14));
  expect(existsSync(data)).toBe(false);
});
