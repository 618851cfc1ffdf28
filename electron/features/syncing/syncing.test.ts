import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { realEnv } from '../../../gateway/env.ts';
import { type Gateway, startGateway } from '../../../gateway/server.ts';
import {
  mustBe,
  openShop,
  openTestTill,
  refusalOf,
  sell,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
let gateway: Gateway;
let gatewayData: string;
const cola = shelf[0][0];

const startOn = (port: number) => startGateway({ dataDir: gatewayData, port, env: realEnv() });
beforeEach(async () => {
  gatewayData = mkdtempSync(join(tmpdir(), 'evertill-gateway-'));
  gateway = await startOn(0);
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  await gateway.stop();
  throwAway(shop);
  rmSync(gatewayData, { recursive: true, force: true });
});

const enrol = async () =>
  mustBe(await shop.say('syncing.enrol', { url: gateway.url, code: gateway.newEnrolmentCode() }));
const drained = () => shop.until('syncing.state', view => view.link === 'online' && view.waitingRows === 0);

test('what was sold before the till had a gateway arrives there once it has one', async () => {
  await sell(shop, [cola]);
  await sell(shop, [cola]);
  await enrol();
  await drained();
  expect(await gateway.summary()).toMatchObject({ received: 2, duplicates: 0, maxCapturesPerTender: 1 });
});

test('the till sells through an outage, says so, and everything arrives once afterwards', async () => {
  await enrol();
  await drained();
  const port = Number(new URL(gateway.url).port);
  await gateway.stop();
  mustBe(await shop.say('syncing.sendNow', {}));
  await sell(shop, [cola]);
  const down = await shop.until('syncing.state', view => view.link === 'offline');
  expect(down.reason).toBe('connection-refused');
  await sell(shop, [cola]);
  expect((await shop.see('syncing.state')).waitingSales).toBe(2);
  expect(
    mustBe(await shop.ask('syncing.waiting', { limit: 50 }))
      .filter(row => row.kind === 'sale-completed')
      .map(row => row.title),
  ).toEqual(['1-000001', '1-000002']);
  gateway = await startOn(port);
  mustBe(await shop.say('syncing.sendNow', {}));
  await drained();
  expect(await gateway.summary()).toMatchObject({ received: 2, duplicates: 0 });
});

test('the gateway bears witness to the journal it holds, and keeps the head the till has signed', async () => {
  expect(mustBe(await shop.ask('syncing.verify', { gateway: true })).gateway).toBe('not-enrolled');
  await enrol();
  await sell(shop, [cola]);
  await drained();
  const held = mustBe(await shop.ask('syncing.verify', { gateway: true }));
  expect(held).toMatchObject({ verified: true, gateway: 'agrees' });
  await gateway.stop();
  const unheard = mustBe(await shop.ask('syncing.verify', { gateway: true }));
  expect(unheard).toMatchObject({ verified: true, gateway: 'unreachable' });
});

test('a restart goes on where the gateway has got to', async () => {
  await enrol();
  await sell(shop, [cola]);
  await drained();
  await shop.stop();
  const again = await openTestTill({ data: shop.data });
  shop = { ...again, owner: shop.owner, cashier: shop.cashier };
  await drained();
  expect(await gateway.summary()).toMatchObject({ received: 1, duplicates: 0 });
});

test('a wrong enrolment code and a gateway that is not there are told apart', async () => {
  const wrong = gateway.newEnrolmentCode() === '00000000' ? '00000001' : '00000000';
  expect(refusalOf(await shop.say('syncing.enrol', { url: gateway.url, code: wrong }))).toBe(
    'gateway-refused',
  );
  expect(refusalOf(await shop.say('syncing.enrol', { url: 'http://127.0.0.1:9', code: '12345678' }))).toBe(
    'gateway-unreachable',
  );
  expect(refusalOf(await shop.say('syncing.enrol', { url: 'http://shop.example', code: '12345678' }))).toBe(
    'gateway-not-secure',
  );
});

test('rebuilding every projection from the journal gives the live tables', async () => {
  await sell(shop, [cola, shelf[1][0]], 1000);
  const { id } = await shop.see('selling.cart');
  expect(id).toBeTypeOf('string');
  const report = mustBe(await shop.ask('syncing.verify', {}));
  expect(report.projections.filter(each => !each.same)).toEqual([]);
  expect(report).toMatchObject({ verified: true, fault: null });
  expect(report.projections.map(each => each.table)).toContain('sales');
});
