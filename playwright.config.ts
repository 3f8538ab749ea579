import { defineConfig } from '@playwright/test'
import { findBrowser, QUIET_FLAGS } from './e2e/browser'

const browser = findBrowser()
if (process.env['TEST_WORKER_INDEX'] === undefined) {
  process.stdout.write(`Browser: ${browser.executablePath} (${browser.source})\n`)
}
// Workers read this file too; they take what was found or installed here.
process.env['CHROMIUM_PATH'] = browser.executablePath

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A machine shared with others can be slow at any moment; what passes the second time is reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(process.env['CI'] ? [] : ([['html', { open: 'never' }]] as const))],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: browser.executablePath, args: QUIET_FLAGS },
  },
})
