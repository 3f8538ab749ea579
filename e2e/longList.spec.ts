import { manyNumbers, sendTo } from './sending'
import { expect, test } from './test'

/** What a reader of the whole list has seen: the place of each message, and the most rows there were at once. */
interface Reading {
  places: Array<[id: string, index: number]>
  moved: string[]
  most: number
}

/** Scrolls by less than a screen, frame by frame, to the very end, and notes every row that is shown. */
function readToTheEnd(): Promise<Reading> {
  const places = new Map<string, number>()
  const moved = new Set<string>()
  let most = 0
  const note = () => {
    const rows = document.querySelectorAll('[role=table] [role=row]')
    most = Math.max(most, rows.length)
    for (const row of rows) {
      const id = row.querySelector('a')?.getAttribute('href')?.split('/').pop()
      if (!id) continue
      const index = Number(row.getAttribute('aria-rowindex'))
      if ((places.get(id) ?? index) !== index) moved.add(id)
      places.set(id, index)
    }
  }
  return new Promise((resolve) => {
    const step = () => {
      note()
      const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
      if (atEnd && document.body.textContent?.includes('That is all')) {
        resolve({ places: [...places], moved: [...moved], most })
        return
      }
      scrollBy(0, innerHeight * 0.8)
      requestAnimationFrame(() => requestAnimationFrame(step))
    }
    step()
  })
}

test('ten thousand messages scroll to the end, none twice, none missed, few in the document', async ({
  page,
  server,
}) => {
  test.setTimeout(180_000)
  const operation = await sendTo(server, manyNumbers())
  server.simulator?.clock.jump(2 * 3_600_000)
  await page.goto(`/messages?operationId=${operation}`)
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()

  const { places, moved, most } = await page.evaluate(readToTheEnd)

  await expect(page.getByText('That is all: 10,000 messages.')).toBeVisible()
  expect(places).toHaveLength(10_000)
  expect(new Set(places.map(([, index]) => index)).size).toBe(10_000)
  expect(moved).toEqual([])
  expect(most).toBeLessThanOrEqual(100)
})
