import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { realEnv } from '../../electron/host/env.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { type LoopbackServer, serveLoopback } from '../../electron/loopback/server.ts';
import { type SaidAtStart, startBlock, startWatches } from '../../shared/contract/at-start.ts';
import { mustBe, openShop, shelf, throwAway } from '../doubles/till.ts';
import { knock } from './loopback-rig.ts';

// What the counter is drawn of stands in the page itself, and in nobody else's.

const [[cola]] = shelf;
const place = `<script type="application/json" id="${startBlock}">`;

let shop: Awaited<ReturnType<typeof openShop>>;
let server: LoopbackServer;
let pageFolder: string;
beforeAll(async () => {
  const env = realEnv(() => {});
  shop = await openShop({ env });
  pageFolder = mkdtempSync(path.join(tmpdir(), 'evertill-start-'));
  mkdirSync(path.join(pageFolder, 'customer-display'));
  for (const name of ['index.html', 'customer-display/index.html'])
    writeFileSync(path.join(pageFolder, name), `<!doctype html><p>before${place}</script><p>behind`);
  const slides = pathsOf(shop.data).slides;
  server = await serveLoopback({ core: shop.till.core, env, pageFolder, slides, port: 0 });
});
afterAll(async () => {
  await server.close();
  await shop.stop();
  throwAway(shop);
  rmSync(pageFolder, { recursive: true, force: true });
});

/** The page that a ticket is given in for, and the cookie that came with it. */
async function enter(guest: 'page' | 'customer') {
  const answer = await knock(server.ticketUrl(server.door.newTicket(guest)));
  return { page: answer.body, cookie: String(answer.headers['set-cookie']).split(';', 1)[0]! };
}

function saidIn(page: string): SaidAtStart {
  const [, text = ''] = new RegExp(`^<!doctype html><p>before${place}(.*)</script><p>behind$`, 's').exec(
    page,
  )!;
  return JSON.parse(text) as SaidAtStart;
}

test('the page has in it what the counter is drawn of, at the first start and whenever it is loaded anew', async () => {
  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  const { page, cookie } = await enter('page');
  const said = saidIn(page);
  expect(Object.keys(said).sort()).toEqual([...startWatches].sort());
  expect(said['selling.cart']?.priced.pieces).toBe(1);
  const again = await knock(`${server.origin}/`, { headers: { cookie } });
  expect(saidIn(again.body)['selling.cart']?.priced.pieces).toBe(1);
});

test('what people have typed can’t end the place that it stands in', async () => {
  const branch = '</script><script src=//evil.example>';
  const { shop: now } = saidIn((await enter('page')).page)['setup.state']!;
  mustBe(await shop.say('setup.change', { setting: 'shop', value: { ...now, branch } }));
  expect(saidIn((await enter('page')).page)['setup.state']).toMatchObject({ shop: { branch } });
});

test('the customer’s screen is told nothing that way', async () => {
  const { page, cookie } = await enter('customer');
  expect(page).toContain(`${place}</script>`);
  const own = await knock(`${server.origin}/customer`, { headers: { cookie } });
  expect(own.body).toContain(`${place}</script>`);
  expect((await knock(`${server.origin}/`, { headers: { cookie } })).status).toBe(403);
});

test('while the till practises nothing of the real one stands there', async () => {
  mustBe(await shop.say('practice.begin', {}));
  expect(saidIn((await enter('page')).page)).toEqual({});
  mustBe(await shop.say('practice.end', {}));
  expect(saidIn((await enter('page')).page)).toHaveProperty('session.current');
});
