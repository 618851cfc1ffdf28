import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { realEnv } from '../../../gateway/env.ts';
import { type Gateway, startGateway } from '../../../gateway/server.ts';
import { price } from '../../../shared/domain/pricing.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import type { Json } from '../../../shared/lib/canonical.ts';
import { type CuttingWire, cuttingWire } from '../../../test/conformance/uplinks/cutting-wire.ts';
import { paperTill } from '../../../test/conformance/uplinks/paper-till.ts';
import { askSigned } from '../../../test/conformance/uplinks/raw-client.ts';
import { codeMaker, testChannel } from '../../../test/doubles/channel.ts';
import { cartOf, goods } from '../../../test/doubles/goods.ts';
import { saleOf } from '../../../test/doubles/sales.ts';
import {
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  sell,
  shelf,
  type TestTill,
  throwAway,
} from '../../../test/doubles/till.ts';

let gatewayData: string;
let gateway: Gateway;
let wire: CuttingWire;
let sold: Awaited<ReturnType<typeof openShop>>;
let other: Awaited<ReturnType<typeof openShop>>;
const channel = testChannel();
const [[cola], [water]] = shelf;
const nowhere = 1;
const practiceSale = saleOf(
  price(cartOf([goods('1', 250), pieces(1)]), { taxMode: 'inclusive' }),
  'inclusive',
);

/** Till 1 has sold, till 2 takes back; till 1 reaches the gateway over a wire that can be led astray. */
beforeEach(async () => {
  gatewayData = mkdtempSync(join(tmpdir(), 'evertill-gateway-'));
  wire = await cuttingWire();
  const env = realEnv(() => undefined);
  gateway = await startGateway({ dataDir: gatewayData, port: 0, knownAs: [`127.0.0.1:${wire.port}`], env });
  wire.leadTo(Number(new URL(gateway.url).port));
  sold = await openShop({ channels: { kinds: [channel.kind] } });
  other = await openShop();
  mustBe(await other.say('setup.change', { setting: 'till-label', value: '2' }));
});
afterEach(async () => {
  await sold.stop();
  await other.stop();
  await wire.close();
  await gateway.stop();
  throwAway(sold);
  throwAway(other);
  rmSync(gatewayData, { recursive: true, force: true });
});

const enrol = async (till: TestTill, url = gateway.url) =>
  mustBe(await till.say('syncing.enrol', { url, code: gateway.newEnrolmentCode() }));
async function send(till: TestTill): Promise<void> {
  mustBe(await till.say('syncing.sendNow', {}));
  await till.until('syncing.state', view => view.link === 'online' && view.waitingRows === 0);
}
async function enrolBoth(): Promise<void> {
  await enrol(sold, `http://127.0.0.1:${wire.port}`);
  await enrol(other);
  await send(sold);
}

const elsewhere = (text = '1-000001') => other.ask('refunding.elsewhere', { text });
const pick = (line: number, count: number) => ({
  line,
  quantity: count * 1000,
  goods: 'stock' as const,
});
/** Goods of the first sale of till 1 come back at till 2. */
async function refundAtOther(word: 'refunding.refund' | 'refunding.refundInCash', total: number, count = 1) {
  const [found] = mustBe(await elsewhere());
  const { id, number, receipt } = found!.sale;
  const input = { sale: number, other: { id, receipt }, total, picks: [pick(1, count)], reason: '不想要了' };
  return other.say(word, input);
}
const refundWhereSold = (total: number, count: number) =>
  sold.say('refunding.refund', { sale: 1, total, picks: [pick(1, count)], reason: '不想要了' });

describe('a receipt of another till', () => {
  test('is found through the gateway, with its till’s name and what is left, and refunded in cash', async () => {
    await sell(sold, [cola, cola, water]);
    await enrolBoth();
    expect(refusalOf(await other.ask('refunding.sale', { text: '1-000001' }))).toBe('sale-of-other-till');
    expect(mustBe(await elsewhere())).toMatchObject([
      { till: { label: '1' }, sale: { receipt: '1-000001', total: 700 }, refunded: [], voidable: false },
    ]);
    expect(mustBe(await refundAtOther('refunding.refund', 250))).toMatchObject({
      receipt: '2-R000001',
      back: [{ kind: 'cash', amount: 250 }],
    });
    expect(mustBe(await elsewhere())).toMatchObject([
      { refunded: [{ line: 1, quantity: 1000 }], tenders: [{ left: 450 }] },
    ]);
    const report = mustBe(await other.ask('syncing.verify', {}));
    expect(report).toMatchObject({ verified: true, fault: null });
    expect(report.projections.filter(each => !each.same)).toEqual([]);
  });

  test('comes back no further at the till that sold it, once the other one has sent its journal', async () => {
    await sell(sold, [cola, cola]);
    await enrolBoth();
    mustBe(await refundAtOther('refunding.refund', 500, 2));
    await send(other);
    expect(refusalOf(await refundWhereSold(250, 1))).toBe('more-than-sold');
    expect(mustBe(await sold.ask('refunding.sale', { text: '1' }))).toMatchObject({
      refunded: [{ line: 1, quantity: 2000 }],
      tenders: [{ left: 0 }],
    });
  });

  test('comes back no further at the other till, once the one that sold it has sent its journal', async () => {
    await sell(sold, [cola, cola]);
    await enrolBoth();
    mustBe(await refundWhereSold(250, 1));
    await send(sold);
    expect(mustBe(await elsewhere())).toMatchObject([{ refunded: [{ line: 1, quantity: 1000 }] }]);
    expect(refusalOf(await refundAtOther('refunding.refund', 500, 2))).toBe('more-than-sold');
  });

  test('is not mistaken for this till’s own sale of that number', async () => {
    await sell(sold, [cola, cola]);
    await sell(other, [water]);
    await enrolBoth();
    mustBe(await refundAtOther('refunding.refund', 500, 2));
    const own = { sale: 1, total: 200, picks: [pick(1, 1)], reason: '不想要了' };
    expect(mustBe(await other.say('refunding.refund', own))).toMatchObject({ total: 200 });
  });

  test('that a wallet paid goes back in cash with a manager’s leave, and never through the wallet from here', async () => {
    mustBe(
      await sold.say('paying.configureChannel', { channel: 'test', values: { merchant: 'M1', secret: 's' } }),
    );
    channel.says('submit', 'paid');
    mustBe(await sold.say('selling.scan', { text: cola, from: 'keyboard' }));
    const cart = await sold.see('selling.cart');
    mustBe(await sold.say('paying.freeze', { cart: cart.id, due: cart.priced.due }));
    mustBe(await sold.say('selling.scan', { text: codeMaker()(), from: 'keyboard' }));
    await sold.until('selling.cart', view => view.id !== cart.id);
    await enrolBoth();
    expect(refusalOf(await refundAtOther('refunding.refund', 250))).toBe('wallet-of-other-till');
    expect(mustBe(await refundAtOther('refunding.refundInCash', 250)).back).toMatchObject([
      { kind: 'cash', amount: 250 },
    ]);
    await send(other);
    expect(mustBe(await sold.ask('refunding.sale', { text: '1' })).tenders).toMatchObject([{ left: 0 }]);
  });
});

describe('a receipt of another till is refused with a plain word', () => {
  test('where no gateway is, or none answers', async () => {
    expect(refusalOf(await elsewhere())).toBe('other-tills-unreachable');
    await enrolBoth();
    await gateway.stop();
    expect(refusalOf(await elsewhere())).toBe('other-tills-unreachable');
  });

  test('where its till has not sent it', async () => {
    await enrolBoth();
    expect(refusalOf(await elsewhere())).toBe('sale-not-at-gateway');
    expect(refusalOf(await elsewhere('000001'))).toBe('no-such-sale');
  });

  test('where it was sold for practice: that money is worth nothing', async () => {
    await enrolBoth();
    const practice = paperTill();
    const { id, publicKey } = practice;
    const code = gateway.newEnrolmentCode();
    const body = JSON.stringify({ code, publicKey, till: id, label: '3' });
    await askSigned(gateway.url, { method: 'POST', path: '/v1/enrol', gateway: '', till: practice, body });
    practice.addSale({ ...practiceSale, training: true } as unknown as Json);
    const path = '/v1/journal';
    const batch = { method: 'POST', path, gateway: gateway.id, till: practice };
    await askSigned(gateway.url, { ...batch, body: JSON.stringify(practice.batch()) });
    expect(refusalOf(await elsewhere(practiceSale.receipt))).toBe('sale-unclear');
  });
});

test('goods that two tills took back while one had no line are told, and nothing of it is rewritten', async () => {
  await sell(sold, [cola, cola]);
  await enrolBoth();
  await sold.stop();
  wire.leadTo(nowhere);
  const again = await openTestTill({ data: sold.data, channels: { kinds: [channel.kind] } });
  sold = { ...again, owner: sold.owner, cashier: sold.cashier };
  mustBe(await sold.say('session.signIn', { staff: sold.owner, pin: ownerPin }));
  await sold.until('syncing.state', view => view.link === 'offline');
  mustBe(await refundWhereSold(500, 2));
  mustBe(await refundAtOther('refunding.refund', 250));
  await send(other);
  wire.leadTo(Number(new URL(gateway.url).port));
  await send(sold);
  const { setAside } = await sold.see('syncing.state');
  expect(setAside).toMatchObject([{ reason: 'refunded-beyond-sold' }]);
  expect(mustBe(await elsewhere())).toMatchObject([{ refunded: [{ line: 1, quantity: 2000 }] }]);
  expect(mustBe(await sold.ask('syncing.verify', { gateway: true }))).toMatchObject({
    verified: true,
    gateway: 'agrees',
  });
});
