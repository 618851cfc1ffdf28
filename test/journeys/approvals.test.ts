import { type TOTP, URI } from 'otpauth';
import { afterAll, afterEach, expect, test } from 'vitest';
import { zhCN } from '../../shared/i18n/zh-CN.ts';
import { closeBrowser, demoGoods, type Journey, openJourney } from './rig.ts';

const demoPin = '2580';
const badge = '20240117001';
const stepMs = 30_000;
const cola = demoGoods[0]!;
let journey: Journey;
afterEach(() => journey.stop());
afterAll(closeBrowser);

const click = (name: string) => journey.page.getByRole('button', { name }).first().click();

/** Signs the owner in, opens a shift and goes to the people on the settings screen. */
async function toStaff(): Promise<void> {
  const { sees, type, press } = journey;
  await sees(zhCN.session.who);
  await type(demoPin);
  await press('Enter');
  await sees(zhCN.shifts.open.ask);
  await type('200');
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
  await press('F10');
  await click(zhCN.more.settings);
  await click(zhCN.setup.settings.sections.staff);
  await sees(zhCN.people.setPhoneUp);
}

async function giveBadge(): Promise<void> {
  const { sees, press, scan } = journey;
  await click('李敏');
  await click(zhCN.people.giveBadge);
  await sees(zhCN.people.badgeScan);
  await scan(badge);
  await sees(zhCN.people.badgeGiven('李敏'));
  await press('Escape');
}

/** Sets the owner's phone up as a person does; what an authenticator reads off the screen is read off the wire. */
async function setPhoneUp(): Promise<TOTP> {
  const { page, sees, type, press, picture } = journey;
  const uri = new Promise<string>(resolve => {
    page.on('websocket', socket =>
      socket.on('framereceived', ({ payload }) => {
        const found = /otpauth:[^"\\]+/.exec(String(payload));
        if (found) resolve(found[0]);
      }),
    );
  });
  await page.reload();
  await sees(zhCN.selling.emptyTitle);
  await press('F10');
  await click(zhCN.more.settings);
  await click(zhCN.setup.settings.sections.staff);
  await click(zhCN.people.setPhoneUp);
  const phone = URI.parse(await uri) as TOTP;
  await picture('phone-approval');
  await type(phone.generate());
  await press('Enter');
  await sees(zhCN.people.phoneReady);
  await press('Escape');
  return phone;
}

test('a badge changes the cashier in the middle of a sale, and a manager allows by PIN and over the phone', async () => {
  journey = await openJourney({ demo: true });
  const { sees, type, press, scan, owes, picture, page } = journey;
  await toStaff();
  await giveBadge();
  const phone = await setPhoneUp();

  await sees(zhCN.selling.emptyTitle);
  await scan(cola.code);
  await owes(cola.price);
  await press('Shift+F12');
  await sees(zhCN.session.orBadge);
  await picture('switch');
  await scan(badge);
  await owes(cola.price);
  expect(await page.locator('header').getByText('李敏').isVisible()).toBe(true);

  await press('F8', '9', 'Enter');
  await sees(zhCN.common.approval.title);
  await page.getByRole('dialog').getByText(cola.name).waitFor();
  await picture('approval');
  await type(demoPin);
  await press('Enter');
  await owes(Math.round(cola.price * 0.9));

  await press('F11');
  await sees(zhCN.cash.title);
  await press('F11');
  await sees(zhCN.common.approval.title);
  await press('Shift+F8');
  await sees(zhCN.common.approval.tell);
  await picture('approval-by-phone');
  // The code of this half minute has set the phone up, and works no second time.
  await type(phone.generate({ timestamp: Date.now() + stepMs }));
  await press('Enter');
  await sees(zhCN.cash.opened);
});

test('an owner who wants two steps is asked for the code after the PIN', async () => {
  journey = await openJourney({ demo: true });
  const { sees, type, press, picture } = journey;
  await toStaff();
  const phone = await setPhoneUp();
  await press('F10');
  await click(zhCN.more.settings);
  await click(zhCN.setup.settings.sections.staff);
  await click(zhCN.people.secondFactorOn);
  await sees(zhCN.people.secondFactorOff);
  await picture('second-step');
  await press('Escape', 'Shift+F12');
  await sees(zhCN.session.who);
  await type(demoPin);
  await press('Enter');
  await sees(zhCN.session.codeWanted.what);
  await picture('code-after-pin');
  await type(phone.generate({ timestamp: Date.now() + stepMs }));
  await press('Enter');
  await sees(zhCN.selling.emptyTitle);
});
