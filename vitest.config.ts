import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/train-once.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Two cores: more workers only make the tests that start servers slow.
    maxWorkers: 2,
    // The build server is shared, and stalls now and then. A second try is named in the report.
    // eslint-disable-next-line no-restricted-syntax -- CI is set by the build server for its tools; it is no setting of the bot.
    retry: process.env['CI'] === 'true' ? 1 : 0,
  },
});
