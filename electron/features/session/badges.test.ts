import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { factsOf } from '../../../test/doubles/journal.ts';
import {
  cashierPin,
  mustBe,
  openShop,
  ownerPin,
  refusalOf,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';

const badge = 'EVT-8F2K-77QX';
const ownerBadge = 'EVT-0001-OWNR';
let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
  mustBe(await shop.say('setup.setBadge', { staff: shop.cashier, text: badge }));
  mustBe(await shop.say('setup.setBadge', { staff: shop.owner, text: ownerBadge }));
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const whoIsThere = async () => (await shop.see('session.current')).staff?.name ?? null;

test('a badge signs its person in, and the journal says that it was by badge', async () => {
  mustBe(await shop.say('session.signOut', {}));
  expect(mustBe(await shop.say('session.badge', { text: badge })).staff?.name).toBe('李敏');
  expect(factsOf(shop.data, 'signed-in').at(-1)?.body).toMatchObject({ staff: shop.cashier, how: 'badge' });
});

test('a badge at the counter changes the cashier, keeps the cart, and is no goods', async () => {
  mustBe(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }));
  const before = await shop.see('selling.cart');
  expect(mustBe(await shop.say('selling.scan', { text: badge, from: 'keyboard' }))).toEqual({
    outcome: 'signed-in',
    name: '李敏',
  });
  expect(await whoIsThere()).toBe('李敏');
  expect((await shop.see('selling.cart')).priced).toEqual(before.priced);
  expect(factsOf(shop.data, 'signed-out').at(-1)?.body).toMatchObject({
    staff: shop.owner,
    why: 'switched',
  });
});

test('typing the text of a badge at the counter is not holding the badge', async () => {
  const typed = mustBe(await shop.say('selling.scan', { text: badge, from: 'typed' }));
  expect(typed.outcome).toBe('unknown-code');
  expect(await whoIsThere()).toBe('王店长');
});

test('while an amount is frozen a badge changes nothing', async () => {
  mustBe(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }));
  const { id: cart, priced } = await shop.see('selling.cart');
  mustBe(await shop.say('paying.freeze', { cart, due: priced.due }));
  const scanned = mustBe(await shop.say('selling.scan', { text: badge, from: 'keyboard' }));
  expect(scanned.outcome).toBe('not-a-code');
  expect(await whoIsThere()).toBe('王店长');
});

test('a serial scanner signs in whose badge it reads, though nobody was there', async () => {
  mustBe(await shop.say('session.signOut', {}));
  shop.devices.scan(badge);
  await shop.until('session.current', view => view.staff?.name === '李敏');
});

test('a badge that is nobody’s is told through the scanner, and five of them lock badges, not PINs', async () => {
  mustBe(await shop.say('session.signOut', {}));
  shop.devices.scan('EVT-NOBODYS-1');
  await shop.until('selling.moments', moments =>
    moments.some(({ what }) => what.outcome === 'refused' && what.refusal.code === 'badge-unknown'),
  );
  for (let tries = 2; tries <= 5; tries += 1)
    await shop.say('session.badge', { text: `EVT-NOBODYS-${tries}` });
  expect(refusalOf(await shop.say('session.badge', { text: badge }))).toBe('pin-locked');
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
  mustBe(await shop.say('session.unlock', { staff: shop.cashier }));
  mustBe(await shop.say('session.signOut', {}));
  mustBe(await shop.say('session.badge', { text: badge }));
});

test('no file of the till holds the text of a badge', async () => {
  mustBe(await shop.say('selling.scan', { text: badge, from: 'serial' }));
  const files = readdirSync(shop.data, { recursive: true, withFileTypes: true }).filter(each =>
    each.isFile(),
  );
  expect(files.map(({ name }) => name)).toContain('till.db-wal');
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name), 'latin1').includes(badge), name).toBe(false);
});

test('one badge is one person’s, and goods, wallets and retail codes can be none', async () => {
  const set = (text: string) => shop.say('setup.setBadge', { staff: shop.cashier, text });
  expect(refusalOf(await set(ownerBadge))).toBe('badge-taken');
  expect(refusalOf(await set(shelf[0][0]))).toBe('badge-unfit');
  expect(refusalOf(await set('134567890123456789'))).toBe('badge-unfit');
  expect(refusalOf(await set('short'))).toBe('badge-unfit');
  mustBe(await shop.say('setup.removeBadge', { staff: shop.cashier }));
  mustBe(await shop.say('session.signOut', {}));
  expect(refusalOf(await shop.say('session.badge', { text: badge }))).toBe('badge-unknown');
});

test('a badge gives leave for one act, and the journal says whose it was', async () => {
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
  mustBe(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }));
  const { id: cart } = await shop.see('selling.cart');
  const tenOff = { cart, discount: { kind: 'share', permilleOff: 100 } } as const;
  const refused = await shop.say('selling.discountTicket', tenOff);
  const { subject } = (refused as { refusal: { params: { subject: string } } }).refusal.params;
  const asked = { word: 'selling.discountTicket', subject };
  expect(refusalOf(await shop.say('session.approveByBadge', { text: badge, ...asked }))).toBe('not-allowed');
  const { approval } = mustBe(await shop.say('session.approveByBadge', { text: ownerBadge, ...asked }));
  mustBe(await shop.say('selling.discountTicket', tenOff, { approval }));
  const [used] = factsOf(shop.data, 'approval-used');
  expect(used).toMatchObject({ actor: shop.cashier, body: { by: shop.owner, word: asked.word } });
});
