import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/fixtures/browser.ts';
import { journeyServer } from './e2e/fixtures/journey-server.ts';

const { baseURL, command, env } = journeyServer();

export default defineConfig({
  testDir: process.env.PICTURES ? 'e2e/pictures' : 'e2e/journeys',
  // Every journey that changes something has a department of its own (e2e/fixtures/office.ts).
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  /* Two runs at once keep out of each other's way. */
  outputDir: `test-results/${new URL(baseURL).port || 'run'}`,
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 30_000,
    contextOptions: { reducedMotion: 'reduce' },
    // Recording takes a third of the time: TRACE=1 asks for it, to look at what fails here.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: await launchOptions(),
  },
  // What is opened for the whole bureau, every unit sees: these journeys come when the others have ended.
  projects: process.env.PICTURES
    ? [{ name: 'pictures' }]
    : [
        { name: 'units', testIgnore: 'bureau/**' },
        { name: 'bureau', testMatch: 'bureau/**', dependencies: ['units'] },
      ],
  webServer: {
    command,
    env,
    url: `${baseURL}/api/health`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
