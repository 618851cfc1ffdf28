import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mustBe, openTestTill, sell, throwAway } from '../../test/doubles/till.ts';
import { realEnv } from './env.ts';

test('the demo shop opens and sells also where its gateway does not come up', async () => {
  const data = mkdtempSync(join(tmpdir(), 'evertill-demo-'));
  // Where the gateway wants its folder there is a file.
  writeFileSync(join(data, 'gateway'), '');
  const told: string[] = [];
  const env = realEnv((_, event) => told.push(event));
  const first = await openTestTill({ data, env, demo: true });
  await expect.poll(() => told, { timeout: 15_000 }).toContain('demo.no-gateway');
  await first.stop();
  const till = await openTestTill({ data, env, demo: true });
  try {
    const { staff, demoPin } = await till.see('setup.state');
    mustBe(await till.say('session.signIn', { staff: staff[0]!.id, pin: demoPin! }));
    mustBe(await till.say('shifts.open', { float: 0 }));
    const { groups } = await till.see('selling.quickKeys');
    expect(await sell(till, [groups[0]!.tiles[0]!.code])).toMatchObject({ number: 1 });
  } finally {
    await till.stop();
    throwAway(till);
  }
});
