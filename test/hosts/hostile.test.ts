import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { realEnv } from '../../gateway/env.ts';
import { type Gateway, startGateway } from '../../gateway/server.ts';
import type { Caller } from '../../shared/contract/router.ts';
import type { Answer } from '../../shared/contract/words.ts';
import { findWord, wordNames } from '../../shared/contract/words.ts';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeShift, fillShelf, mustBe, openShop, page, sell, shelf, throwAway } from '../doubles/till.ts';

// Everything from outside is hostile: it is bounded, made harmless, or refused by name; never a fault of ours.
const hostile: readonly (readonly [what: string, text: string])[] = [
  ['HTML', '<img src=x onerror=alert(1)></script>'],
  ['SQL', `'; DROP TABLE journal; --`],
  ['printer commands', '可乐\u001bp\u0000\u0019\u00fa\u001d\u0056\u0000\u0010\u0014'],
  ['direction marks', '\u202eexe.可乐\u2066\u200f'],
  ['ten thousand characters', '可'.repeat(10_000)],
  ['NUL', 'a\u0000b'],
  ['halves of characters', 'x\ud800y\udc00z'],
  ['a formula', '=HYPERLINK("http://evil.example","可乐")'],
];

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const cola = shelf[0][0];
const operator: Caller = { kind: 'command-line', name: 'root' };
/** Longest text of our own making that a fact may hold. */
const textMax = 200;

test('hostile names are sold, printed and sent like any other, and harm nothing on the way', async () => {
  const gatewayData = mkdtempSync(join(tmpdir(), 'evertill-hostile-'));
  const gateway = await startGateway({ dataDir: gatewayData, port: 0, env: realEnv() });
  try {
    const list = hostile.map(([, text], index) => [`69000000${index}`, csv(text), 100] as const);
    await fillShelf(shop, list);
    await callEverything(gateway);
    await sell(
      shop,
      list.map(([code]) => code),
    );
    await expectHarmless();
    await shop.until('syncing.state', view => view.link === 'online' && view.waitingRows === 0);
    expect(await gateway.summary()).toMatchObject({ received: 1, duplicates: 0 });
    expect((await shop.see('syncing.state')).setAside).toEqual([]);
  } finally {
    await gateway.stop();
    rmSync(gatewayData, { recursive: true, force: true });
  }
});

/** Hostile texts wherever a person can write one; too long is refused, the rest is taken and tamed. */
async function callEverything(gateway: Gateway): Promise<void> {
  mustBe(await shop.say('syncing.enrol', { url: gateway.url, code: gateway.newEnrolmentCode() }));
  for (const [what, text] of hostile) {
    const answers: Answer<unknown>[] = [];
    const short = text.slice(0, 19);
    answers.push(await shop.say('setup.addStaff', { name: short, role: 'cashier', pin: '7391' }));
    for (const name of [text, short]) {
      const value = { name, branch: name, address: name, phone: name };
      answers.push(await shop.say('setup.change', { setting: 'shop', value }));
      answers.push(await shop.say('shifts.openDrawer', { reason: name }));
      answers.push(await shop.say('syncing.enrol', { url: `http://127.0.0.1:9/${name}`, code: '12345678' }));
      answers.push(await shop.say('selling.scan', { text: name, from: 'serial' }));
      answers.push(await shop.ask('catalog.search', { text: name, limit: 10 }));
      mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
      const { id: cart } = await shop.see('selling.cart');
      answers.push(await shop.say('selling.hold', { cart, label: name }));
      if (answers.at(-1)!.ok) mustBe(await shop.say('selling.recall', { cart }));
      mustBe(await shop.say('selling.voidCart', { cart, reason: 'other' }));
    }
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.code, what).not.toBe('internal');
  }
}

async function expectHarmless(): Promise<void> {
  expect(mustBe(await shop.ask('syncing.verify', {}))).toMatchObject({ verified: true, fault: null });
  const jobs = await shop.until(
    'printing.jobs',
    all =>
      all.some(job => job.kind === 'receipt') &&
      all.every(job => job.state === 'sent' || job.kind === 'drawer'),
  );
  const receipt = jobs.find(job => job.kind === 'receipt')!;
  const paper = mustBe(await shop.ask('printing.paper', { job: receipt.job }))!;
  expect(paper.faults).toEqual([]);
  expect(paper.pulses).toEqual([]);
  const sale = mustBe(await shop.ask('selling.lastSales', { limit: 1 }))[0]!;
  for (const text of [...textsIn(sale), ...textsIn(await shop.see('setup.state'))]) {
    expect(text.length).toBeLessThanOrEqual(textMax);
    expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u200f\u202e\u2066]/u);
  }
}

test('any word with any input from anybody gets an answer that somebody can read', async () => {
  const callers: readonly Caller[] = [page, operator];
  const known = new Set(Object.keys(zhCN.refusals));
  const input = fc.jsonValue({ maxDepth: 3, noUnicodeString: false } as fc.JsonSharedConstraints);
  const said = fc.record({
    word: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...wordNames) },
      { weight: 1, arbitrary: fc.string({ maxLength: 80 }) },
    ),
    input: fc.oneof(input, likelyInput()),
    caller: fc.constantFrom(...callers),
    signedIn: fc.boolean(),
  });
  let id = 0;
  await fc.assert(
    fc.asyncProperty(said, async ({ word, input: given, caller, signedIn }) => {
      if (!signedIn) await shop.say('session.signOut', {});
      id += 1;
      const answer = await answerTo(word, given, caller, `fuzz-${id}`);
      if (answer.ok) return;
      expect(known).toContain(answer.refusal.code);
      expect(answer.refusal.code, `${word} ${JSON.stringify(given)}`).not.toBe('internal');
      expect(JSON.stringify(answer).length).toBeLessThan(2_000);
    }),
    { numRuns: 600 },
  );
  expect(mustBe(await shop.ask('syncing.verify', {}, operator))).toMatchObject({ verified: true });
});

test('every word survives the plainest wrong inputs', async () => {
  const wrong = [null, [], '', 'x', -0, -1, 1e308, true, {}, { __proto__: null }, { text: 7 }, { cart: {} }];
  for (const word of wordNames) {
    for (const [index, input] of wrong.entries()) {
      const answer = await answerTo(word, input, page, `plain-${word}-${index}`);
      if (!answer.ok) expect(answer.refusal.code, `${word} ${JSON.stringify(input)}`).not.toBe('internal');
    }
  }
});

test('money that JSON writes as -0 is nothing, not a fault', async () => {
  await closeShift(shop, -0);
  mustBe(await shop.say('shifts.open', { float: JSON.parse('-0') as number }));
  expect(mustBe(await shop.ask('syncing.verify', {}))).toMatchObject({ verified: true });
});

test('somebody unknown leaves no text in the journal', async () => {
  const rows = mustBe(await shop.ask('syncing.verify', {})).rows;
  const answer = await shop.say('session.signIn', { staff: '28123456789012345' as never, pin: '0001' });
  expect(answer).toMatchObject({ refusal: { code: 'pin-wrong' } });
  // The first proof is a fact itself; nothing else has come.
  expect(mustBe(await shop.ask('syncing.verify', {})).rows).toBe(rows + 1);
});

/** Inputs with the right fields and odd values: most of plain chance never gets past the door. */
function likelyInput() {
  const text = fc.oneof(fc.constantFrom(...hostile.map(([, each]) => each)), fc.string({ maxLength: 30 }));
  const number = fc.oneof(fc.integer(), fc.constantFrom(-0, 0, 1, 1000, 9_999_999_999, 1e21, 0.5));
  return fc.dictionary(
    fc.constantFrom(
      ...'text from limit cart line quantity discount due given float counted reason staff pin word subject item sale job came upload index base64 import setting value url code'.split(
        ' ',
      ),
    ),
    fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.dictionary(text, number, { maxKeys: 2 })),
    { maxKeys: 6 },
  );
}

async function answerTo(word: string, input: unknown, caller: Caller, id: string): Promise<Answer<unknown>> {
  const { core } = shop.till;
  const kind = findWord(word)?.kind;
  if (kind === 'query') return core.query(word, input, caller);
  if (kind !== 'watch') return core.submit({ id, word, input }, caller);
  const end = new AbortController();
  for await (const answer of core.watch(word, input, caller, end.signal)) {
    end.abort();
    return answer;
  }
  throw new Error('a watch answered nothing');
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const csv = (text: string): string => `"${text.replaceAll('"', '""')}"`;
