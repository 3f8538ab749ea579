import type { Fault } from '../src/simulator/faults'
import { sendTo } from './sending'
import { expect, test } from './test'

/** More often than any reader asks, so that the fault stays until the test ends it. */
const ALWAYS = 1000

const BAD_ANSWERS: ReadonlyArray<[Fault, title: string, advice: RegExp]> = [
  ['401', 'The credentials were not accepted', /TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.*\.env\.local/],
  ['403', 'The credentials do not allow this', /key with more rights/],
  ['429:30', 'Too many requests', /again/],
  ['500', 'Something went wrong at Twilio', /status\.twilio\.com/],
  ['502-html', 'Something went wrong at Twilio', /status\.twilio\.com/],
  ['truncated', 'The answer could not be read', /Try again/],
]

for (const [fault, title, advice] of BAD_ANSWERS) {
  test(`${fault}: the list says what happened and what to do, and reads again when asked`, async ({
    page,
    server,
    consoleErrors,
  }) => {
    consoleErrors.expect(/Failed to load resource/)
    server.simulator?.failNext('GET /Messages', fault, ALWAYS)
    await page.goto('/messages')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText(title)
    await expect(alert).toContainText(advice)
    await expect(page.getByRole('heading', { name: 'Messages' })).toBeVisible()
  })
}

test('an operation that does not exist is said to be gone, with the reason', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.expect(/404/)
  await page.goto('/operations/comms_operation_01h9krwprkeee8fzqspvwy6nq8')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('There is no operation with this id')
  await expect(alert).toContainText('7 days')
})

test('figures on the screen stay when the next look fails, and say so', async ({
  page,
  server,
  consoleErrors,
}) => {
  consoleErrors.expect(/Failed to load resource/)
  const operation = await sendTo(server, ['+12065550001', '+12065550002'])
  await page.clock.install()
  await page.goto(`/operations/${operation}`)
  await expect(page.getByText('2 people', { exact: true })).toBeVisible()
  server.simulator?.failNext('GET *', '500', ALWAYS)
  await expect(async () => {
    await page.clock.runFor(30_000)
    await expect(page.getByText(/Could not be refreshed since/)).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(page.getByText('2 people', { exact: true })).toBeVisible()
})

test.describe('half a credential', () => {
  test.use({ env: { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}` } })

  test('is named on every page, and nothing falls back to the simulator', async ({ page, consoleErrors }) => {
    consoleErrors.expect(/401/)
    await page.goto('/operations')
    await expect(page.getByText(/TWILIO_AUTH_TOKEN/).first()).toBeVisible()
    await expect(page.getByText('nothing reaches a real phone')).toBeHidden()
    await expect(page.getByRole('alert')).toContainText('The credentials were not accepted')
  })
})

test('without a network the page says so and keeps what it has', async ({ page, context, consoleErrors }) => {
  consoleErrors.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/)
  await page.goto('/operations')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/offline/i).first()).toBeVisible()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/You are offline/i)).toBeHidden()
})
