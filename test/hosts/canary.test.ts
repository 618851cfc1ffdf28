import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { realEnv } from '../../electron/host/env.ts';
import { openLog } from '../../electron/host/log.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { realEnv as gatewayEnv } from '../../gateway/env.ts';
import { practiceMerchant } from '../../gateway/pay/jeepay/merchant.ts';
import { jeepayBase } from '../../gateway/pay/routes.ts';
import { type Gateway, startGateway } from '../../gateway/server.ts';
import {
  cashierPin,
  closeShift,
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

/** The merchant's key at the provider, and what customers are told by. */
const appSecret = 'canary-Jd83kfPq02mXz71LwBn5';
const customerNumber = '6222021234567890128';

let shop: Awaited<ReturnType<typeof openShop>>;
let gateway: Gateway;
const gatewayData = mkdtempSync(join(tmpdir(), 'evertill-canary-gateway-'));
let printed: string[];
beforeEach(async () => {
  printed = [];
  gateway = await startGateway({ dataDir: gatewayData, port: 0, env: gatewayEnv() });
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation(text => {
      printed.push(String(text));
      return true;
    });
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  await gateway.stop();
  rmSync(gatewayData, { recursive: true, force: true });
  throwAway(shop);
});

test('no payment code, key, card or PIN stands in anything the till or its practice gateway has written', async () => {
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

  const files = [...filesIn(shop.data), ...filesIn(gatewayData)];
  expect(files.map(file => basename(file))).toEqual(expect.arrayContaining(['till.db', 'till.jsonl']));
  const written = Buffer.concat(files.map(file => readFileSync(file)));
  expect(written.includes('可口可乐')).toBe(true);
  const all = [whileOpen, written, Buffer.from(printed.join(''))];
  for (const code of paymentCodes) {
    for (const bytes of all) for (const part of partsOf(code)) expect(bytes.includes(part), part).toBe(false);
  }
  for (const bytes of all) {
    for (const secret of [appSecret, customerNumber, customerNumber.slice(0, 15)])
      expect(bytes.includes(secret), secret).toBe(false);
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
  await payByCodes();
  await sell(shop, [cola], 1000);
  await scanAll(); // The change screen.
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
  await closeShift(shop, 100);
  await scanAll(); // No shift.
}

/** Every code is charged over a real wire: by a wrong key first, then by the right one; and typed where texts go. */
async function payByCodes(): Promise<void> {
  const address = gateway.url + jeepayBase;
  const setUp = (secret: string) =>
    shop.say('paying.configureChannel', {
      channel: 'jeepay',
      values: { address, ...practiceMerchant, appSecret: secret },
    });
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  await shop.ask('paying.testChannel', {
    channel: 'jeepay',
    values: { address, ...practiceMerchant, appSecret },
  });
  mustBe(await setUp(appSecret));
  await charge(`${paymentCodes[0].slice(0, 17)}8`);
  mustBe(await setUp(practiceMerchant.appSecret));
  for (const code of paymentCodes.slice(0, 3)) await charge(code);
  for (const text of [...paymentCodes, customerNumber]) {
    await shop.say('selling.scan', { text, from: 'typed' });
    mustBe(await shop.say('shifts.openDrawer', { reason: `顾客 ${text}` }));
    const cart = await ringUp();
    mustBe(await shop.say('selling.hold', { cart: cart.id, label: text.slice(0, 20) }));
  }
}

async function ringUp() {
  mustBe(await shop.say('selling.scan', { text: cola, from: 'keyboard' }));
  return shop.see('selling.cart');
}

/** Freezes, scans, and waits until the payment has come to something or is parked. */
async function charge(code: string): Promise<void> {
  const cart = await ringUp();
  const { intent } = mustBe(await shop.say('paying.freeze', { cart: cart.id, due: cart.priced.due }));
  for (const from of ['serial', 'typed'] as const) await shop.say('selling.scan', { text: code, from });
  const moved = await shop.until('paying.state', state => state.intent?.attempt?.state.name !== 'submitting');
  if (moved.intent) mustBe(await shop.say('paying.park', { intent }));
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
