import { expect, stopWorker, test, visit, type Page } from './demo'

async function send(page: Page, number: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Phone numbers' }).fill(number)
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill(text)
  await page.getByRole('button', { name: 'Send to 1 person' }).click()
  // The dialog takes no answer that came faster than anybody reads.
  await page.getByRole('dialog').getByRole('button', { name: /^Send/ }).click({ delay: 400 })
  await expect(page).toHaveURL(/\/switchboard\/operations\/comms_operation_[0-9a-z]{26}$/)
}

/** Moves the simulated time, as the simulator's panel does. */
async function jump(page: Page, ms: number): Promise<void> {
  const status = await page.evaluate(async (jumpMs) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ jumpMs })
    return (await fetch('/simulator', { method: 'PATCH', headers, body })).status
  }, ms)
  expect(status).toBe(200)
}

test('write, send, follow, read, without any server', async ({ page, host }) => {
  await page.goto('')
  await expect(page).toHaveURL(`${host.url}operations`)
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Simulator')
  await page.getByRole('link', { name: 'Compose' }).first().click()
  await send(page, '+12065551337', 'What day is it?')

  await page.reload()
  await expect(page.getByText('1 person', { exact: true })).toBeVisible()
  await jump(page, 40_000)
  await expect(page.getByRole('heading', { level: 2, name: /^Settled/ })).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Refresh' }).last().click()
  await page
    .getByRole('table')
    .getByRole('link', { name: /^\+12065551337/ })
    .click()
  await expect(page).toHaveURL(/\/switchboard\/messages\/comms_message_/)
  await expect(page.getByText('What day is it?')).toBeVisible()
  expect(host.asked.filter((path) => !path.startsWith('/switchboard/'))).toEqual([])
})

test('a send is still there after the browser has stopped the worker', async ({ page }) => {
  await visit(page, 'compose')
  await send(page, '+12065551338', 'Are you there?')
  await jump(page, 40_000)
  const operation = page.url()
  await stopWorker(page)
  await page.goto('sends')
  await expect(page.getByRole('list', { name: 'Sends' }).getByRole('listitem')).toContainText('1 person')
  await page.goto(operation)
  await expect(page.getByRole('heading', { level: 2, name: /^Settled/ })).toBeVisible({ timeout: 20_000 })
})

test('a link into the demo opens on a browser that was never there', async ({ page, consoleErrors }) => {
  // The host answers 404 with the demo's page, which looks for its files before it has found its folder.
  consoleErrors.expect(/404|MIME type/)
  await page.goto('errors/30007?from=link#main')
  await expect(page.getByRole('heading', { level: 1, name: /30007/ })).toBeVisible()
  await expect(page).toHaveURL(/\/switchboard\/errors\/30007\?from=link#main$/)
})

test('two tabs have one simulator', async ({ page, context }) => {
  await visit(page, 'compose')
  await send(page, '+12065551339', 'One and the same?')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByText('1 person', { exact: true })).toBeVisible()
})

test('a forced reload, which goes past the worker, still ends in the app', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.expect(/404/)
  await visit(page, 'operations')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.reload', { ignoreCache: true })
  await page.waitForEvent('load')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
})
