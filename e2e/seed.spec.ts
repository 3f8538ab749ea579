import { confirm } from './sending'
import { expect, test } from './test'

/** The first example of the API's documentation, as a support agent would do it. */
for (const dialect of ['current', 'early'] as const) {
  test.describe(`${dialect} dialect`, () => {
    test.use({ env: { SIMULATOR_DIALECT: dialect } })

    test('write, send, follow, read: “What day is it?”', async ({ page, server }) => {
      await page.goto('/compose')
      await page.getByRole('textbox', { name: 'Phone numbers' }).fill('+12065551337')
      await page.getByRole('textbox', { name: 'Message', exact: true }).fill('What day is it?')
      await page.getByRole('textbox', { name: 'Tag 1, name' }).fill('ticket')
      await page.getByRole('textbox', { name: 'Tag 1, value' }).fill('T-1337')
      await page.getByRole('button', { name: 'Send to 1 person' }).click()
      const confirmation = page.getByRole('dialog')
      await expect(confirmation).toContainText('+12065551337')
      await expect(confirmation).toContainText('What day is it?')
      await confirm(confirmation)

      await expect(page).toHaveURL(/\/operations\/comms_operation_[0-9a-z]{26}$/)
      await expect(page.getByText('1 person', { exact: true })).toBeVisible()
      server.simulator?.clock.jump(40_000)
      await expect(page.getByRole('heading', { level: 2, name: /^Settled/ })).toBeVisible({ timeout: 20_000 })
      await expect(page.getByText('1 of 1 asked for')).toBeVisible()

      const table = page.getByRole('table')
      await expect(table.getByRole('row')).toHaveCount(2)
      await page.getByRole('button', { name: 'Refresh' }).last().click()
      await expect(table.getByRole('cell', { name: 'Delivered', exact: true })).toBeVisible()
      await table.getByRole('link', { name: /^\+12065551337/ }).click()

      await expect(page).toHaveURL(/\/messages\/comms_message_[0-9a-z]{26}$/)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('+12065551337')
      await expect(page.getByText('What day is it?')).toBeVisible()
      await expect(page.getByRole('link', { name: /ticket=T-1337/ })).toBeVisible()
      const related = page.getByRole('region', { name: 'Related' })
      await expect(related.getByRole('link', { name: /comms_session_/ })).toBeVisible()
      await related.getByRole('link', { name: /comms_operation_/ }).click()
      await expect(page.getByRole('heading', { level: 2, name: /^Settled/ })).toBeVisible()
    })
  })
}
