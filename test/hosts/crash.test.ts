import { expect, test } from 'vitest';
import { crashAgainAndAgain } from './crash.ts';

test('100 kills while selling and sending: nothing acknowledged is lost, doubled or partial', async () => {
  const report = await crashAgainAndAgain(100, 20261123);
  expect(report).toMatchObject({
    kills: 100,
    lost: 0,
    doubled: 0,
    partial: 0,
    numbersWithoutGaps: true,
    verified: true,
  });
  expect(report.acknowledged).toBeGreaterThan(300);
  expect(report.atGateway).toBeGreaterThanOrEqual(report.acknowledged);
}, 420_000);
