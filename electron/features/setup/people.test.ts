import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { factsOf } from '../../../test/doubles/journal.ts';
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
} from '../../../test/doubles/till.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.stop();
  throwAway(shop);
});

const hire = async (role: 'manager' | 'owner', name: string, pin: string) =>
  mustBe(await shop.say('setup.addStaff', { name, role, pin })).staff;
const signIn = (staff: StaffId, pin: string) => shop.say('session.signIn', { staff, pin });
const cardOf = async (staff: StaffId) => (await shop.see('setup.state')).staff.find(({ id }) => id === staff);

test('a blocked person neither signs in nor gives leave, and can do both again afterwards', async () => {
  const manager = await hire('manager', '周', '5193');
  mustBe(await shop.say('setup.setBlocked', { staff: manager, blocked: true }));
  expect(refusalOf(await signIn(manager, '5193'))).toBe('staff-blocked');
  const asked = { word: 'selling.discountTicket', subject: 'x' };
  const approve = () => shop.say('session.approve', { staff: manager, pin: '5193', ...asked });
  expect(refusalOf(await approve())).toBe('staff-blocked');
  mustBe(await shop.say('setup.setBlocked', { staff: manager, blocked: false }));
  mustBe(await approve());
});

test('the last owner can be neither blocked, nor demoted, nor forgotten', async () => {
  const { owner, say } = shop;
  const second = await hire('owner', '周', '5193');
  mustBe(await say('setup.setBlocked', { staff: second, blocked: true }));
  expect(refusalOf(await say('setup.setBlocked', { staff: owner, blocked: true }))).toBe('last-owner');
  expect(refusalOf(await say('setup.setRole', { staff: owner, role: 'manager' }))).toBe('last-owner');
  expect(refusalOf(await say('setup.forgetStaff', { staff: owner }))).toBe('last-owner');
});

test('who is given another role, or blocked, while at the till has to sign in anew', async () => {
  const second = await hire('owner', '周', '5193');
  mustBe(await shop.say('setup.setRole', { staff: shop.owner, role: 'cashier' }));
  expect((await shop.see('session.current')).staff).toBeNull();
  expect(factsOf(shop.data, 'signed-out').at(-1)?.body.why).toBe('changed');
  expect(mustBe(await signIn(shop.owner, ownerPin)).staff?.role).toBe('cashier');
  mustBe(await signIn(second, '5193'));
});

test('a manager makes nobody an owner and touches no owner: not the name, the badge, the role', async () => {
  const { owner, cashier, say } = shop;
  mustBe(await signIn(await hire('manager', '周', '5193'), '5193'));
  const answers = [
    await say('setup.setRole', { staff: cashier, role: 'owner' }),
    await say('setup.setRole', { staff: owner, role: 'cashier' }),
    await say('setup.rename', { staff: owner, name: '周二' }),
    await say('setup.setBadge', { staff: owner, text: 'EVT-0001-MINE' }),
    await say('setup.setBlocked', { staff: owner, blocked: true }),
  ];
  expect(answers.map(refusalOf)).toEqual(answers.map(() => 'role-above-own'));
  mustBe(await say('setup.setRole', { staff: cashier, role: 'manager' }));
});

test('another name is another name only: the PIN stays, and no two people share one', async () => {
  expect(refusalOf(await shop.say('setup.rename', { staff: shop.cashier, name: '王店长' }))).toBe(
    'name-taken',
  );
  mustBe(await shop.say('setup.rename', { staff: shop.cashier, name: '李小敏' }));
  expect(mustBe(await signIn(shop.cashier, cashierPin)).staff?.name).toBe('李小敏');
});

test('of who is forgotten nothing is left but an id, and the journal still proves itself whole', async () => {
  const { cashier, say, ask } = shop;
  mustBe(await say('setup.rename', { staff: cashier, name: '李小敏' }));
  mustBe(await say('setup.setBadge', { staff: cashier, text: 'EVT-8F2K-77QX' }));
  mustBe(await signIn(cashier, cashierPin));
  await sell(shop, [shelf[0][0]]);
  await shop.until('printing.jobs', jobs =>
    jobs.some(({ kind, state }) => kind === 'receipt' && state === 'sent'),
  );
  const paper = async () => {
    const receipt = (await shop.see('printing.jobs')).find(({ kind }) => kind === 'receipt');
    return JSON.stringify(mustBe(await ask('printing.paper', { job: receipt!.job })));
  };
  expect(await paper()).toContain('李小敏');
  mustBe(await signIn(shop.owner, ownerPin));
  mustBe(await say('setup.forgetStaff', { staff: cashier }));

  const card = await cardOf(cashier);
  expect(card).toMatchObject({
    name: `员工 …${cashier.slice(-4)}`,
    forgotten: true,
    blocked: true,
    hasBadge: false,
  });
  const told = [
    ...factsOf(shop.data, 'staff-added'),
    ...factsOf(shop.data, 'staff-renamed'),
    ...factsOf(shop.data, 'badge-set'),
  ].filter(({ body }) => body.staff === cashier);
  expect(told.map(({ personal }) => Object.values(personal).filter(text => text !== null))).toEqual([
    [],
    [],
    [],
  ]);
  expect(await paper()).toBe('null');
  expect(mustBe(await ask('syncing.verify', {}))).toMatchObject({ verified: true, fault: null });

  expect(refusalOf(await signIn(cashier, cashierPin))).toBe('staff-blocked');
  expect(refusalOf(await say('session.badge', { text: 'EVT-8F2K-77QX' }))).toBe('badge-unknown');
  expect(refusalOf(await say('setup.setBlocked', { staff: cashier, blocked: false }))).toBe(
    'staff-forgotten',
  );
  expect(refusalOf(await say('setup.setPin', { staff: cashier, pin: '7391' }))).toBe('staff-forgotten');
});

test('the name of who is forgotten stands in no file any more once the till has been closed', async () => {
  mustBe(await shop.say('setup.rename', { staff: shop.cashier, name: '欧阳娜娜小朋友' }));
  mustBe(await signIn(shop.cashier, cashierPin));
  mustBe(await signIn(shop.owner, ownerPin));
  const holding = () =>
    readdirSync(shop.data, { recursive: true, withFileTypes: true })
      .filter(each => each.isFile())
      .filter(({ parentPath, name }) =>
        readFileSync(join(parentPath, name)).includes(Buffer.from('欧阳娜娜小朋友')),
      )
      .map(({ name }) => name);
  expect(holding()).not.toEqual([]);
  mustBe(await shop.say('setup.forgetStaff', { staff: shop.cashier }));
  await shop.stop();
  expect(holding()).toEqual([]);
  shop = { ...shop, ...(await openTestTill({ data: shop.data })) };
});
