import { expect, test } from './test'

test('the start page is the list of operations', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/operations$/)
  await expect(page).toHaveTitle('Operations · Switchboard')
})

test('the band says that this is the simulator and which API it plays', async ({ page }) => {
  await page.goto('/operations')
  const band = page.getByRole('status', { name: 'Connection' })
  await expect(band).toContainText('Simulator')
  await expect(band).toContainText('v1')
})

test('the keyboard alone reaches everything: skip link, letters, help', async ({ page }) => {
  await page.goto('/operations')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  for (const [key, heading] of [
    ['m', 'Messages'],
    ['e', 'Errors'],
    ['c', 'Compose'],
  ] as const) {
    await page.locator('body').press(key)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused()
    await expect(page).toHaveTitle(new RegExp(`^${heading}`))
  }
  await page.locator('h1').press('?')
  const help = page.getByRole('dialog')
  await expect(help).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 700 } })

  test('what takes the focus is never under the bars at the top and the bottom', async ({ page }) => {
    await page.goto('/errors')
    await page.getByRole('searchbox', { name: 'Find a code' }).focus()
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let presses = 0; presses < 20; presses += 1) {
        await page.keyboard.press(key)
        const isSeen = await page.evaluate(() => {
          const focused = document.activeElement
          const { left, top, height } = focused?.getBoundingClientRect() ?? new DOMRect()
          return focused?.contains(document.elementFromPoint(left + 4, top + height / 2))
        })
        expect(isSeen, `after ${presses + 1} presses of ${key}`).toBe(true)
      }
    }
  })
})

test('the theme is kept over a reload, from the first paint on', async ({ page }) => {
  await page.goto('/operations')
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await background()
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
  await expect.poll(background).not.toBe(light)
  const dark = await background()
  await page.reload({ waitUntil: 'commit' })
  await page.waitForSelector('#root', { state: 'attached' })
  expect(await background()).toBe(dark)
})

test('an id pasted into the box opens what it is', async ({ page, consoleErrors }) => {
  // The message does not exist here; its page says so.
  consoleErrors.expect(/404/)
  await page.goto('/operations')
  const box = page.getByRole('textbox', { name: 'Open id' })
  await box.fill('see https://comms.twilio.com/v1/Messages/comms_message_01k4vge32ce3ar18sy56svjjpb please')
  await box.press('Enter')
  await expect(page).toHaveURL(/\/messages\/comms_message_01k4vge32ce3ar18sy56svjjpb$/)
  await box.fill('30007')
  await box.press('Enter')
  await expect(page).toHaveURL(/\/errors\/30007$/)
  await box.fill('not an id')
  await box.press('Enter')
  await expect(page.getByText(/not an id|no id/i).last()).toBeVisible()
})

test('an address without a page offers a way on', async ({ page }) => {
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page
    .getByRole('main')
    .getByRole('link', { name: /operations/i })
    .first()
    .click()
  await expect(page).toHaveURL(/\/operations$/)
})

test('the app is served with a strict policy and no credential in sight', async ({ request, server }) => {
  const page = await request.get(`${server.url}/operations`)
  const policy = page.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self';")
  expect(policy).not.toContain('unsafe')
  expect(page.headers()['x-content-type-options']).toBe('nosniff')
})
