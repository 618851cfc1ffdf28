import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { realEnv } from '../../electron/host/env.ts';
import { realEnv as gatewayEnv } from '../../gateway/env.ts';
import { type Gateway, startGateway } from '../../gateway/server.ts';
import { root } from '../../tools/root.ts';
import {
  cashierPin,
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  sell,
  shelf,
  throwAway,
} from '../doubles/till.ts';

// The key under which the till's secrets are sealed is gone: the shop opens all the same.
let shop: Awaited<ReturnType<typeof openShop>>;
let gateway: Gateway;
let gatewayData: string;
beforeEach(async () => {
  gatewayData = mkdtempSync(path.join(tmpdir(), 'evertill-gateway-'));
  gateway = await startGateway({ dataDir: gatewayData, port: 0, env: gatewayEnv() });
  shop = await openShop();
  mustBe(await enrol());
  await drained();
});
afterEach(async () => {
  await shop.stop();
  await gateway.stop();
  throwAway(shop);
  rmSync(gatewayData, { recursive: true, force: true });
});

const cola = shelf[0][0];
const operator = { kind: 'command-line', name: 'root' } as const;
const enrol = () => shop.say('syncing.enrol', { url: gateway.url, code: gateway.newEnrolmentCode() });
const drained = () => shop.until('syncing.state', view => view.link === 'online' && view.waitingRows === 0);
const signIn = (staff: typeof shop.owner, pin?: string) => shop.say('session.signIn', { staff, pin });
const keyFiles = () => readdirSync(shop.data).filter(name => name.startsWith('vault.key'));
const aside = () => path.join(gatewayData, 'key-that-was-lost');

async function restart(between: () => void): Promise<void> {
  await shop.stop();
  between();
  const again = await openTestTill({ data: shop.data, env: realEnv(() => {}) });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
}
const loseKey = () => renameSync(path.join(shop.data, keyFiles()[0]!), aside());

test('a till whose key is lost opens and sells: whoever is at it, as a cashier and no more', async () => {
  const lost = keyFiles()[0];
  await restart(loseKey);
  expect((await shop.see('setup.state')).staff.map(card => card.pinLost)).toEqual([true, true]);
  expect(mustBe(await signIn(shop.owner)).staff).toMatchObject({ name: '王店长', role: 'cashier' });
  expect(await sell(shop, [cola])).toMatchObject({ number: 1 });
  expect(refusalOf(await shop.say('setup.addStaff', { name: '赵', role: 'cashier', pin: '7391' }))).toBe(
    'not-allowed',
  );
  expect(
    refusalOf(
      await shop.say('session.approve', {
        staff: shop.owner,
        pin: ownerPin,
        word: 'shifts.openDrawer',
        subject: 'x',
      }),
    ),
  ).toBe('pin-lost');
  // Heads are signed under a new key, which the journal tells; the lost one's place stays free.
  expect(keyFiles()).not.toContain(lost);
  const told = mustBe(await shop.ask('audit.rows', { groups: ['integrity'], limit: 50 }, operator)).rows;
  expect(told.filter(row => row.kind === 'device-key-made')).toHaveLength(2);
});

test('a key that comes back opens what it has sealed: PINs are asked for again and waiting sales go up', async () => {
  await restart(loseKey);
  mustBe(await signIn(shop.cashier));
  await sell(shop, [cola]);
  const original = path.join(shop.data, 'vault.key');
  await restart(() => renameSync(aside(), original));
  expect((await shop.see('setup.state')).staff.some(card => card.pinLost)).toBe(false);
  expect(refusalOf(await signIn(shop.owner))).toBe('pin-wrong');
  expect(mustBe(await signIn(shop.owner, ownerPin)).staff).toMatchObject({ role: 'owner' });
  await drained();
});

test('after a PIN is set anew and the till enrolled again, what waited goes up once, and a late key takes nothing back', async () => {
  await restart(loseKey);
  expect(await shop.see('syncing.state')).toMatchObject({ link: 'offline', reason: 'key-lost' });
  mustBe(await signIn(shop.cashier));
  await sell(shop, [cola]);
  mustBe(await shop.say('setup.setPin', { staff: shop.owner, pin: '59274' }, { caller: operator }));
  expect(mustBe(await signIn(shop.owner, '59274')).staff).toMatchObject({ role: 'owner' });
  mustBe(await enrol());
  await drained();
  expect(await gateway.summary()).toMatchObject({ received: 1, duplicates: 0 });

  await restart(() => renameSync(aside(), path.join(shop.data, 'vault.key')));
  expect(refusalOf(await signIn(shop.owner, ownerPin))).toBe('pin-wrong');
  mustBe(await signIn(shop.owner, '59274'));
  mustBe(await signIn(shop.cashier, cashierPin));
  await drained();
  expect(mustBe(await shop.ask('syncing.verify', {}, operator)).verified).toBe(true);
});

test('whoever owns the machine sets a PIN anew on the command line, and it never stands on one', async () => {
  await restart(loseKey);
  await shop.stop();
  const cli = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [path.join(root, 'electron/cli/main.ts'), ...args, '--lang', 'en', '--data', shop.data],
      {
        input: '59274\n',
        encoding: 'utf8',
      },
    );
  expect(cli('doctor').stdout).toContain("2 PINs can't be checked");
  expect(cli('set-pin', '李').stderr).toContain('王店长, 李敏');
  const done = cli('set-pin', '王店长');
  expect([done.status, done.stdout.trim()]).toEqual([0, '王店长 has a new PIN']);
  expect(done.stdout + done.stderr).not.toContain('59274');
  await restart(() => {});
  expect((await shop.see('setup.state')).staff.map(card => [card.name, card.pinLost])).toEqual([
    ['王店长', false],
    ['李敏', true],
  ]);
  expect(mustBe(await signIn(shop.owner, '59274')).staff).toMatchObject({ role: 'owner' });
});

test('a key file that is damaged is like one that is lost, and is left as it is', async () => {
  const name = keyFiles()[0]!;
  await restart(() => writeFileSync(path.join(shop.data, name), 'short'));
  mustBe(await signIn(shop.cashier));
  mustBe(await shop.say('setup.setPin', { staff: shop.owner, pin: '59274' }, { caller: operator }));
  expect(keyFiles()).toHaveLength(2);
  expect(keyFiles()).toContain(name);
});
