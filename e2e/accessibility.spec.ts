import { AxeBuilder } from '@axe-core/playwright'
import { PAGES, type Ids } from './pages'
import { sendTo } from './sending'
import { expect, test, type AppServer } from './test'

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } }

/** Ids of things that exist, one of them a failed message so that the page has an error to explain. */
async function idsOf(server: AppServer): Promise<Ids> {
  const operation = await sendTo(server, ['+15005550011', '+12065551337'])
  server.simulator?.clock.jump(3_600_000)
  const read = async (path: string) => (await fetch(`${server.url}/comms/v1${path}`)).text()
  const messages = await read(`/Messages?operationId=${operation}&status=UNDELIVERED`)
  const senders = await read('/Senders')
  return {
    operation,
    message: /comms_message_[0-9a-z]+/.exec(messages)?.[0] ?? '',
    sender: /comms_sender_[0-9a-z]+/.exec(senders)?.[0] ?? '',
  }
}

for (const theme of ['light', 'dark'] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test.describe(`${theme}, ${size}`, () => {
      test.use({ colorScheme: theme, viewport })

      test('every page passes axe and fits the screen', async ({ page, server }) => {
        test.setTimeout(120_000)
        const ids = await idsOf(server)
        for (const { name, path, heading } of PAGES) {
          await test.step(name, async () => {
            await page.goto(path(ids))
            await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
            await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
            const { violations } = await new AxeBuilder({ page }).analyze()
            expect(
              violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
              name,
            ).toEqual([])
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
            expect(overflow, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
          })
        }
      })
    })
  }
}
