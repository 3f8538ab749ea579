import type { Locator } from '@playwright/test'
import { DIALECTS } from '../src/comms/dialect'
import { SCENARIOS } from '../src/simulator/scenarios/scenarios'
import { askApi, exclusive, expectLedger, wordOf, type ApiOperation } from './ledger'
import { confirm, sendTo } from './sending'
import { expect, test, type AppServer, type Page } from './test'
import { WEATHERS, type Weather } from './weathers'

/**
 * Every weather of the simulator, in both dialects: each page tells its state, nothing breaks, and the ledger is what
 * the API says. Time stands still, so that screen and API can be compared.
 */

const WAIT = { timeout: 30_000 }
/** What no page may ever say. */
const BROKEN = /\bundefined\b|\bNaN\b|\[object/

const main = (page: Page) => page.getByRole('main')
/** Of the list of a page, which is called after what is in it. */
const firstRow = (page: Page) =>
  main(page)
    .getByRole('table', { name: /^(Operations|Messages)/ })
    .getByRole('row')
    .nth(1)
    .getByRole('link')

/** The page is there, whole, and shows this. Where bad answers are the weather, asking again is the way on. */
async function shows(page: Page, heading: RegExp, content: Locator): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading, WAIT)
  await expect(async () => {
    const again = main(page).getByRole('button', { name: 'Try again', exact: true }).first()
    if ((await again.isVisible()) && (await again.isEnabled())) await again.click()
    await expect(content.first()).toBeVisible({ timeout: 3000 })
  }).toPass(WAIT)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0, WAIT)
  await expect(main(page)).not.toHaveText(BROKEN)
}

async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
}

/** Opens an operation as an agent finds it in this weather, beginning on the list of operations. */
async function openOperation(page: Page, server: AppServer, { from, operation }: Weather): Promise<string> {
  const jump = () => server.simulator?.clock.jump(60_000)
  if (from === 'message') {
    await shows(page, /Operations/, main(page).getByText('This API does not offer a list of operations'))
    await expect(page.getByRole('textbox', { name: 'Operation id' })).toBeVisible()
    await go(page, 'Messages')
    await firstRow(page).click()
    await page
      .getByRole('list', { name: 'Related' })
      .getByRole('link', { name: /^comms_operation_/ })
      .click()
  } else if (from === 'composer') {
    await shows(page, /Operations/, firstRow(page))
    await go(page, 'Compose')
    await page.getByRole('textbox', { name: 'Phone numbers' }).fill('+12065551337\n+12065551338')
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill('What day is it?')
    await page.getByRole('button', { name: 'Send to 2 people' }).click()
    await confirm(page.getByRole('dialog'))
    const { scenario } = server.simulator?.state() ?? {}
    if (scenario === 'accepted-without-id') {
      await expect(page.getByRole('heading', { name: /^Accepted for 2 people/ })).toBeVisible()
      jump()
      await page.getByRole('link', { name: 'Follow it' }).click(WAIT)
    } else {
      await expect(page).toHaveURL(/\/operations\/comms_operation_/)
      jump()
    }
  } else if (from === 'send') {
    await shows(page, /Operations/, main(page).getByText('Nothing was sent in the last 7 days'))
    await go(page, 'Messages')
    await shows(page, /Messages/, main(page).getByText('No messages in the last 7 days'))
    await sendTo(server, ['+12065551337', '+12065551338'])
    jump()
    await go(page, 'Operations')
    await page.getByRole('button', { name: 'Refresh' }).click()
    await firstRow(page).click()
  } else {
    const list = await askApi<{ operations: ApiOperation[] }>(server, '/Messages/Operations?pageSize=200')
    const found = list.operations.find((each) => each.stats.total > 0 && (operation?.(each) ?? true))
    if (!found) throw new Error('No operation of this scenario shows what it is there to show.')
    await shows(page, /Operations/, firstRow(page))
    await expect(firstRow(page)).toHaveAttribute('href', `/operations/${list.operations[0]?.id}`)
    const row = main(page).getByRole('table').locator(`a[href="/operations/${found.id}"]`)
    if (await row.isVisible()) await row.click()
    else {
      // Further down than the rows that are kept in the document.
      await page.getByRole('textbox', { name: 'Open id' }).fill(found.id)
      await page.keyboard.press('Enter')
    }
  }
  await expect(page).toHaveURL(/\/operations\/comms_operation_/, WAIT)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Goes to the end of a list whose place the API has forgotten, and on from there. */
async function readOn(page: Page): Promise<void> {
  const lastRow = main(page).getByRole('table', { name: 'Messages' }).getByRole('row').last()
  const reached = async () => Number(await lastRow.getAttribute('aria-rowindex'))
  await firstRow(page).focus()
  await page.keyboard.press('End')
  await expect(
    main(page).getByText('The API no longer knows the place where this list stopped'),
  ).toBeVisible()
  const before = await reached()
  await page.getByRole('button', { name: 'Start again from the top' }).click()
  await expect(async () => {
    await page.keyboard.press('End')
    expect(await reached()).toBeGreaterThan(before)
  }).toPass(WAIT)
}

for (const scenario of SCENARIOS.values()) {
  for (const dialect of DIALECTS) {
    test.describe(`${scenario.name}, ${dialect}`, () => {
      test.use({ env: { SIMULATOR_SCENARIO: scenario.name, SIMULATOR_DIALECT: dialect } })

      test('every page tells its state, and the ledger is the API’s', async ({
        page,
        server,
        consoleErrors,
      }) => {
        test.setTimeout(120_000)
        const weather = WEATHERS[scenario.name]
        if (weather.logs) consoleErrors.expect(weather.logs)
        page.on('dialog', (dialog) => consoleErrors.add(`A script of the content ran: ${dialog.message()}`))
        server.simulator?.clock.setRate(0)
        await page.goto('/operations')
        if (scenario.latency) await expect(page.locator('[aria-busy=true]').first()).toBeVisible()

        const id = await openOperation(page, server, weather)
        const { stats } = await askApi<ApiOperation>(server, `/Messages/Operations/${id}`)
        await shows(page, /^Operation$/, main(page).getByText(/ of [\d,]+ asked for$/))
        await expectLedger(page, exclusive(stats, scenario.stats === 'cumulative'), stats.recipients)
        const sentence = page.getByRole('heading', { level: 2, name: weather.sentence ?? /\.$/ })
        await expect(sentence.first()).toBeVisible()
        if (weather.words) await expect(main(page)).toContainText(weather.words)

        if (weather.stat) {
          const counted = main(page).getByTitle(`the messages that are ${wordOf(weather.stat).toLowerCase()}`)
          await counted.click()
          await expect(page).toHaveURL(new RegExp(`status=${weather.stat}`, 'i'))
          await expect(firstRow(page)).toHaveAccessibleName(new RegExp(`, ${wordOf(weather.stat)}$`), WAIT)
        }
        await shows(page, /^Operation$/, firstRow(page))
        await firstRow(page).click()
        await expect(page).toHaveURL(/\/messages\/comms_message_/)
        const related = page.getByRole('list', { name: 'Related' }).getByRole('link', { name: id })
        await shows(page, /^Message to /, related)
        if (weather.message) await expect(main(page)).toContainText(weather.message)

        await go(page, 'Messages')
        await shows(page, /^Messages$/, firstRow(page))
        if (scenario.tokenLifetime) {
          server.simulator?.clock.jump(scenario.tokenLifetime + 1000)
          await readOn(page)
        }
        await go(page, 'Compose')
        const written = page.getByRole('textbox', { name: 'Message', exact: true })
        // What was sent without an id stays on the page, so that nobody sends it again.
        const sent = page.getByRole('heading', { name: /^Accepted for 2 people/ })
        await shows(page, /^Compose$/, scenario.accepted === 'nothing' ? sent : written)
        await go(page, 'Errors')
        await shows(page, /^Errors$/, main(page).getByRole('row', { name: /^30007/ }))

        await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
        await page.getByRole('dialog').getByRole('link', { name: 'Contract' }).click()
        // Whatever the weather, the simulator says nothing that the contract does not have.
        await shows(page, /^Contract$/, main(page).getByText(/^Nothing unknown was seen/))
        await expect(main(page).getByText(`the ${dialect} dialect`, { exact: true })).toBeVisible()
        if (weather.notOffered) {
          const route = main(page).getByRole('listitem').filter({ hasText: weather.notOffered })
          await expect(route).toContainText('Not offered by this API')
        }
      })
    })
  }
}
