import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { realEnv } from '../../electron/host/env.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { type LoopbackServer, serveLoopback } from '../../electron/loopback/server.ts';
import { answersTo } from '../../shared/contract/answers.ts';
import type { DisplayView } from '../../shared/contract/paying.ts';
import type { Router } from '../../shared/contract/router.ts';
import { type Answer, type WordName, wordNames } from '../../shared/contract/words.ts';
import { pictures } from '../doubles/pictures.ts';
import { mustBe, openShop, shelf, throwAway } from '../doubles/till.ts';
import { knock } from './loopback-rig.ts';

// A real till behind the real door, and a browser that was let in to show the customer's screen. It is in a stranger's
// reach, so it is taken for hostile: it says every word there is, in every way there is.

/** All that the customer's screen may watch. A new word belongs here only if a stranger may read all of it. */
const forCustomers: readonly WordName[] = ['practice.state', 'paying.display'];
const [[cola, colaName], [water, waterName]] = shelf;

let shop: Awaited<ReturnType<typeof openShop>>;
let server: LoopbackServer;
let pageFolder: string;
const logged: string[] = [];
beforeAll(async () => {
  const env = realEnv((_level, event) => void logged.push(event));
  shop = await openShop({ env });
  pageFolder = mkdtempSync(path.join(tmpdir(), 'evertill-customer-'));
  mkdirSync(path.join(pageFolder, 'customer-display'));
  writeFileSync(path.join(pageFolder, 'index.html'), '<!doctype html>page');
  writeFileSync(path.join(pageFolder, 'customer-display/index.html'), '<!doctype html>customer');
  server = await serveLoopback({
    core: shop.till.core,
    env,
    pageFolder,
    slides: pathsOf(shop.data).slides,
    port: 0,
  });
});
afterAll(async () => {
  await server.close();
  await shop.stop();
  throwAway(shop);
  rmSync(pageFolder, { recursive: true, force: true });
});

async function enter(guest: 'page' | 'customer'): Promise<string> {
  const answer = await knock(server.ticketUrl(server.door.newTicket(guest)));
  expect(answer.body).toContain(guest);
  return String(answer.headers['set-cookie']).split(';', 1)[0]!;
}

/** The wire as the customer's page has it, behind a cookie of whichever kind. */
async function openWire(cookie: string) {
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie, origin: server.origin } });
    }
  }
  const client = createWSClient({
    url: `${server.origin.replace('http', 'ws')}/customer/wire`,
    WebSocket: Socket as unknown as typeof globalThis.WebSocket,
  });
  const trpc = createTRPCClient<Router>({ links: [wsLink({ client })] });
  let said = 0;
  const first = (word: string, more: object) =>
    new Promise<Answer<unknown>>((resolve, reject) => {
      const watching = trpc.watch.subscribe(
        { word, input: {}, ...more },
        {
          onData: answersTo(answer => {
            watching.unsubscribe();
            resolve(answer);
          }),
          onError: reject,
        },
      );
    });
  return {
    trpc,
    close: () => client.close(),
    /** The word in each of the three ways of saying it. */
    everyWay: async (word: string, more: object = {}) => {
      said += 1;
      const id = `stranger-${said}`;
      return {
        command: (await trpc.command.mutate({ id, word, input: {}, ...more })) as Answer<unknown>,
        query: (await trpc.query.query({ word, input: {}, ...more })) as Answer<unknown>,
        watch: await first(word, more),
      };
    },
  };
}

/** Rows that a word could have left behind. */
function written(): unknown {
  const db = new Database(pathsOf(shop.data).database, { readonly: true });
  try {
    return db
      .prepare('SELECT (SELECT count(*) FROM journal) AS journal, (SELECT count(*) FROM answers) AS commands')
      .get();
  } finally {
    db.close();
  }
}

const codeOf = (answer: Answer<unknown>) => (answer.ok ? 'answered' : answer.refusal.code);
const refusedAll = { command: 'only-watches', query: 'only-watches', watch: 'only-watches' };

test.each(['customer', 'page'] as const)(
  'of all the words there are, the customer’s screen gets to watch its own and nothing else (cookie of the %s)',
  async guest => {
    const wire = await openWire(await enter(guest));
    const before = written();
    const noted = logged.filter(event => event === 'customer.refused').length;
    for (const word of wordNames) {
      const { command, query, watch } = await wire.everyWay(word);
      const codes = { command: codeOf(command), query: codeOf(query), watch: codeOf(watch) };
      const may = forCustomers.includes(word);
      expect(codes, word).toEqual(may ? { ...refusedAll, watch: 'answered' } : refusedAll);
    }
    expect((await wire.everyWay('no.word')).query).toMatchObject({ refusal: { code: 'only-watches' } });
    expect(written()).toEqual(before);
    // Three ways of each, less the watches that were answered.
    expect(logged.filter(event => event === 'customer.refused').length - noted).toBe(
      3 * (wordNames.length + 1) - forCustomers.length,
    );
    await wire.close();
  },
);

test('an answer that the cashier got is not repeated to whoever says the same command again', async () => {
  const input = { text: cola, from: 'keyboard' } as const;
  mustBe(await shop.say('selling.scan', input, { id: 'the-cashiers' }));
  const { id: cart } = await shop.see('selling.cart');
  const wire = await openWire(await enter('customer'));
  const again = await wire.trpc.command.mutate({ id: 'the-cashiers', word: 'selling.scan', input });
  expect(again).toMatchObject({ ok: false, refusal: { code: 'only-watches' } });
  await wire.close();
  mustBe(await shop.say('selling.voidCart', { cart }));
});

test('it is told of the goods on the counter: of no other cart, nobody of the shop, no fen of what things cost', async () => {
  const wire = await openWire(await enter('customer'));
  const told: DisplayView[] = [];
  let hear = () => {};
  const watching = wire.trpc.watch.subscribe(
    { word: 'paying.display', input: {} },
    {
      onData: answersTo(answer => {
        told.push(mustBe(answer as Answer<DisplayView>));
        hear();
      }),
    },
  );
  const until = async (isSo: (view: DisplayView) => boolean) => {
    while (!told.some(isSo)) await new Promise<void>(resolve => (hear = resolve));
  };
  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  const { id: cart } = await shop.see('selling.cart');
  mustBe(await shop.say('selling.hold', { cart }));
  await until(({ mode }) => mode === 'idle');
  const seen = told.length;
  mustBe(await shop.say('selling.scan', { text: water, from: 'keyboard' }));
  await until(({ lines }) => lines.some(line => line.name === waterName));
  expect(JSON.stringify(told.slice(seen))).not.toContain(colaName);
  const { id: next, cashDue: due } = await shop.see('selling.cart');
  mustBe(await shop.say('paying.cash', { cart: next, due, given: due }));
  await until(({ mode }) => mode === 'paid');
  expect(JSON.stringify(told)).not.toMatch(/王店长|李敏|cost|staff|code|barcode|receipt/i);
  watching.unsubscribe();
  await wire.close();
});

test('the pictures it shows while nobody is there are behind the same door as it is', async () => {
  const base64 = Buffer.from(pictures.jpg).toString('base64');
  const { file } = mustBe(await shop.say('setup.addSlide', { base64 }));
  const load = (headers: Record<string, string>) => knock(`${server.origin}/slides/${file}`, { headers });
  const answer = await load({ cookie: await enter('customer') });
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
  expect((await load({ cookie: await enter('page') })).status).toBe(200);
  expect((await load({})).status).toBe(403);
});

test('at the practice till it is no more than it is at the real one', async () => {
  mustBe(await shop.say('practice.begin', {}));
  const wire = await openWire(await enter('customer'));
  const practising = { practising: true };
  const scan = await wire.everyWay('selling.scan', practising);
  expect([scan.command, scan.query, scan.watch].map(codeOf)).toEqual(Object.values(refusedAll));
  expect(codeOf((await wire.everyWay('selling.cart', practising)).watch)).toBe('only-watches');
  expect(codeOf((await wire.everyWay('paying.display', practising)).watch)).toBe('answered');
  await wire.close();
  mustBe(await shop.say('practice.end', {}));
});
