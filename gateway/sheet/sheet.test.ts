import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testEnv } from '../../test/conformance/uplinks/paper-till.ts';
import { ask } from '../../test/conformance/uplinks/raw-client.ts';
import { startGateway } from '../server.ts';

async function sheetOf(goods: string | undefined) {
  const dataDir = mkdtempSync(join(tmpdir(), 'evertill-sheet-'));
  const goodsFile = join(dataDir, 'goods.json');
  if (goods !== undefined) writeFileSync(goodsFile, goods);
  const gateway = await startGateway({ dataDir, port: 0, goodsFile, env: testEnv() });
  const answer = await ask(gateway.url, { path: '/sheet' });
  await gateway.stop();
  rmSync(dataDir, { recursive: true });
  return answer;
}

const shop = (...items: object[]) => JSON.stringify({ items });

test('draws a barcode, the name and the price of each item', async () => {
  const { status, headers, text } = await sheetOf(
    shop(
      { code: '6901234567892', name: '可乐 330ml', price: 350, unit: 'piece', category: '饮料' },
      { code: 'A-17', name: '手工馒头', price: 100 },
      { code: '6901234567891', name: '校验位错的', price: 1 },
    ),
  );
  expect(status).toBe(200);
  expect(text.match(/<svg /g)).toHaveLength(3);
  expect(text).toContain('可乐 330ml');
  expect(text).toContain('￥3.50');
  expect(text).toContain('@page { size: A4');
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
});

test('hostile names do no harm, and rows that are no goods are left out', async () => {
  const { text } = await sheetOf(
    shop(
      { code: '6901234567892', name: '<img src=x onerror=alert(1)>"\'&\u202e\u0000', price: 1 },
      { code: '<script>', name: 'code with signs', price: 2 },
      { code: '中文', name: 'not a code', price: 1 },
      { code: '1', name: 'x'.repeat(10_000), price: 5 },
      { code: '2', name: 'a float', price: 1.5 },
    ),
  );
  expect(text).not.toMatch(/<img|<script|[\u202e\u0000]/);
  expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  expect(text).toContain('&lt;script&gt;');
  expect(text.match(/<svg /g)).toHaveLength(3);
  expect(text).not.toContain('x'.repeat(100));
});

test('says plainly in both languages that there are no goods to draw', async () => {
  for (const goods of [undefined, 'not JSON', '[]', shop()]) {
    const { status, text } = await sheetOf(goods);
    expect(status).toBe(404);
    expect(text).toContain('没有找到演示商店');
    expect(text).toContain('no barcodes to draw');
  }
});
