import { expect, test } from 'vitest';
import {
  mustBe,
  openShop,
  openTestTill,
  ownerPin,
  refusalOf,
  throwAway,
} from '../../../test/doubles/till.ts';
import { realEnv } from '../../host/env.ts';

const dayMs = 24 * 60 * 60_000;

test('a till that wakes up a day behind asks before it opens a shift, though somebody has just signed in, and asks once', async () => {
  const real = realEnv(() => {});
  const shop = await openShop({ env: real });
  mustBe(await shop.say('shifts.setAside', {}));
  await shop.stop();
  const late = await openTestTill({
    data: shop.data,
    env: { ...real, wallMs: () => real.wallMs() - dayMs },
  });
  try {
    mustBe(await late.say('session.signIn', { staff: shop.owner, pin: ownerPin }));
    expect(refusalOf(await late.say('shifts.open', { float: 0 }))).toBe('clock-behind');
    mustBe(await late.say('shifts.open', { float: 0, trustClock: true }));
    mustBe(await late.say('shifts.setAside', {}));
    mustBe(await late.say('shifts.open', { float: 0 }));
  } finally {
    await late.stop();
    throwAway(late);
  }
});
