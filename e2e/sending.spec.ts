import { confirm } from './sending'
import { expect, test, type AppServer, type Page } from './test'

const TEXT = 'Your technician arrives between 9 and 11.'

async function write(page: Page, to = '+12065551337'): Promise<void> {
  await page.goto('/compose')
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(to)
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill(TEXT)
  // The numbers are checked in the background; until then there is nobody to send to.
  await expect(page.getByRole('button', { name: /^Send to \d/ })).toBeVisible()
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send to \d/ }).click()
  await confirm(page.getByRole('dialog'))
}

/** How many operations the API knows: what was really sent, whatever the screen says. */
async function operations(server: AppServer): Promise<number> {
  const request = new Request('https://comms.twilio.com/v1/Messages/Operations?pageSize=1000')
  const response = await server.simulator?.fetch(request)
  if (response?.status !== 200) throw new Error('The simulator does not list its operations.')
  return (await response.text()).match(/"id":"comms_operation_/g)?.length ?? 0
}

/** Counts the sends that leave the page. */
function countPosts(page: Page): () => number {
  let posts = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1
  })
  return () => posts
}

test('a double click, and a double Enter, send once', async ({ page, server }) => {
  const before = await operations(server)
  const posts = countPosts(page)
  await write(page)
  await page.keyboard.press('Control+Enter')
  const question = page.getByRole('dialog')
  await expect(question).toBeVisible()
  await expect(async () => {
    if (await question.isVisible()) {
      await question.getByRole('button', { name: /^Send to/ }).dblclick({ timeout: 1000 })
    }
    await expect(question).toBeHidden({ timeout: 1000 })
  }).toPass()
  await expect(page).toHaveURL(/\/operations\/comms_operation_/)
  expect(posts()).toBe(1)

  await write(page)
  await page.keyboard.press('Control+Enter')
  await expect(question).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(question).toBeHidden({ timeout: 500 })
  }).toPass()
  await expect(page).toHaveURL(/\/operations\/comms_operation_/)
  expect(posts()).toBe(2)
  expect(await operations(server)).toBe(before + 2)
})

test('what the API refuses lands on its field, and nothing of the draft is lost', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.expect(/400/)
  await write(page, '+12065551337, +15005550001')
  await send(page)
  const refusal = page.getByRole('alert').filter({ hasText: 'Not sent' })
  await expect(refusal).toContainText('Nobody got a message')
  await expect(page.getByText(/\+15005550001.*not a valid phone number/).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toHaveValue(TEXT)
  await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toHaveValue('+12065551337, +15005550001')
})

test('a busy API: not sent, until when, and the same button again', async ({
  page,
  server,
  consoleErrors,
}) => {
  consoleErrors.expect(/429/)
  const before = await operations(server)
  server.simulator?.failNext('POST /Messages', '429:3')
  await write(page)
  await send(page)
  await expect(page.getByRole('alert').filter({ hasText: 'Not sent.' })).toContainText(
    /Not before \d\d:\d\d:\d\d/,
  )
  expect(await operations(server)).toBe(before)
  const again = page.getByRole('button', { name: /^Send to 1 person/ })
  await expect(again).toBeEnabled({ timeout: 20_000 })
  await again.click()
  await confirm(page.getByRole('dialog'))
  await expect(page).toHaveURL(/\/operations\/comms_operation_/)
})

test('an answer that is lost: said so, found by its key, sent once', async ({
  page,
  server,
  consoleErrors,
}) => {
  consoleErrors.expect(/502|Failed to load/)
  const before = await operations(server)
  const posts = countPosts(page)
  server.simulator?.failNext('POST /Messages', 'cut-after')
  await write(page)
  await send(page)
  await expect(page.getByText('It is not known whether this was sent')).toBeVisible()
  await page.reload()
  await expect(page.getByText('the message was found: it was sent once')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Follow it' }).click()
  await expect(page).toHaveURL(/\/operations\/comms_operation_/)
  expect(posts()).toBe(1)
  expect(await operations(server)).toBe(before + 1)
})

test('a tab that comes back as it was before the press, as after a power cut, does not send again', async ({
  page,
  server,
  context,
}) => {
  const before = await operations(server)
  await write(page)
  // The draft is stored a moment after the last key.
  const stored = () => page.evaluate(() => JSON.stringify(Object.fromEntries(Object.entries(sessionStorage))))
  await expect.poll(stored).toContain(TEXT)
  const asBefore = await stored()
  await send(page)
  await expect(page).toHaveURL(/\/operations\/comms_operation_/)
  const address = page.url()

  const again = await context.newPage()
  await again.addInitScript((text) => {
    const kept: Record<string, string> = JSON.parse(text)
    for (const [name, value] of Object.entries(kept)) sessionStorage.setItem(name, value)
  }, asBefore)
  await again.goto('/compose')
  await send(again)
  await expect(again).toHaveURL(address)
  expect(await operations(server)).toBe(before + 1)
})

test('an error of the server leaves it open, and no second send is offered', async ({
  page,
  server,
  consoleErrors,
}) => {
  consoleErrors.expect(/500|Failed to load/)
  const posts = countPosts(page)
  server.simulator?.failNext('POST /Messages', '500')
  await write(page)
  await send(page)
  await expect(page.getByText('It is not known whether this was sent')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Send/ })).toBeDisabled()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.goto('/sends')
  await expect(page.getByRole('heading', { name: 'Not decided yet' })).toBeVisible()
  expect(posts()).toBe(1)
})

test('accepted without an id is a success that is followed as soon as it is found', async ({
  page,
  server,
}) => {
  server.simulator?.failNext('POST /Messages', '202-no-id')
  await write(page)
  await send(page)
  await expect(page.getByRole('heading', { name: /^Accepted for 1 person/ })).toBeVisible()
  await page.getByRole('link', { name: 'Follow it' }).click({ timeout: 30_000 })
  await expect(page).toHaveURL(/\/operations\/comms_operation_/)
})

test('without a network nothing leaves, and the draft waits', async ({
  page,
  context,
  server,
  consoleErrors,
}) => {
  consoleErrors.expect(/ERR_INTERNET_DISCONNECTED|Failed to/)
  const before = await operations(server)
  await write(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: /^Send to \d/ }).click()
  await confirm(page.getByRole('dialog'))
  await expect(page.getByRole('alert').filter({ hasText: 'Not sent.' })).toBeVisible()
  await context.setOffline(false)
  expect(await operations(server)).toBe(before)
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toHaveValue(TEXT)
})

test('the draft survives a reload, another page and Back', async ({ page }) => {
  await write(page, '+12065551337\n+12065551338')
  await page.getByRole('textbox', { name: 'Tag 1, name' }).fill('desk')
  await page.getByRole('textbox', { name: 'Tag 1, value' }).fill('4')
  await expect(page.getByRole('button', { name: 'Send to 2 people' })).toBeVisible()
  const unchanged = async () => {
    await expect(page.getByRole('textbox', { name: 'Phone numbers' })).toHaveValue(
      '+12065551337\n+12065551338',
    )
    await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toHaveValue(TEXT)
    await expect(page.getByRole('textbox', { name: 'Tag 1, value' })).toHaveValue('4')
    await expect(page.getByRole('button', { name: 'Send to 2 people' })).toBeVisible()
  }
  await page.reload()
  await unchanged()
  await page.getByRole('link', { name: 'Messages' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Messages' })).toBeVisible()
  await page.goBack()
  await unchanged()
})
