import { SCENARIOS } from '../src/simulator/scenarios/scenarios'
import { expect, test, type Page } from './test'

/** Every weather of the simulator, in both dialects: no page is blank, nothing breaks, and every ledger is true. */

/** Accounts without sends of their own to open. */
const WITHOUT_OPERATIONS = new Set(['empty'])

async function shows(page: Page, heading: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading, { timeout: 30_000 })
  await expect(page.getByRole('main')).not.toHaveText(/Something broke|undefined|NaN|\[object/)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0, { timeout: 30_000 })
}

/** The sum under the ledger, held against its own figures. */
async function ledgerIsTrue(page: Page): Promise<void> {
  const sum = await page.getByText(/ of [\d,]+ asked for/).textContent({ timeout: 30_000 })
  const figure = (text = '') => Number(text.replaceAll(',', ''))
  const [left = '', right = ''] = (sum ?? '').split(' = ')
  const parts = left.split(/ [+−-] /).map(figure)
  const [total, asked] = right.split(' of ').map((text) => figure(text.replace(/ asked.*/, '')))
  expect(
    parts.reduce((all, part) => all + part, 0),
    sum ?? '',
  ).toBe(total)
  const rest = (asked ?? 0) - (total ?? 0)
  const main = page.getByRole('main')
  if (rest > 0) await expect(main).toContainText('Not accounted for')
  if (rest < 0) await expect(main).toContainText('More than asked for')
}

for (const scenario of SCENARIOS.keys()) {
  for (const dialect of ['current', 'early'] as const) {
    test.describe(`${scenario}, ${dialect}`, () => {
      test.use({ env: { SIMULATOR_SCENARIO: scenario, SIMULATOR_DIALECT: dialect } })

      test('every page tells its state', async ({ page, consoleErrors }) => {
        test.setTimeout(120_000)
        // Bad answers are what some scenarios are for; the browser logs each of them.
        consoleErrors.expect(/Failed to load resource|ERR_/)
        await page.goto('/messages')
        await shows(page, /Messages/)
        await page.goto('/operations')
        await shows(page, /Operations/)
        if (WITHOUT_OPERATIONS.has(scenario)) {
          await expect(page.getByRole('main').getByRole('link', { name: 'Write a message' })).toBeVisible()
          return
        }
        const first = page.getByRole('table').getByRole('link').first()
        // Where the API has no list, or does not answer, the page says so; that is the state to tell.
        if (!(await first.isVisible())) {
          await expect(page.getByRole('main')).toContainText(/does not offer|Try again|not before/i)
          return
        }
        await first.click()
        await expect(page).toHaveURL(/\/operations\/comms_operation_/)
        await shows(page, /Operation/)
        const refused = page.getByRole('alert')
        if (await refused.isVisible()) return
        await ledgerIsTrue(page)
      })
    })
  }
}
