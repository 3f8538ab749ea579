import { confirm, manyNumbers } from './sending'
import { expect, test, type Page } from './test'

declare global {
  interface Window {
    longestTask: number
  }
}

/** Lets go of a file over the place that takes files, as a hand with a mouse does. */
async function drop(page: Page, name: string, contents: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text], fileName, { type: 'text/csv' }))
      return data
    },
    [name, contents] as const,
  )
  const target = page.getByRole('textbox', { name: 'Phone numbers' })
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await target.dispatchEvent(type, { dataTransfer: transfer })
  }
}

const CSV = `name,phone,city\r\n${manyNumbers()
  .map((number, index) => `"Person ${index}, the",${number},Seattle`)
  .join('\r\n')}\r\n`

for (const dialect of ['current', 'early'] as const) {
  test.describe(`${dialect} dialect`, () => {
    test.use({ env: { SIMULATOR_DIALECT: dialect } })

    test('ten thousand people from a dropped CSV: checked, sent, followed, all accounted for', async ({
      page,
      server,
    }) => {
      test.setTimeout(120_000)
      await page.goto('/compose')
      await page
        .getByRole('textbox', { name: 'Message', exact: true })
        .fill('Your delivery slot has changed.')
      await page.evaluate(() => {
        window.longestTask = 0
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries())
            window.longestTask = Math.max(window.longestTask, duration)
        }).observe({ type: 'longtask' })
      })
      await drop(page, 'people.csv', CSV)
      const send = page.getByRole('button', { name: 'Send to 10,000 people' })
      await expect(send).toBeEnabled({ timeout: 30_000 })
      const longest = await page.evaluate(() => window.longestTask)
      test
        .info()
        .annotations.push({ type: 'longest task from drop to checked list', description: `${longest} ms` })

      await send.click()
      const confirmation = page.getByRole('dialog')
      await confirmation.getByRole('textbox').fill('10000')
      await confirm(confirmation)

      await expect(page).toHaveURL(/\/operations\/comms_operation_/)
      await expect(page.getByText('10,000 people', { exact: true })).toBeVisible()
      server.simulator?.clock.jump(30_000)
      await expect(
        page.getByText(/^\d[\d,]* \+ \d[\d,]* \+ \d[\d,]* = 10,000 of 10,000 asked for/),
      ).toBeVisible()
      // Usable while it runs: the table is there, and a row can be reached by keyboard.
      const row = page.getByRole('table').getByRole('row').nth(1)
      await expect(row).toBeVisible({ timeout: 20_000 })
      await row.getByRole('link').focus()
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('table').getByRole('row').nth(2).getByRole('link')).toBeFocused()

      server.simulator?.clock.jump(24 * 3_600_000)
      await page.getByRole('button', { name: 'Refresh' }).first().click()
      // Some phones never send a receipt, as in life: those are said to be out, and nobody is forgotten.
      await expect(
        page.getByRole('heading', { level: 2, name: /^Handed over; \d+ receipts still out/ }),
      ).toBeVisible({ timeout: 30_000 })
      await expect(page.getByText('Completed', { exact: true })).toBeVisible()
      const sum = await page.getByText(/= 10,000 of 10,000 asked for/).textContent()
      const parts = /^([\d,]+) \+ ([\d,]+) \+ ([\d,]+) =/.exec(sum ?? '')?.slice(1) ?? []
      const total = parts.reduce((all, part) => all + Number(part.replaceAll(',', '')), 0)
      expect(total).toBe(10_000)
    })
  })
}
