import { sendTo } from './sending'
import { expect, test, type AppServer, type Page } from './test'

async function openMessage(page: Page, server: AppServer): Promise<void> {
  const operation = await sendTo(server, ['+12065551337'])
  server.simulator?.clock.jump(60_000)
  const list = await fetch(`${server.url}/comms/v1/Messages?operationId=${operation}`)
  const id = /comms_message_[0-9a-z]+/.exec(await list.text())?.[0]
  await page.goto(`/messages/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: /Message to/ })).toBeVisible()
}

test('tags are added, kept over a reload, and taken back', async ({ page, server }) => {
  await openMessage(page, server)
  await page.getByRole('button', { name: /^(Edit|Add) tags/ }).click()
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.keyboard.type('campaign')
  await page.keyboard.press('Tab')
  await page.keyboard.type('autumn')
  await page.getByRole('button', { name: 'Save tags' }).click()
  await expect(page.getByRole('link', { name: /campaign=autumn/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: /campaign=autumn/ })).toBeHidden()
  await page.reload()
  await expect(page.getByRole('button', { name: /^(Edit|Add) tags/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /campaign=autumn/ })).toBeHidden()
})

test.describe('an API that offers no change of tags', () => {
  test.use({ env: { SIMULATOR_SCENARIO: 'contract-only' } })

  test('says so, and what was typed stays', async ({ page, server, consoleErrors }) => {
    consoleErrors.expect(/404|405/)
    await openMessage(page, server)
    await page.getByRole('button', { name: /^(Edit|Add) tags/ }).click()
    await page.getByRole('button', { name: 'Add tag' }).click()
    await page.keyboard.type('campaign')
    await page.keyboard.press('Tab')
    await page.keyboard.type('autumn')
    await page.getByRole('button', { name: 'Save tags' }).click()
    await expect(page.getByRole('alert')).toContainText('This API does not offer changing tags')
    await expect(page.getByRole('textbox', { name: /value/ }).last()).toHaveValue('autumn')
  })
})
