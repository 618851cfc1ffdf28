import { defineConfig } from 'vitest/config';

const shared = { pool: 'forks' as const, testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // One more than the smallest machine has cores: journeys and hosts wait for clocks most of their time.
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [
            '{shared,electron,gateway,renderer,tools}/**/*.test.{ts,tsx}',
            'test/{tidy,conformance,complaints,days}/**/*.test.ts',
          ],
        },
      },
      { test: { ...shared, name: 'hosts', include: ['test/hosts/**/*.test.ts'], testTimeout: 180_000 } },
      {
        test: {
          ...shared,
          name: 'sim',
          include: ['test/sim/**/*.test.ts'],
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
});
