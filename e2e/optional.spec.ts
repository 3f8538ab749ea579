import { numberOf, sendTo } from './sending'
import { expect, test, type AppServer, type Page } from './test'

const CANCEL = 'Cancel what is not sent yet'

async function openScheduled(page: Page, server: AppServer): Promise<void> {
  const answer = await fetch(`${server.url}/comms/v1/Messages/Operations?status=SCHEDULED`)
  const id = /comms_operation_[0-9a-z]+/.exec(await answer.text())?.[0]
  await page.goto(`/operations/${id}`)
  await expect(page.getByRole('heading', { name: 'Waits for the time it was scheduled for.' })).toBeVisible()
}

test.describe('an operation that waits for its time', () => {
  test.use({ env: { SIMULATOR_SCENARIO: 'scheduled' } })

  test('is cancelled, with the keyboard alone and after a question', async ({ page, server }) => {
    await openScheduled(page, server)
    await page.getByRole('button', { name: CANCEL }).focus()
    await page.keyboard.press('Enter')
    const question = page.getByRole('dialog', { name: /Cancel what is not sent yet/ })
    await expect(question).toContainText('Messages that were sent stay sent')
    await expect(question.getByRole('button', { name: 'Leave it scheduled' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /^Cancelled through the API/ })).toBeVisible()
    await expect(page.getByText('and the API accepted it')).toBeVisible()
    await expect(page.getByRole('button', { name: CANCEL })).toBeHidden()
    await page.reload()
    await expect(page.getByRole('heading', { name: /^Cancelled through the API/ })).toBeVisible()
  })

  test('is not cancelled twice when the answer is lost on the way', async ({
    page,
    server,
    consoleErrors,
  }) => {
    consoleErrors.expect(/Failed to load resource/)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(request.url())
    })
    server.simulator?.failNext('POST /Messages/Operations/*/Cancel', 'cut-after')
    await openScheduled(page, server)
    await page.getByRole('button', { name: CANCEL }).click()
    await page.getByRole('dialog').getByRole('button', { name: CANCEL }).click()
    await expect(page.getByRole('alert')).toContainText('It is not known whether this was cancelled')
    await expect(page.getByRole('heading', { name: /^Cancelled through the API/ })).toBeVisible()
    expect(asked.filter((url) => url.endsWith('/Cancel'))).toHaveLength(1)
  })
})

test('a settled send tells by code why people were not reached', async ({ page, server }) => {
  const numbers = Array.from({ length: 60 }, (_, index) => numberOf(index))
  const operation = await sendTo(server, [...numbers, '+15005550011'])
  server.simulator?.clock.jump(24 * 3_600_000)
  await page.goto(`/operations/${operation}`)
  const reasons = page.getByRole('region', { name: 'Why they were lost' })
  const code = reasons.getByRole('link', { name: /^\d{5}$/ }).first()
  await expect(code).toBeVisible()
  await expect(reasons.getByRole('link', { name: /undelivered$/ })).toBeVisible()
  await code.click()
  await expect(page).toHaveURL(/\/errors\/\d{5}$/)
})

test.describe('an API that has published routes only', () => {
  test.use({ env: { SIMULATOR_SCENARIO: 'contract-only' } })

  test('is said to list no errors, and the messages are a press away', async ({
    page,
    server,
    consoleErrors,
  }) => {
    consoleErrors.expect(/404/)
    const operation = await sendTo(server, ['+15005550011', numberOf(1)])
    server.simulator?.clock.jump(24 * 3_600_000)
    await page.goto(`/operations/${operation}`)
    const reasons = page.getByRole('region', { name: 'Why they were lost' })
    await expect(reasons).toContainText('This API does not list the errors of an operation.')
    await reasons.getByRole('link', { name: /undelivered$/ }).click()
    await expect(page).toHaveURL(/status=UNDELIVERED/)
  })
})
