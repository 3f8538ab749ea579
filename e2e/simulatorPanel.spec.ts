import { AxeBuilder } from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { numberOf, sendTo } from './sending'
import { expect, test, type Page } from './test'

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Simulator' })

async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Simulator' }).click()
  await expect(panelOf(page)).toBeVisible()
  return panelOf(page)
}

/** Goes to a control with the Tab key alone. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('Thirty presses of Tab did not lead there.')
}

test('another scenario is started with the keyboard alone, and the list shows its account', async ({
  page,
}) => {
  await page.goto('/operations')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Simulator' }))
  await page.keyboard.press('Enter')
  const panel = panelOf(page)
  await expect(panel).toBeFocused()

  await tabTo(page, panel.getByRole('radio', { name: /^Calm/ }))
  const empty = panel.getByRole('radio', { name: /^Empty account/ })
  while (!(await empty.isChecked())) await page.keyboard.press('ArrowDown')
  await expect(panel).toContainText('what was sent in “Calm” is gone')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()

  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing was sent in the last 7 days')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'A new account was started' })).toContainText(
    'Empty account',
  )
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('empty')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page.getByRole('button', { name: 'Simulator' })).toBeFocused()
})

test('an operation that is under way settles when the clock jumps', async ({ page, server }) => {
  server.simulator?.clock.setRate(0)
  const operation = await sendTo(server, [numberOf(1), numberOf(2), numberOf(3)])
  await page.goto(`/operations/${operation}`)
  await expect(page.getByText('3 people', { exact: true })).toBeVisible()
  const settled = page.getByRole('heading', { level: 2, name: /^Settled/ })
  await expect(settled).toBeHidden()
  const panel = await openPanel(page)
  await expect(panel.getByRole('radio', { name: 'Paused' })).toBeChecked()
  await panel.getByRole('button', { name: /^\+1 h/ }).click()
  await expect(settled).toBeVisible()
  await expect(panel).toBeVisible()
})

test('the clock in the band runs at the rate that is chosen', async ({ page, server }) => {
  await page.goto('/operations')
  const panel = await openPanel(page)
  await panel.getByRole('radio', { name: '60×' }).check()
  const clock = page.getByTitle(/Simulated time/)
  await expect(clock).toContainText('60×')
  await expect.poll(() => server.simulator?.clock.rate).toBe(60)
  const read = async () => /\d\d:\d\d:\d\d/.exec((await clock.textContent()) ?? '')?.[0] ?? ''
  const seconds = (time: string) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  const start = seconds(await read())
  // Around midnight the difference is negative.
  await expect.poll(async () => (seconds(await read()) - start + 86_400) % 86_400).toBeGreaterThan(90)
})

test('the contract page tells which dialect was seen, and what is not offered', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.expect(/404/)
  await page.goto('/operations')
  const panel = await openPanel(page)
  await panel.getByRole('radio', { name: 'Early', exact: true }).check()
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('early dialect')
  await panel.getByRole('link', { name: 'Contract lens' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contract' })).toBeFocused()
  await expect(panel).toBeHidden()
  await expect(page.getByText('the early dialect', { exact: true })).toBeVisible()
  await expect(page.getByText('early', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: /^Operations/ }).click()
  await openPanel(page)
  await panel.getByRole('radio', { name: /^Early v1/ }).check()
  await panel.getByRole('button', { name: 'Start Early v1' }).click()
  await expect(page.getByText('This API does not offer a list of operations')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByRole('link', { name: 'Contract' }).click()
  const route = page.getByRole('listitem').filter({ hasText: 'List of operations' })
  await expect(route).toContainText('Not offered by this API')
  await expect(route).toContainText('404 for GET /v1/Messages/Operations')
  await route.getByRole('button', { name: 'Try again: List of operations' }).click()
  await expect(route).toContainText('Not tried yet')
})

for (const theme of ['light', 'dark'] as const) {
  test.describe(`${theme}, on a phone`, () => {
    test.use({ colorScheme: theme, viewport: { width: 390, height: 844 } })

    test('the panel takes the whole width, the band one line, and both pass axe', async ({ page }) => {
      await page.goto('/operations')
      const panel = await openPanel(page)
      await expect(panel.getByRole('button', { name: 'Start over' })).toBeInViewport({ ratio: 1 })
      expect((await panel.boundingBox())?.width).toBe(390)
      expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThanOrEqual(36)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await panel.getByRole('button', { name: /^\+1 day/ }).click()
      await expect(page.getByRole('banner').getByTitle(/Simulated time/)).toContainText(/[A-Z][a-z]{2} \d/)
      expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThanOrEqual(36)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    })
  })
}

test.describe('with an account', () => {
  test.use({
    env: {
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: '0'.repeat(32),
      // Nothing listens there.
      COMMS_BASE_URL: 'http://127.0.0.1:9',
    },
  })

  test('nothing of the simulator is in sight or loaded', async ({ page, consoleErrors }) => {
    consoleErrors.expect(/Failed to load resource/)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto('/contract')
    await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Live')
    await expect(page.getByRole('heading', { level: 1, name: 'Contract' })).toBeVisible()
    await expect(page.getByText(/^Account AC/)).not.toContainText('0'.repeat(32))
    await page.getByRole('link', { name: /^Operations/ }).click()
    await expect(page.getByRole('banner').getByRole('link', { name: 'Contract' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Simulator' })).toBeHidden()
    expect(asked.filter((url) => /simulator/i.test(url))).toEqual([])
  })
})
