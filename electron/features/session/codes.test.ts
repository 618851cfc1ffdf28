import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TOTP, URI } from 'otpauth';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AheadEnv, aheadEnv } from '../../../test/doubles/ahead-env.ts';
import { factsOf } from '../../../test/doubles/journal.ts';
import {
  cashierPin,
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  shelf,
  throwAway,
} from '../../../test/doubles/till.ts';

const stepMs = 30_000;
const operator = { kind: 'command-line', name: 'root' } as const;
const asked = { word: 'selling.discountTicket', subject: 'x' };

let env: AheadEnv;
let shop: Awaited<ReturnType<typeof openShop>>;
/** The owner's phone. */
let phone: TOTP;
beforeEach(async () => {
  env = aheadEnv(() => {});
  shop = await openShop({ env });
  mustBe(await shop.say('setup.enrolTotp', {}));
  phone = URI.parse(mustBe(await shop.ask('setup.totpUri', {})).uri) as TOTP;
  mustBe(await shop.say('setup.confirmTotp', { code: codeNow() }));
  env.pass(2 * stepMs);
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const codeNow = (stepsAhead = 0) => phone.generate({ timestamp: env.wallMs() + stepsAhead * stepMs });
const approveBy = (code: string) => shop.say('session.approveByCode', { staff: shop.owner, code, ...asked });
const wrongCode = () => String((Number(codeNow()) + 7) % 1_000_000).padStart(6, '0');

test('a manager far away gives leave by a code, for one act, and the journal says how', async () => {
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
  mustBe(await shop.say('selling.scan', { text: shelf[0][0], from: 'keyboard' }));
  const { id: cart } = await shop.see('selling.cart');
  const tenOff = { cart, discount: { kind: 'share', permilleOff: 100 } } as const;
  const refused = await shop.say('selling.discountTicket', tenOff);
  const { subject } = (refused as { refusal: { params: { subject: string } } }).refusal.params;
  const { approval } = mustBe(
    await shop.say('session.approveByCode', {
      staff: shop.owner,
      code: codeNow(),
      word: 'selling.discountTicket',
      subject,
    }),
  );
  mustBe(await shop.say('selling.discountTicket', tenOff, { approval }));
  expect(factsOf(shop.data, 'approval-given')[0]).toMatchObject({
    actor: shop.cashier,
    body: { by: shop.owner, how: 'code' },
  });
});

test('a code works once, also after the power was cut, and the one before and after it once each', async () => {
  const code = codeNow();
  mustBe(await approveBy(code));
  expect(refusalOf(await approveBy(code))).toBe('code-used');
  await shop.stop();
  shop = { ...shop, ...(await openTestTill({ data: shop.data, env })) };
  expect(refusalOf(await approveBy(code))).toBe('code-used');
  mustBe(await approveBy(codeNow(1)));
  mustBe(await approveBy(codeNow(-1)));
});

test('a phone a minute and more off the till’s clock gives no leave', async () => {
  expect(refusalOf(await approveBy(codeNow(3)))).toBe('code-wrong');
  expect(refusalOf(await approveBy(codeNow(-3)))).toBe('code-wrong');
});

test('wrong codes and wrong PINs count together, many at once as many', async () => {
  await shop.say('session.signIn', { staff: shop.owner, pin: '0001' });
  await shop.say('session.approve', { staff: shop.owner, pin: '0001', ...asked });
  const answers = await Promise.all([1, 2, 3].map(() => approveBy(wrongCode())));
  expect(answers.map(refusalOf)).toEqual(['code-wrong', 'code-wrong', 'pin-locked']);
  expect(refusalOf(await approveBy(codeNow()))).toBe('pin-locked');
});

test('a cashier unlocks nobody, a manager nobody above, the owner anybody', async () => {
  for (let tries = 0; tries < 5; tries += 1) await approveBy(wrongCode());
  const manager = mustBe(await shop.say('setup.addStaff', { name: '周', role: 'manager', pin: '5193' }));
  mustBe(await shop.say('session.signIn', { staff: shop.cashier, pin: cashierPin }));
  expect(refusalOf(await shop.say('session.unlock', { staff: shop.owner }))).toBe('not-allowed');
  mustBe(await shop.say('session.signIn', { staff: manager.staff, pin: '5193' }));
  expect(refusalOf(await shop.say('session.unlock', { staff: shop.owner }))).toBe('role-above-own');
  const locked = (await shop.see('setup.state')).staff.find(({ id }) => id === shop.owner);
  expect(locked?.lockedSeconds).toBeGreaterThan(0);
});

test('a phone counts only after its first code, and its secret is told to nobody else, nor kept in clear', async () => {
  mustBe(await shop.say('setup.removeTotp', { staff: shop.owner }));
  mustBe(await shop.say('setup.enrolTotp', {}));
  expect(refusalOf(await approveBy(codeNow()))).toBe('codes-not-set-up');
  const { uri } = mustBe(await shop.ask('setup.totpUri', {}));
  expect(refusalOf(await shop.say('setup.confirmTotp', { code: codeNow() }))).toBe('code-wrong');
  const manager = mustBe(await shop.say('setup.addStaff', { name: '周', role: 'manager', pin: '5193' }));
  mustBe(await shop.say('session.signIn', { staff: manager.staff, pin: '5193' }));
  expect(refusalOf(await shop.ask('setup.totpUri', {}))).toBe('codes-not-set-up');
  const secret = (URI.parse(uri) as TOTP).secret.base32;
  const files = ['till.db', 'till.db-wal'].map(name => readFileSync(join(shop.data, name), 'latin1'));
  expect(files.filter(text => text.includes(secret))).toEqual([]);
});

test('an owner who wants it signs in with PIN and code; a badge alone is not enough', async () => {
  mustBe(await shop.say('setup.setBadge', { staff: shop.owner, text: 'EVT-0001-OWNR' }));
  mustBe(await shop.say('setup.setSecondFactor', { on: true }));
  mustBe(await shop.say('session.signOut', {}));
  const signIn = (code?: string, pin = ownerPin) =>
    shop.say('session.signIn', { staff: shop.owner, pin, ...(code !== undefined && { code }) });
  expect(refusalOf(await signIn())).toBe('code-needed');
  expect(refusalOf(await signIn(wrongCode()))).toBe('code-wrong');
  expect(refusalOf(await signIn(codeNow(), '0001'))).toBe('pin-wrong');
  expect(refusalOf(await shop.say('session.badge', { text: 'EVT-0001-OWNR' }))).toBe('badge-not-enough');
  expect((await shop.see('session.current')).staff).toBeNull();
  mustBe(await signIn(codeNow()));
  expect(factsOf(shop.data, 'signed-in').at(-1)?.body.how).toBe('pin-and-code');
});

test('a lost phone locks no owner out: a new PIN from the command line ends the second step', async () => {
  mustBe(await shop.say('setup.setSecondFactor', { on: true }));
  mustBe(await shop.say('session.signOut', {}));
  mustBe(await shop.say('setup.setPin', { staff: shop.owner, pin: '9174' }, { caller: operator }));
  mustBe(await shop.say('session.signIn', { staff: shop.owner, pin: '9174' }));
});
