import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { realEnv } from '../../electron/host/env.ts';
import { openLog } from '../../electron/host/log.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import {
  cashierPin,
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  sell,
  shelf,
  throwAway,
} from '../doubles/till.ts';

// Secrets that pass through a till on an ordinary day, looked for afterwards in every byte it has written.
const paymentCodes = [
  '134091827364554637', // WeChat Pay
  '286172839405162738', // Alipay
  '6291807263544536271', // UnionPay
  '0194837261504938271', // e-CNY
] as const;
const cola = shelf[0][0];

let shop: Awaited<ReturnType<typeof openShop>>;
let printed: string[];
beforeEach(() => {
  printed = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation(text => {
      printed.push(String(text));
      return true;
    });
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  throwAway(shop);
});

test('no payment code and no PIN stands in anything the till has written', async () => {
  shop = await openShop();
  const { log, close } = openLog(pathsOf(shop.data).logs);
  await shop.stop();
  const again = await openTestTill({ data: shop.data, env: realEnv(log) });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  await aDayOfSecrets();
  // What a library might say about it; the log masks what an error's words quote.
  for (const code of paymentCodes) log('error', 'incident', { error: new Error(`no such thing: ${code}`) });
  const whileOpen = Buffer.concat(filesIn(shop.data).map(file => readFileSync(file)));
  await shop.stop();
  close();

  const files = filesIn(shop.data);
  expect(files.map(file => basename(file))).toEqual(expect.arrayContaining(['till.db', 'till.jsonl']));
  const written = Buffer.concat(files.map(file => readFileSync(file)));
  expect(written.includes('可口可乐')).toBe(true);
  const all = [whileOpen, written, Buffer.from(printed.join(''))];
  for (const code of paymentCodes) {
    for (const bytes of all) for (const part of partsOf(code)) expect(bytes.includes(part), part).toBe(false);
  }
  for (const bytes of all) for (const pin of secretPins) expect(bytes.includes(pin), pin).toBe(false);
});

/** Long enough not to stand there by chance. */
const secretPins = ['73915820', '58203917'];

async function aDayOfSecrets(): Promise<void> {
  await scanAll(); // Nobody is signed in.
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  mustBe(await shop.say('setup.addStaff', { name: '赵', role: 'manager', pin: secretPins[0]! }));
  await shop.say('session.signIn', { staff: shop.cashier, pin: secretPins[1]! });
  await shop.say('session.approve', {
    staff: shop.owner,
    pin: secretPins[1]!,
    word: 'selling.hold',
    subject: 'x',
  });
  await scanAll(); // An empty cart.
  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  await scanAll(); // A cart with goods, which is where a payment code belongs.
  await sell(shop, [cola], 1000);
  await scanAll(); // The change screen.
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
  mustBe(await shop.say('shifts.close', { counted: 100 }));
  await scanAll(); // No shift.
}

/** Each code as scanners and people bring it, and where it has no business. */
async function scanAll(): Promise<void> {
  for (const code of paymentCodes) {
    const spellings = [
      code,
      `]Q3${code}\r\n`,
      ` ${code}`,
      `${code}99999999`,
      code.repeat(300),
      `https://pay.example/${code}`,
    ];
    for (const text of spellings) {
      for (const from of ['keyboard', 'typed', 'serial'] as const)
        await shop.say('selling.scan', { text, from });
      await shop.ask('selling.readCode', { text });
      await shop.ask('catalog.search', { text: text.slice(0, 80), limit: 5 });
    }
    shop.devices.scan(code);
    await shop.say('selling.scan', { text: { nested: code }, from: 'keyboard' } as never);
    await shop.say('selling.multiply', { quantity: code } as never);
    await shop.say('session.signIn', { staff: code, pin: '0001' } as never);
    await shop.say('session.signIn', { staff: shop.cashier, pin: code } as never);
    await shop.say(code as never, { text: code } as never);
    await shop.ask(`selling.${code}` as never, {} as never);
    await shop.say('paying.cash', { cart: code, due: 1, given: Number(code) } as never);
  }
}

const partsOf = (code: string): string[] =>
  Array.from({ length: code.length - 7 }, (_, start) => code.slice(start, start + 8));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}
